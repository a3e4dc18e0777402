#include "commands.h"

#include <model/schema/snapshot.h>

namespace lockstep::cli {

namespace {

int takeSnapshot(const Arguments &arguments, Context &context)
{
    if (arguments.positional().isEmpty())
        return fail(usageError(QStringLiteral("The source is missing."),
                               QStringLiteral("lockstep-cli snapshot SRC -o FILE.json")));
    const auto source = sources::parseSource(arguments.positional().first());
    if (!source.has_value())
        return fail(source.error());
    const auto loaded = context.load(*source);
    if (!loaded.has_value())
        return fail(loaded.error());
    const schema::Snapshot snapshot{ (*loaded)->catalog, (*loaded)->statistics, (*loaded)->script,
                                     (*loaded)->display };
    const auto written = writeResult(arguments, schema::toJson(snapshot));
    return written.has_value() ? exitWith(Exit::Done) : fail(written.error());
}

} // namespace

Command snapshotCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("snapshot");
    spec.positional = QStringLiteral("SRC");
    spec.summary =
        QStringLiteral("Keeps a schema and its statistics in a file that compare and plan can read.");
    spec.flags = { { QStringLiteral("-o"), QStringLiteral("FILE"),
                     QStringLiteral("Write to a file instead of the standard output.") } };
    spec.examples = { QStringLiteral("lockstep-cli snapshot postgresql://app@db1/shop -o shop.json") };
    return { spec, &takeSnapshot };
}

} // namespace lockstep::cli
