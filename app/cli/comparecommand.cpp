#include "changestext.h"
#include "commands.h"
#include "planning.h"

namespace lockstep::cli {

namespace {

int compare(const Arguments &arguments, Context &context)
{
    const auto format =
        choice(arguments, "--format", "text", { QStringLiteral("text"), QStringLiteral("json") });
    if (!format.has_value())
        return fail(format.error());
    const auto intents = readIntents(arguments);
    if (!intents.has_value())
        return fail(intents.error());
    const auto sides = loadSides(arguments, context, 0);
    if (!sides.has_value())
        return fail(sides.error());
    auto options = plan::diffOptions(*intents, *sides->current->catalog, *sides->target->catalog);
    if (!options.has_value())
        return fail(options.error());
    options->currentStatistics = sides->current->statistics;
    options->targetStatistics = sides->target->statistics;
    const auto changes =
        diff::diff(sides->current->catalog, sides->target->catalog, *options, context.stop());
    if (!changes.has_value())
        return fail(changes.error());
    const diff::ChangeSet &found = **changes;
    const auto written = writeResult(
        arguments, *format == QLatin1String("json") ? changesJson(found) : changesText(found).toUtf8());
    if (!written.has_value())
        return fail(written.error());
    return exitWith(found.changes.empty() ? Exit::Done : Exit::Different);
}

} // namespace

Command compareCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("compare");
    spec.summary =
        QStringLiteral("Lists what differs between two schemas.\nExit 0: identical; 1: they differ.");
    spec.flags = {
        { QStringLiteral("--current"), QStringLiteral("SRC"), QStringLiteral("The schema as it is.") },
        { QStringLiteral("--target"), QStringLiteral("SRC"), QStringLiteral("The schema as it should be.") },
        { QStringLiteral("--intents"), QStringLiteral("FILE"),
          QStringLiteral(
              "Renames, ignore rules, what is left out (exclude) and what may be dropped (drop), in "
              "the same file as for plan (JSON).") },
        { QStringLiteral("--format"), QStringLiteral("text|json"), QStringLiteral("text if not given.") },
        { QStringLiteral("-o"), QStringLiteral("FILE"),
          QStringLiteral("Write to a file instead of the standard output.") },
    };
    spec.flags.insert(spec.flags.end() - 2, ignoreFlags().begin(), ignoreFlags().end());
    spec.examples = { QStringLiteral("lockstep-cli compare --current service=shop --target schema.sql"),
                      QStringLiteral(
                          "lockstep-cli compare --current old.sql --target new.sql --format json") };
    return { spec, &compare };
}

} // namespace lockstep::cli
