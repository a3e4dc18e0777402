#include "childrunner.h"

#include <cstdlib>
#include <cstring>

namespace lockstep::testing {

using namespace execution;

plan::PlanPtr killPlan()
{
    auto steps = tierPlan(true)->steps;
    steps << ddl(QStringLiteral("s07"), { QStringLiteral("ALTER TABLE public.users DROP COLUMN old") },
                 { QStringLiteral("ALTER TABLE public.users ADD COLUMN old text") });
    steps.last().phase = plan::Phase::Contract;
    steps.last().loses = { { QStringLiteral("column public.users.old"), 0, 0 } };
    return planOf(steps);
}

int runToItsEnd(const QString &conninfo, bool back, int workers)
{
    postgres::ConnectionTarget target;
    target.text = conninfo;
    RunOptions options = quickOptions();
    options.approveAllGates = true;
    options.allowAllLoss = true;
    options.workers = workers;
    const auto status = runStatus(target);
    if (!status.has_value())
        return 4;
    RunControl control;
    if (!back && status->state == RunState::Done)
        return 0; // Killed after its last step, before it could say so.
    options.resume = status->hasRun && status->state != RunState::RolledBack;
    const auto outcome = back ? rollBackRun(killPlan(), target, options, control, {}, {})
                              : runPlan(killPlan(), target, options, control, {}, {});
    if (!outcome.has_value()) {
        fprintf(stderr, "%s\n", qPrintable(outcome.error().toText()));
        return 6;
    }
    return outcome->state == (back ? RunState::RolledBack : RunState::Done) ? 0 : 6;
}

void startRunner(QProcess &process, const postgres::ConnectionTarget &target, bool back, int workers)
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  { QStringLiteral("--child"), target.text,
                    back ? QStringLiteral("back") : QStringLiteral("forward"), QString::number(workers) });
}

int runAsChild(int argc, char *argv[])
{
    if (argc != 5 || std::strcmp(argv[1], "--child") != 0)
        return -1;
    return runToItsEnd(QString::fromLocal8Bit(argv[2]), std::strcmp(argv[3], "back") == 0,
                       std::atoi(argv[4]));
}

void prepareForKills(RunDatabase &db)
{
    db.exec(QStringLiteral("ALTER TABLE users ADD COLUMN old text"));
    db.countUpdates();
}

} // namespace lockstep::testing
