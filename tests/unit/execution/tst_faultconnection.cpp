#include "traffic.h"

#include "../../support/faultproxy.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Connections that break at every place where it matters.
class FaultConnectionTest : public QObject
{
    Q_OBJECT
private slots:
    void aCutChangesNothing_data();
    void aCutChangesNothing();
    void aCutDuringTheWayBackChangesNothing_data();
    void aCutDuringTheWayBackChangesNothing();
    void aCutWhileTheRunBeginsLeavesNothingHalf_data();
    void aCutWhileTheRunBeginsLeavesNothingHalf();
    void aStatementThatAlwaysLosesTheConnectionEndsTheRun();
    void sessionsThatTheServerStillHasDoNotKeepTheRunOut_data();
    void sessionsThatTheServerStillHasDoNotKeepTheRunOut();
    void allConnectionsLostAtOnce();
    void aSecondCutWhileConnectingAgainChangesNothing();
    void aProxyThatCutsIdleConnectionsAtAGateChangesNothing();
    void aProxyThatCutsIdleConnectionsInABuildChangesNothing();
    void aLostLockEndsTheRightToGoOn();
};

namespace {

constexpr qint64 rows = 4000;

void addFaults(const QByteArray &text, const char *name, int after = 0)
{
    const std::pair<Fault, const char *> faults[] = { { Fault::CutBefore, "before" },
                                                      { Fault::CutAfter, "inside" },
                                                      { Fault::SwallowAnswer, "after" } };
    for (const auto &[fault, when] : faults)
        QTest::addRow("%s %s", when, name) << text << after << fault;
}

QVector<QString> finalState(RunDatabase &db)
{
    return { db.shape(),
             db.one(QStringLiteral("SELECT md5(string_agg(u::text, ',' ORDER BY id)) FROM users u")) };
}

} // namespace

void FaultConnectionTest::aCutChangesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("after");
    QTest::addColumn<Fault>("fault");
    addFaults("SET lock_timeout = '30s'", "the settings of the fence");
    addFaults("started = coalesce(started", "the intent in the journal");
    addFaults("LOCAL lock_timeout", "BEGIN");
    addFaults("ADD COLUMN tier", "a statement of a transaction");
    addFaults("FOR SHARE", "the journal's row of a transaction");
    addFaults("COMMIT", "COMMIT of a definition", 1);
    addFaults("INSERT INTO lockstep.backfill", "the journal of a backfill");
    addFaults("UPDATE public.users SET tier", "a batch", 1);
    addFaults("COMMIT", "COMMIT of a batch", 5);
    addFaults("VALIDATE CONSTRAINT", "VALIDATE");
    addFaults("count(*) FROM public.users WHERE tier IS NULL", "a verification");
    addFaults("INSERT INTO lockstep.owned_object", "the intent of an index");
    addFaults("CREATE INDEX CONCURRENTLY", "CREATE INDEX CONCURRENTLY");
    addFaults("statements_done = $4", "the journal of an index");
    addFaults("finished = CASE WHEN $3", "the end of the run");
}

void FaultConnectionTest::aCutChangesNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(int, after);
    QFETCH(Fault, fault);
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    FaultProxy proxy(db.target());
    proxy.add({ text, fault, after });
    Traffic traffic(db, rows);
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    run.join();
    auto outcome = run.outcome;
    if (!outcome.has_value()) {
        // The start itself is not repeated: the user does that.
        QCOMPARE(outcome.error().kind, base::ErrorKind::Connection);
        RunOptions options = quickOptions();
        options.resume = runStatus(db.target()).value().hasRun;
        BackgroundRun again(proxy.target(), tierPlan(), options);
        again.join();
        outcome = again.outcome;
    }
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(proxy.faults(), 1);
    QCOMPARE(db.shape(), migratedShape);
    const QString problems = traffic.problems(db);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Done);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM lockstep.step WHERE state <> 'done'")),
             QStringLiteral("0"));
}

void FaultConnectionTest::aCutDuringTheWayBackChangesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("after");
    QTest::addColumn<Fault>("fault");
    addFaults("DROP INDEX CONCURRENTLY", "DROP INDEX CONCURRENTLY");
    addFaults("statements_undone = $4", "the journal of a statement taken back");
    addFaults("DROP CONSTRAINT", "a statement of a transaction");
    addFaults("COMMIT", "COMMIT", 1);
    addFaults("finished = CASE WHEN $4", "the journal of a step taken back");
}

void FaultConnectionTest::aCutDuringTheWayBackChangesNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(int, after);
    QFETCH(Fault, fault);
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    const auto before = finalState(db);
    VERIFY_OK(db.run(tierPlan()));
    FaultProxy proxy(db.target());
    proxy.add({ text, fault, after });
    RunControl control;
    const auto outcome =
        rollBackRun(tierPlan(), proxy.target(), quickOptions(), control, db.events.sink(), {});
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::RolledBack);
    QCOMPARE(proxy.faults(), 1);
    QCOMPARE(finalState(db), before);
}

void FaultConnectionTest::aCutWhileTheRunBeginsLeavesNothingHalf_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("after");
    QTest::addColumn<Fault>("fault");
    addFaults("pg_try_advisory_lock", "the run's lock");
    addFaults("CREATE SCHEMA lockstep", "the journal");
    addFaults("INSERT INTO lockstep.run", "the run's row");
    addFaults("INSERT INTO lockstep.step", "the rows of the steps", 2);
    addFaults("COMMIT", "COMMIT of the run's row");
    addFaults("'application_name', $1", "the names of the sessions");
}

void FaultConnectionTest::aCutWhileTheRunBeginsLeavesNothingHalf()
{
    QFETCH(QByteArray, text);
    QFETCH(int, after);
    QFETCH(Fault, fault);
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    FaultProxy proxy(db.target());
    proxy.add({ text, fault, after });
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    run.join();
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().kind, base::ErrorKind::Connection);
    QCOMPARE(db.shape(), before);
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    if (status->hasRun)
        QCOMPARE(status->steps.size(), tierPlan()->steps.size());
    RunOptions options = quickOptions();
    options.resume = status->hasRun;
    BackgroundRun again(proxy.target(), tierPlan(), options);
    again.join();
    VERIFY_OK(again.outcome);
    QCOMPARE(db.shape(), migratedShape);
}

void FaultConnectionTest::aStatementThatAlwaysLosesTheConnectionEndsTheRun()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    FaultProxy proxy(db.target());
    proxy.add({ "ADD CONSTRAINT tier_set", Fault::CutAfter, 0, 1000 });
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    run.join();
    QVERIFY(!run.outcome.has_value());
    QVERIFY2(run.outcome.error().message.contains(QStringLiteral("5 times in a row")),
             qPrintable(run.outcome.error().toText()));
    QCOMPARE(proxy.faults(), 5);
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    QCOMPARE(status->state, RunState::Failed);
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(tierPlan(), options));
    QCOMPARE(db.shape(), migratedShape);
}

void FaultConnectionTest::sessionsThatTheServerStillHasDoNotKeepTheRunOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("the fence") << QByteArray("started = coalesce(started");
    QTest::newRow("a transaction") << QByteArray("ADD COLUMN tier");
    QTest::newRow("COMMIT") << QByteArray("COMMIT");
    QTest::newRow("a batch") << QByteArray("UPDATE public.users SET tier");
    QTest::newRow("an index build") << QByteArray("CREATE INDEX CONCURRENTLY");
}

void FaultConnectionTest::sessionsThatTheServerStillHasDoNotKeepTheRunOut()
{
    QFETCH(QByteArray, text);
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    FaultProxy proxy(db.target());
    proxy.add({ text, Fault::Strand, text == "COMMIT" ? 1 : 0 });
    Traffic traffic(db, rows);
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(proxy.faults(), 1);
    QCOMPARE(db.shape(), migratedShape);
    const QString problems = traffic.problems(db);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void FaultConnectionTest::allConnectionsLostAtOnce()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    FaultProxy proxy(db.target());
    Traffic traffic(db, 30'000);
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    for (int i = 0; i < 3; ++i) {
        QTest::qWait(250);
        proxy.cutAll();
    }
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.shape(), migratedShape);
    const QString problems = traffic.problems(db);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

/// The fence is back, the second session is lost while it says who it is: the run waits without a journal.
void FaultConnectionTest::aSecondCutWhileConnectingAgainChangesNothing()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    FaultProxy proxy(db.target());
    proxy.add({ "UPDATE public.users SET tier", Fault::CutBefore });
    proxy.add({ "backend_start FROM pg_catalog.pg_stat_activity", Fault::CutBefore, 3 });
    Traffic traffic(db, rows);
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(proxy.faults(), 2);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    const QString problems = traffic.problems(db);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void FaultConnectionTest::aProxyThatCutsIdleConnectionsAtAGateChangesNothing()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    FaultProxy proxy(db.target());
    proxy.cutIdleAfter(500);
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    BackgroundRun run(proxy.target(), tierPlan(true), options);
    QVERIFY(run.waitForEvent<GateReached>());
    QTest::qWait(1300);
    QVERIFY(proxy.idleCuts() > 0);
    run.control.approveGate(QStringLiteral("s05"));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

/// Keepalives are no help: such proxies count what is said, not what arrives.
void FaultConnectionTest::aProxyThatCutsIdleConnectionsInABuildChangesNothing()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    FaultProxy proxy(db.target());
    const auto holder = db.open();
    BackgroundRun run(proxy.target(), tierPlan(true), [] {
        RunOptions options = quickOptions();
        options.waitAtGates = true;
        return options;
    }());
    QVERIFY(run.waitForEvent<GateReached>());
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM pg_class")));
    proxy.cutIdleAfter(600);
    run.control.approveGate(QStringLiteral("s05"));
    QVERIFY(run.waitForText(QStringLiteral("connecting again")));
    QVERIFY(!run.isDone);
    QTest::qWait(300);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QVERIFY(proxy.idleCuts() > 0);
    QCOMPARE(db.shape(), migratedShape);
}

void FaultConnectionTest::aLostLockEndsTheRightToGoOn()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    BackgroundRun run(db, tierPlan());
    QVERIFY(run.waitFor([&] { return run.events.of<BackfillAdvanced>().size() > 3; }));
    // Only the connection that holds the lock.
    db.endSessions(QStringLiteral("lockstep:%:journal"));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT epoch FROM lockstep.run")), QStringLiteral("2"));
}

QTEST_GUILESS_MAIN(FaultConnectionTest)
#include "tst_faultconnection.moc"
