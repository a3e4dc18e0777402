#include "checkreport.h"
#include "commands.h"

#include <model/project/preflight.h>

namespace lockstep::cli {

namespace {

using analysis::CheckVerdict;

bool reaches(CheckVerdict worst, const QString &failOn)
{
    if (failOn == QLatin1String("none"))
        return false;
    // What is not known may be anything, so it counts as something to look at.
    return worst >= (failOn == QLatin1String("stop") ? CheckVerdict::Stop : CheckVerdict::NotKnown);
}

base::Result<int> seconds(const Arguments &arguments, const char *flag, int otherwise)
{
    const QString text = arguments.value(flag);
    if (text.isEmpty())
        return otherwise;
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < 0 || value > 3600)
        return usageError(QStringLiteral("%1 cannot be \"%2\".").arg(QLatin1String(flag), text),
                          QStringLiteral("It takes seconds, from 0 to 3600."));
    return value;
}

base::Result<project::PreflightOptions> preflightOptions(const Arguments &arguments)
{
    project::PreflightOptions options;
    const auto watch = seconds(arguments, "--watch", options.sampleMs / 1000);
    if (!watch.has_value())
        return watch.error();
    const auto timeout = seconds(arguments, "--row-timeout", options.rowsTimeoutMs / 1000);
    if (!timeout.has_value())
        return timeout.error();
    options.sampleMs = *watch * 1000;
    options.rowsTimeoutMs = *timeout * 1000;
    options.askRows = *timeout > 0;
    return options;
}

int check(const Arguments &arguments, Context &context)
{
    const auto format =
        choice(arguments, "--format", "text", { QStringLiteral("text"), QStringLiteral("json") });
    if (!format.has_value())
        return fail(format.error());
    const auto failOn =
        choice(arguments, "--fail-on", "stop",
               { QStringLiteral("stop"), QStringLiteral("attention"), QStringLiteral("none") });
    if (!failOn.has_value())
        return fail(failOn.error());
    if (arguments.value("--database").isEmpty())
        return fail(usageError(QStringLiteral("--database is missing."),
                               QStringLiteral("It takes a connection such as postgresql://user@host/shop.")));
    const auto options = preflightOptions(arguments);
    if (!options.has_value())
        return fail(options.error());
    const auto plan = readPlan(arguments);
    if (!plan.has_value())
        return fail(plan.error());
    postgres::ConnectionTarget target;
    target.text = arguments.value("--database");
    progress(QStringLiteral("Asking %1 and watching its traffic for %2 s.")
                 .arg(target.display())
                 .arg(options->sampleMs / 1000));
    const auto list = project::readChecklist(*plan, target, *options, context.stop());
    if (!list.has_value())
        return fail(list.error());
    const auto written = writeResult(
        arguments, *format == QLatin1String("json") ? checklistJson(**list) : checklistText(**list).toUtf8());
    if (!written.has_value())
        return fail(written.error());
    return exitWith(reaches((*list)->worst(), *failOn) ? Exit::Different : Exit::Done);
}

} // namespace

Command checkCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("check");
    spec.positional = QStringLiteral("PLAN");
    spec.summary = QStringLiteral(
        "Asks a database everything that should be known before a plan runs on it.\n"
        "Only reads: long transactions, replication, disk, privileges, drift, rows that would stop the "
        "plan,\n"
        "and the traffic that each step would keep waiting. Exit 1: items at or above --fail-on.");
    spec.flags = {
        { QStringLiteral("--database"), QStringLiteral("URI"), QStringLiteral("Where the plan is to run.") },
        { QStringLiteral("--format"), QStringLiteral("text|json"), QStringLiteral("text if not given.") },
        { QStringLiteral("--fail-on"), QStringLiteral("stop|attention|none"),
          QStringLiteral("stop if not given; what is not known counts as attention.") },
        { QStringLiteral("--watch"), QStringLiteral("SECONDS"),
          QStringLiteral(
              "How long the traffic is watched, 3 if not given; 0: averages since the counters' reset.") },
        { QStringLiteral("--row-timeout"), QStringLiteral("SECONDS"),
          QStringLiteral("For each query about rows, 30 if not given; 0: they are not asked.") },
        { QStringLiteral("-o"), QStringLiteral("FILE"), QStringLiteral("Write the result there.") },
    };
    spec.examples = { QStringLiteral("lockstep-cli check change.lockplan --database service=shop"),
                      QStringLiteral(
                          "lockstep-cli check change.lockplan --database service=shop --format json "
                          "--fail-on attention") };
    return { spec, &check };
}

} // namespace lockstep::cli
