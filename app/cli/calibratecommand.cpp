#include "commands.h"

#include <model/proof/calibration.h>

namespace lockstep::cli {

namespace {

base::Result<analysis::RatesPtr> calibrateOn(postgres::Session &session, Context &context)
{
    QString last;
    const auto onProgress = [&last](const QString &what, double) {
        if (what != last)
            progress(what);
        last = what;
    };
    return proof::calibrate(session, {}, onProgress, context.stop());
}

base::Result<analysis::RatesPtr> calibrateScratch(Context &context)
{
    const auto server = context.scratch();
    if (!server.has_value())
        return server.error();
    const auto database = scratch::ScratchDatabase::create(*server, QStringLiteral("calibration"));
    if (!database.has_value())
        return database.error();
    const auto session = (*database)->open();
    if (!session.has_value())
        return session.error();
    return calibrateOn(**session, context);
}

int calibrateServer(const Arguments &arguments, Context &context)
{
    base::Result<analysis::RatesPtr> rates = base::canceled();
    if (arguments.has("--database")) {
        const auto session = postgres::Session::open({ arguments.value("--database") }, context.stop());
        if (!session.has_value())
            return fail(session.error());
        rates = calibrateOn(**session, context);
    } else {
        rates = calibrateScratch(context);
    }
    if (!rates.has_value())
        return fail(rates.error());
    const auto written = writeResult(arguments, analysis::toJson(**rates));
    return written.has_value() ? exitWith(Exit::Done) : fail(written.error());
}

} // namespace

Command calibrateCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("calibrate");
    spec.summary = QStringLiteral(
        "Measures what a server takes for reading, writing and indexing rows, for the estimates of plan.\n"
        "Under a minute, in a schema lockstep_calibration that is gone afterwards: up to 500 MB of tables\n"
        "and 4 GB of WAL. Without --database on the scratch server, whose settings are not those of yours.");
    spec.flags = {
        { QStringLiteral("--database"), QStringLiteral("URI"),
          QStringLiteral("Where to measure; any database of the server that plans are for.") },
        { QStringLiteral("-o"), QStringLiteral("FILE"),
          QStringLiteral("Write to a file instead of the standard output.") },
    };
    spec.examples = { QStringLiteral("lockstep-cli calibrate --database service=shop -o shop.rates.json"),
                      QStringLiteral("lockstep-cli plan --current service=shop --target schema.sql --rates "
                                     "shop.rates.json -o change.lockplan") };
    return { spec, &calibrateServer };
}

} // namespace lockstep::cli
