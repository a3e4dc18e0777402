#pragma once

#include "runfixture.h"

#include <QCoreApplication>
#include <QProcess>

namespace lockstep::testing {

/// All phases: definitions, a backfill, VALIDATE, an index, a gate and a contract.
[[nodiscard]] plan::PlanPtr killPlan();

/// Goes forward with killPlan(), or back; resumes if the journal holds an unfinished run. Returns an exit
/// code, 0: it is at its end.
[[nodiscard]] int runToItsEnd(const QString &conninfo, bool back = false, int workers = 1);

/// Starts this test program once more as a runner of its own, to be killed.
void startRunner(QProcess &process, const postgres::ConnectionTarget &target, bool back = false,
                 int workers = 1);

/// Such a runner's main(): --child CONNINFO forward|back WORKERS. -1 when this is the test itself.
[[nodiscard]] int runAsChild(int argc, char *argv[]);

/// A column for the contract to drop, and a count of every row's updates.
void prepareForKills(RunDatabase &db);

/// In place of QTEST_GUILESS_MAIN.
template <typename Test>
int mainOfRunnerOrTest(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (const int code = runAsChild(argc, argv); code >= 0)
        return code;
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace lockstep::testing
