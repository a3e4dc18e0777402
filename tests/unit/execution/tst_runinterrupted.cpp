#include "touchplan.h"

#include "../../support/faultproxy.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// A backfill that is paused, stopped, replaced or cut off in the middle.
class RunInterruptedTest : public QObject
{
    Q_OBJECT
private slots:
    void pausesAndGoesOn();
    void obeysAnotherProcess();
    void stopsAndResumesWhereItWas();
    void rollsBackHalfABackfill();
    void aWayBackThatWasStoppedIsGoneToItsEnd();
    void aWayBackHasBegunWithItsFirstStatement();
    void aReplacedRunnerWritesNothing();
    void survivesALostConnection();
    void survivesAServerThatIsAwayForAWhile();
    void lossesWhileAPersonIsAwaitedAreNotCounted_data();
    void lossesWhileAPersonIsAwaitedAreNotCounted();
    void waitsForTheServerAsLongAsForThePerson();
};

void RunInterruptedTest::pausesAndGoesOn()
{
    RunDatabase db(100'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    BackgroundRun run(db, plainPlan());
    QVERIFY(run.waitForRows(2000));
    QElapsedTimer since;
    since.start();
    run.control.pause();
    QVERIFY(run.waitFor(RunState::Paused));
    QVERIFY2(since.elapsed() < promptMs, qPrintable(QString::number(since.elapsed())));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Paused);
    const QString count = db.one(QStringLiteral("SELECT count(*) FROM users WHERE name = 'done'"));
    QTest::qWait(300);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE name = 'done'")), count);
    QVERIFY(count != QStringLiteral("100000"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%'")),
             QStringLiteral("0"));
    run.control.resume();
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE name = 'done'")),
             QStringLiteral("100000"));
}

void RunInterruptedTest::obeysAnotherProcess()
{
    RunDatabase db(100'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    BackgroundRun run(db, plainPlan());
    QVERIFY(run.waitForRows(2000));
    VERIFY_OK(requestRun(db.target(), RemoteRequest::Pause));
    QVERIFY(run.waitFor(RunState::Paused));
    VERIFY_OK(requestRun(db.target(), RemoteRequest::Continue));
    QVERIFY(QTest::qWaitFor([&] { return runStatus(db.target()).value().state == RunState::Running; },
                            longEnoughMs));
    VERIFY_OK(requestRun(db.target(), RemoteRequest::Cancel));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Stopped);
    const auto late = requestRun(db.target(), RemoteRequest::Pause);
    QVERIFY(!late.has_value());
    QCOMPARE(late.error().kind, base::ErrorKind::Refused);
}

void RunInterruptedTest::stopsAndResumesWhereItWas()
{
    RunDatabase db(100'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    RunOptions options = quickOptions();
    for (int i = 1; i <= 3; ++i) {
        BackgroundRun run(db.target(), plainPlan(), options);
        QVERIFY(run.waitForRows(i * 4000));
        QElapsedTimer since;
        since.start();
        run.control.stop();
        run.join();
        QVERIFY(since.elapsed() < promptMs);
        VERIFY_OK(run.outcome);
        QCOMPARE(run.outcome->state, RunState::Stopped);
        QCOMPARE(run.outcome->stoppedAt, QStringLiteral("s01"));
        options.resume = true;
    }
    VERIFY_OK(db.run(plainPlan(), options));
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
}

void RunInterruptedTest::rollsBackHalfABackfill()
{
    RunDatabase db(100'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    const QString before = db.shape();
    {
        BackgroundRun run(db, tierPlan());
        QVERIFY(run.waitForRows(5000));
        run.control.stop();
    }
    QVERIFY(db.shape() != before);
    const auto back = db.rollBack(tierPlan());
    VERIFY_OK(back);
    QCOMPARE(back->state, RunState::RolledBack);
    QCOMPARE(db.shape(), before);
    VERIFY_OK(db.run(tierPlan()));
}

void RunInterruptedTest::aWayBackThatWasStoppedIsGoneToItsEnd()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    VERIFY_OK(db.run(tierPlan()));
    // The index goes first and nobody holds it up; the constraint has to wait for who reads.
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN")));
    VERIFY_OK(holder->execute(QStringLiteral("DECLARE held CURSOR FOR SELECT id FROM users")));
    RunControl control;
    Events events;
    base::Result<RunOutcome> outcome = RunOutcome{};
    std::thread runner(
        [&] { outcome = rollBackRun(tierPlan(), db.target(), quickOptions(), control, events.sink(), {}); });
    const bool waits = QTest::qWaitFor([&] { return !events.of<LockWait>().isEmpty(); }, longEnoughMs);
    control.stop();
    runner.join();
    QVERIFY(waits);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Stopped);
    QVERIFY(db.shape() != before);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    const auto back = db.rollBack(tierPlan());
    VERIFY_OK(back);
    QCOMPARE(back->state, RunState::RolledBack);
    QCOMPARE(back->runId, outcome->runId);
    QCOMPARE(db.shape(), before);
}

/// No step is undone then, and a runner that is killed while it waits leaves the state of any run that waits.
void RunInterruptedTest::aWayBackHasBegunWithItsFirstStatement()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    const auto plan = planOf(
        { ddl(QStringLiteral("s01"), { QStringLiteral("CREATE INDEX CONCURRENTLY i ON users (name)") },
              { QStringLiteral("DROP INDEX CONCURRENTLY i"), QStringLiteral("SELECT 1 / 0") }, false) });
    VERIFY_OK(db.run(plan));
    QVERIFY(!runStatus(db.target()).value().isGoingBack);
    QVERIFY(!db.rollBack(plan).has_value());
    db.exec(QStringLiteral("UPDATE lockstep.run SET state = 'waiting_lock'"));
    const RunStatus status = runStatus(db.target()).value();
    QCOMPARE(status.state, RunState::WaitingLock);
    QVERIFY(status.steps.first().state != StepState::Undone);
    QVERIFY(status.isGoingBack);
    RunOptions options = quickOptions();
    options.resume = true;
    QVERIFY(isRefused(db.run(plan, options), QStringLiteral("is being rolled back")));
}

void RunInterruptedTest::aReplacedRunnerWritesNothing()
{
    RunDatabase db(100'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    BackgroundRun run(db, plainPlan());
    QVERIFY(run.waitForRows(2000));
    db.exec(QStringLiteral("WITH r AS (UPDATE lockstep.run SET epoch = epoch + 1) UPDATE "
                           "lockstep.backfill_range SET epoch = epoch + 1"));
    const QString then = db.one(QStringLiteral("SELECT count(*) FROM users WHERE name = 'done'"));
    run.join();
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().kind, base::ErrorKind::Refused);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE name = 'done'")), then);
}

void RunInterruptedTest::survivesALostConnection()
{
    RunDatabase db(100'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    BackgroundRun run(db, plainPlan());
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(run.waitForRows(i * 5000));
        db.endSessions();
    }
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
    QVERIFY(db.one(QStringLiteral("SELECT epoch FROM lockstep.run")).toInt() >= 3);
}

void RunInterruptedTest::survivesAServerThatIsAwayForAWhile()
{
    RunDatabase db(20'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    BackgroundRun run(db, plainPlan());
    QVERIFY(run.waitForRows(2000));
    // Nobody may shut the database that he is in.
    auto outside = postgres::Session::open(db.target().withDatabase(QStringLiteral("postgres")));
    VERIFY_OK(outside);
    const QString name = db.one(QStringLiteral("SELECT quote_ident(current_database())"));
    const auto allow = [&](const QString &yes) {
        return (*outside)->execute(QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS %2").arg(name, yes));
    };
    VERIFY_OK(allow(QStringLiteral("false")));
    db.endSessions();
    QTest::qWait(1500); // Several tries fail.
    VERIFY_OK(allow(QStringLiteral("true")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    // Said while it lasted, and taken back.
    const auto states = run.events.of<StateChanged>();
    const auto lost = std::find_if(states.begin(), states.end(), [](const StateChanged &changed) {
        return changed.reason.contains(QLatin1String("connecting again"));
    });
    QVERIFY(lost != states.end());
    QCOMPARE(lost->state, RunState::Running);
    QVERIFY(std::any_of(lost, states.end(), [](const StateChanged &changed) {
        return changed.state == RunState::Running && changed.reason.isEmpty();
    }));
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
}

void RunInterruptedTest::lossesWhileAPersonIsAwaitedAreNotCounted_data()
{
    QTest::addColumn<bool>("isPaused");
    QTest::newRow("at a gate") << false;
    QTest::newRow("in a pause") << true;
}

void RunInterruptedTest::lossesWhileAPersonIsAwaitedAreNotCounted()
{
    QFETCH(bool, isPaused);
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    BackgroundRun run(db.target(), tierPlan(true), options);
    QVERIFY(run.waitForEvent<GateReached>());
    // The next time it comes by, it rests before it asks.
    if (isPaused)
        run.control.pause();
    const auto rests = [&] {
        const auto states = run.events.of<StateChanged>();
        return isPaused ? std::count_if(
                   states.cbegin(), states.cend(),
                   [](const StateChanged &changed) { return changed.state == RunState::Paused; })
                        : run.events.of<GateReached>().size() - 1;
    };
    for (int lost = 1; lost <= 7; ++lost) {
        db.endSessions(QStringLiteral("lockstep:%:journal"));
        QVERIFY(run.waitFor([&] { return rests() >= lost; }));
    }
    run.control.resume();
    run.control.approveGate(QStringLiteral("s05"));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
}

/// Longer than connecting again is tried where the run is at work.
void RunInterruptedTest::waitsForTheServerAsLongAsForThePerson()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    FaultProxy proxy(db.target());
    BackgroundRun run(proxy.target(), tierPlan(true), options);
    QVERIFY(run.waitForEvent<GateReached>());
    proxy.refuseFor(70'000);
    proxy.cutAll();
    QVERIFY(run.waitFor([&] { return run.events.of<GateReached>().size() == 2; }));
    run.control.approveGate(QStringLiteral("s05"));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
}

QTEST_GUILESS_MAIN(RunInterruptedTest)
#include "tst_runinterrupted.moc"
