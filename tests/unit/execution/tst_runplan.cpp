#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

class RunPlanTest : public QObject
{
    Q_OBJECT
private slots:
    void runsAWholePlan();
    void rollsBackToTheSchemaBefore();
    void returnsAtAGateAndGoesOnWhenApproved();
    void waitsAtAGateInAWindow();
    void refusesLossUntilAllowed();
    void refusesASecondRunner();
    void refusesAnotherPlanWhileOneIsUnfinished();
    void failedVerificationCanBeResumed();
    void failedStepLeavesNothingBehind();
    void refusesToRollBackWhatHasNoWayBack();
    void removesTheJournalOfAFinishedRun();
};

void RunPlanTest::runsAWholePlan()
{
    RunDatabase db(200'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    const auto outcome = db.run(tierPlan());
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM users WHERE n <> 1 OR tier <> 'tier' || id % 3 OR tier IS NULL")),
             QStringLiteral("0"));
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    QCOMPARE(status->state, RunState::Done);
    QCOMPARE(status->runnerAlive, false);
    QCOMPARE(status->steps.size(), 5);
    for (const StepStatus &step : status->steps)
        QCOMPARE(step.state, StepState::Done);
    const auto progress = db.events.of<BackfillAdvanced>();
    QVERIFY(progress.size() > 2);
    QCOMPARE(progress.last().progress.rowsDone, 200'000);
    // By blocks, which are thought to be equally full.
    QVERIFY(qAbs(progress.last().progress.rowsSeen - 200'000) < 2000);
    QCOMPARE(progress.last().progress.fractionDone, 1.0);
    QCOMPARE(db.events.of<RunStarted>().size(), 1);
}

void RunPlanTest::rollsBackToTheSchemaBefore()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    VERIFY_OK(db.run(tierPlan()));
    QVERIFY(db.shape() != before);
    const auto outcome = db.rollBack(tierPlan());
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::RolledBack);
    QCOMPARE(db.shape(), before);
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    QCOMPARE(status->state, RunState::RolledBack);
    QCOMPARE(status->steps.first().state, StepState::Undone);
    // And the same plan may run again.
    VERIFY_OK(db.run(tierPlan()));
    QCOMPARE(db.shape(), migratedShape);
}

void RunPlanTest::returnsAtAGateAndGoesOnWhenApproved()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto stopped = db.run(tierPlan(true));
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::WaitingGate);
    QCOMPARE(stopped->stoppedAt, QStringLiteral("s05"));
    QCOMPARE(db.events.of<GateReached>().size(), 1);
    QCOMPARE(runStatus(db.target()).value().state, RunState::WaitingGate);
    RunOptions options = quickOptions();
    options.resume = true;
    options.approvedGates = { QStringLiteral("s05") };
    const auto done = db.run(tierPlan(true), options);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QCOMPARE(done->runId, stopped->runId);
    QCOMPARE(db.shape(), migratedShape);
}

void RunPlanTest::waitsAtAGateInAWindow()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    RunControl control;
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    base::Result<RunOutcome> outcome = RunOutcome{};
    std::thread runner(
        [&] { outcome = runPlan(tierPlan(true), db.target(), options, control, db.events.sink(), {}); });
    const bool reached =
        QTest::qWaitFor([&] { return !db.events.of<GateReached>().isEmpty(); }, longEnoughMs);
    control.approveGate(QStringLiteral("s05"));
    runner.join();
    QVERIFY(reached);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
}

void RunPlanTest::refusesLossUntilAllowed()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    plan::Step drop =
        ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users DROP COLUMN name") }, {});
    drop.rollback.irreversible = QStringLiteral("The values are gone.");
    drop.loses = { { QStringLiteral("column public.users.name"), 100, 3300 } };
    const auto plan = planOf({ drop });
    const auto asked = db.run(plan);
    VERIFY_OK(asked);
    QCOMPARE(asked->state, RunState::WaitingGate);
    QCOMPARE(db.events.of<LossAsked>().size(), 1);
    QVERIFY(db.events.of<LossAsked>().first().text.contains(QStringLiteral("100 rows")));
    QVERIFY(db.shape().contains(QStringLiteral("name")));
    RunOptions options = quickOptions();
    options.resume = true;
    options.allowedLoss = { QStringLiteral("s01") };
    const auto done = db.run(plan, options);
    VERIFY_OK(done);
    QVERIFY(!db.shape().contains(QStringLiteral("name:")));
}

void RunPlanTest::refusesASecondRunner()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    RunControl control;
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    base::Result<RunOutcome> outcome = RunOutcome{};
    Events events;
    std::thread runner(
        [&] { outcome = runPlan(tierPlan(true), db.target(), options, control, events.sink(), {}); });
    const bool reached = QTest::qWaitFor([&] { return !events.of<GateReached>().isEmpty(); }, longEnoughMs);
    const auto second = db.run(tierPlan(true));
    const auto status = runStatus(db.target());
    control.stop();
    runner.join();
    QVERIFY(reached);
    QVERIFY2(isRefused(second, QStringLiteral("Another runner is at work")),
             qPrintable(second.has_value() ? QString() : second.error().toText()));
    QVERIFY(second.error().message.contains(QStringLiteral("lockstep:")));
    VERIFY_OK(status);
    QVERIFY(status->runnerAlive);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Stopped);
}

void RunPlanTest::refusesAnotherPlanWhileOneIsUnfinished()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan(true)));
    QVERIFY(isRefused(db.run(tierPlan()), QStringLiteral("is not finished")));
    RunOptions options = quickOptions();
    options.resume = true;
    QVERIFY(isRefused(db.run(tierPlan(), options), QStringLiteral("another plan")));
    QVERIFY(!removeJournal(db.target()).has_value());
}

void RunPlanTest::failedVerificationCanBeResumed()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    plan::Step step = ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users ADD COLUMN x integer") },
                          { QStringLiteral("ALTER TABLE users DROP COLUMN x") });
    step.verify = { { QStringLiteral("SELECT count(*) FROM users WHERE x IS NULL"), QStringLiteral("0") } };
    const auto failed = db.run(planOf({ step }));
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().kind, base::ErrorKind::Server);
    QVERIFY(failed.error().message.contains(QStringLiteral("found 10 where 0 is expected")));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Failed);
    db.exec(QStringLiteral("UPDATE users SET x = 1"));
    RunOptions options = quickOptions();
    options.resume = true;
    const auto done = db.run(planOf({ step }), options);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
}

void RunPlanTest::failedStepLeavesNothingBehind()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    const auto plan = planOf({ ddl(QStringLiteral("s01"),
                                   { QStringLiteral("ALTER TABLE users ADD COLUMN x integer"),
                                     QStringLiteral("ALTER TABLE users ADD CONSTRAINT c CHECK (id > 5)") },
                                   {}) });
    const auto failed = db.run(plan);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().sqlstate, QStringLiteral("23514"));
    QVERIFY2(failed.error().message.startsWith(QStringLiteral("Step s01")),
             qPrintable(failed.error().message));
    QCOMPARE(failed.error().object.contains(QLatin1Char('c')), true);
    QCOMPARE(db.shape(), before);
    QCOMPARE(db.events.of<RunFailed>().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(
        db.one(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'lockstep:%'"
                              " AND datname = current_database()")),
        QStringLiteral("0"), longEnoughMs);
    const auto back = db.rollBack(plan);
    VERIFY_OK(back);
    QCOMPARE(back->state, RunState::RolledBack);
}

void RunPlanTest::refusesToRollBackWhatHasNoWayBack()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    plan::Step drop =
        ddl(QStringLiteral("s02"), { QStringLiteral("ALTER TABLE users DROP COLUMN name") }, {});
    drop.rollback.irreversible = QStringLiteral("The values are gone.");
    const auto plan =
        planOf({ ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users ADD COLUMN x integer") },
                     { QStringLiteral("ALTER TABLE users DROP COLUMN x") }),
                 drop });
    VERIFY_OK(db.run(plan));
    const QString after = db.shape();
    const auto back = db.rollBack(plan);
    QVERIFY2(isRefused(back, QStringLiteral("s02")),
             qPrintable(back.has_value() ? QString() : back.error().toText()));
    QCOMPARE(db.shape(), after);
    QCOMPARE(runStatus(db.target()).value().state, RunState::Done);
}

void RunPlanTest::removesTheJournalOfAFinishedRun()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan()));
    VERIFY_OK(removeJournal(db.target()));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    QVERIFY(!status->hasRun);
}

QTEST_GUILESS_MAIN(RunPlanTest)
#include "tst_runplan.moc"
