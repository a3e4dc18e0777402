#include "traffic.h"

#include <model/execution/blockers.h>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Locks that are not to be had, and what may be done about who holds them.
class FaultLocksTest : public QObject
{
    Q_OBJECT
private slots:
    void waitsForLongHoldersBeforeTheFirstTry();
    void severalTablesFreezeNoLongerThanOne();
    void failsWhenTheTimeIsUpAndNobodyCanDecide();
    void waitsForADecisionWhenTheTimeIsUp_data();
    void waitsForADecisionWhenTheTimeIsUp();
    void endsABlockerThatSomebodyNamed_data();
    void endsABlockerThatSomebodyNamed();
    void endsBlockersByConsent_data();
    void endsBlockersByConsent();
    void keepsWhatMustNotBeEnded_data();
    void keepsWhatMustNotBeEnded();
    void decidesByTier_data();
    void decidesByTier();
    void showsWhoBlocksAnIndexBuild();
};

namespace {

void holdLock(postgres::Session &session)
{
    VERIFY_OK(session.execute(QStringLiteral("BEGIN")));
    VERIFY_OK(session.query(QStringLiteral("SELECT count(*) FROM users")));
}

RunOptions impatient(int budgetMs, bool stays)
{
    RunOptions options = quickOptions();
    options.lockBudgetMs = budgetMs;
    options.waitAtGates = stays;
    return options;
}

bool isOverdue(const BackgroundRun &run)
{
    for (const LockWait &wait : run.events.of<LockWait>()) {
        if (wait.isOverdue)
            return true;
    }
    return false;
}

} // namespace

void FaultLocksTest::waitsForLongHoldersBeforeTheFirstTry()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    holdLock(*holder);
    QTest::qWait(1200);
    BackgroundRun run(db, lockPlan());
    QVERIFY(run.waitForEvent<LockWait>());
    QTest::qWait(1000);
    // Nobody queues: not one try was made.
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM lockstep.step_attempt")), QStringLiteral("0"));
    QCOMPARE(run.events.of<LockWait>().first().blockers.first().pid, holder->server().backendPid);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.one(QStringLiteral("SELECT string_agg(outcome, ',') FROM lockstep.step_attempt")),
             QStringLiteral("done"));
}

void FaultLocksTest::severalTablesFreezeNoLongerThanOne()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    plan::Step step = ddl(QStringLiteral("s01"), {}, {});
    for (int i = 0; i < 4; ++i) {
        const QString table = QStringLiteral("t%1").arg(i);
        db.exec(QStringLiteral("CREATE TABLE %1 (id integer)").arg(table));
        step.sql.append(QStringLiteral("ALTER TABLE public.%1 ADD COLUMN x integer").arg(table));
        step.assessment.locks.append({ QStringLiteral("public.") + table, plan::LockMode::AccessExclusive });
    }
    // The last table is held; the first ones are locked by us while we wait for it.
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; SELECT FROM t3")));
    BackgroundRun run(db, planOf({ step }));
    double longest = 0;
    double frozen = 0;
    QElapsedTimer total;
    total.start();
    while (total.elapsed() < 5000) {
        QElapsedTimer one;
        one.start();
        db.exec(QStringLiteral("INSERT INTO t0 (id) VALUES (1)"));
        longest = std::max(longest, double(one.elapsed()));
        frozen += one.elapsed() > 20 ? double(one.elapsed()) : 0;
        QTest::qWait(2);
    }
    const double share = frozen / double(total.elapsed());
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    VERIFY_OK(run.outcome);
    QVERIFY2(longest < 2000, qPrintable(QString::number(longest)));
    QVERIFY2(share <= 0.5, qPrintable(QString::number(share)));
    QVERIFY(db.one(QStringLiteral("SELECT count(*) FROM lockstep.step_attempt")).toInt() > 1);
}

void FaultLocksTest::failsWhenTheTimeIsUpAndNobodyCanDecide()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.openAsGuest();
    holdLock(*holder);
    BackgroundRun run(db.target(), lockPlan(), impatient(2000, false));
    run.join();
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().sqlstate, QStringLiteral("55P03"));
    QVERIFY2(
        run.outcome.error().message.contains(QStringLiteral("backend %1").arg(holder->server().backendPid)),
        qPrintable(run.outcome.error().toText()));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Failed);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(lockPlan(), options));
}

void FaultLocksTest::waitsForADecisionWhenTheTimeIsUp_data()
{
    QTest::addColumn<QString>("decision");
    QTest::newRow("more time") << QStringLiteral("extend");
    QTest::newRow("end who holds it") << QStringLiteral("end");
    QTest::newRow("stop") << QStringLiteral("stop");
    QTest::newRow("gone by itself") << QStringLiteral("gone");
}

void FaultLocksTest::waitsForADecisionWhenTheTimeIsUp()
{
    QFETCH(QString, decision);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.openAsGuest();
    holdLock(*holder);
    BackgroundRun run(db.target(), lockPlan(), impatient(1500, true));
    QVERIFY(QTest::qWaitFor([&] { return isOverdue(run); }, longEnoughMs));
    QCOMPARE(runStatus(db.target()).value().state, RunState::WaitingLock);
    const QString tries = QStringLiteral("SELECT count(*) FROM lockstep.step_attempt");
    const QString before = db.one(tries);
    QTest::qWait(1000);
    QCOMPARE(db.one(tries), before);
    const Blocker blocker = run.events.of<LockWait>().last().blockers.value(0);
    QCOMPARE(blocker.pid, holder->server().backendPid);
    if (decision == QLatin1String("extend")) {
        run.control.extendLockWait();
        QVERIFY(QTest::qWaitFor([&] { return db.one(tries) != before; }, longEnoughMs));
        VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    } else if (decision == QLatin1String("end")) {
        run.control.endBlocker(blocker, BlockerEnd::Terminate);
    } else if (decision == QLatin1String("stop")) {
        run.control.stop();
    } else {
        VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    }
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, decision == QLatin1String("stop") ? RunState::Stopped : RunState::Done);
}

void FaultLocksTest::endsABlockerThatSomebodyNamed_data()
{
    QTest::addColumn<bool>("terminate");
    QTest::newRow("a cancelled statement") << false;
    QTest::newRow("a disconnected session") << true;
}

void FaultLocksTest::endsABlockerThatSomebodyNamed()
{
    QFETCH(bool, terminate);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.openAsGuest();
    if (terminate)
        holdLock(*holder);
    std::thread statement;
    if (!terminate)
        statement =
            std::thread([&] { (void)holder->execute(QStringLiteral("SELECT pg_sleep(60) FROM users")); });
    BackgroundRun run(db, lockPlan());
    const bool seen = run.waitForEvent<LockWait>();
    if (seen)
        run.control.endBlocker(run.events.of<LockWait>().first().blockers.first(),
                               terminate ? BlockerEnd::Terminate : BlockerEnd::Cancel);
    run.join();
    if (statement.joinable())
        statement.join();
    QVERIFY(seen);
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    const auto ended = run.events.of<BlockerEnded>();
    QCOMPARE(ended.size(), 1);
    QVERIFY2(ended.first().isDone, qPrintable(ended.first().text));
    QCOMPARE(holder->isConnected() && holder->execute(QStringLiteral("SELECT 1")).has_value(), !terminate);
    QCOMPARE(
        db.one(QStringLiteral("SELECT count(*) FROM lockstep.event WHERE msg ~ '^(Cancelling|Disconnecting)'"
                              " AND msg LIKE '%backend ' || %1 || ' (shop, user run_guest%'")
                   .arg(holder->server().backendPid)),
        QStringLiteral("1"));
}

void FaultLocksTest::endsBlockersByConsent_data()
{
    QTest::addColumn<int>("tier");
    QTest::addColumn<bool>("isIdle");
    QTest::newRow("idle in a transaction") << int(BlockerTier::IdleInTransaction) << true;
    QTest::newRow("a long statement") << int(BlockerTier::Statement) << false;
    QTest::newRow("whatever it does") << int(BlockerTier::Session) << false;
}

void FaultLocksTest::endsBlockersByConsent()
{
    QFETCH(int, tier);
    QFETCH(bool, isIdle);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.openAsGuest();
    if (isIdle)
        holdLock(*holder);
    std::thread statement([&] {
        if (!isIdle)
            (void)holder->execute(QStringLiteral("SELECT pg_sleep(60) FROM users"));
    });
    RunOptions options = quickOptions();
    options.consent = { BlockerTier(tier), 2, 2 };
    BackgroundRun run(db.target(), lockPlan(), options);
    run.join();
    (void)db.one(QStringLiteral("SELECT pg_terminate_backend(%1)").arg(holder->server().backendPid));
    statement.join();
    VERIFY_OK(run.outcome);
    const auto ended = run.events.of<BlockerEnded>();
    QVERIFY(!ended.isEmpty());
    QVERIFY2(ended.first().isDone, qPrintable(ended.first().text));
    QVERIFY(ended.first().blocker.stateSeconds >= 2);
}

void FaultLocksTest::keepsWhatMustNotBeEnded_data()
{
    QTest::addColumn<QString>("who");
    QTest::newRow("a superuser's session") << QStringLiteral("superuser");
    QTest::newRow("another run of ours") << QStringLiteral("lockstep");
}

void FaultLocksTest::keepsWhatMustNotBeEnded()
{
    QFETCH(QString, who);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = who == QLatin1String("superuser") ? db.open() : db.openAsGuest();
    if (who == QLatin1String("lockstep"))
        VERIFY_OK(holder->execute(QStringLiteral("SET application_name = 'lockstep:12345678:1'")));
    holdLock(*holder);
    RunOptions options = impatient(3000, false);
    options.consent = { BlockerTier::Session, 0, 0 };
    BackgroundRun run(db.target(), lockPlan(), options);
    QVERIFY(run.waitForEvent<LockWait>());
    const Blocker blocker = run.events.of<LockWait>().first().blockers.first();
    QVERIFY(!blocker.keptBecause.isEmpty());
    run.control.endBlocker(blocker, BlockerEnd::Terminate);
    run.join();
    QVERIFY(!run.outcome.has_value());
    for (const BlockerEnded &ended : run.events.of<BlockerEnded>())
        QVERIFY2(!ended.isDone, qPrintable(ended.text));
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
}

void FaultLocksTest::decidesByTier_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("isAutovacuum");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("upTo");
    QTest::addColumn<int>("end");
    constexpr int nothing = -1;
    constexpr int cancel = int(BlockerEnd::Cancel);
    constexpr int terminate = int(BlockerEnd::Terminate);
    const QString idle = QStringLiteral("idle in transaction");
    const QString active = QStringLiteral("active");
    QTest::newRow("nobody") << active << false << 1e6 << int(BlockerTier::Nobody) << nothing;
    QTest::newRow("autovacuum") << active << true << 0.0 << int(BlockerTier::Autovacuum) << cancel;
    QTest::newRow("idle, not yet") << idle << false << 200.0 << int(BlockerTier::Session) - 1 << nothing;
    QTest::newRow("idle") << idle << false << 301.0 << int(BlockerTier::IdleInTransaction) << terminate;
    QTest::newRow("statement, only idle ones")
        << active << false << 1e6 << int(BlockerTier::IdleInTransaction) << nothing;
    QTest::newRow("statement, not yet") << active << false << 59.0 << int(BlockerTier::Statement) << nothing;
    QTest::newRow("statement") << active << false << 61.0 << int(BlockerTier::Statement) << cancel;
    QTest::newRow("session, first its statement")
        << active << false << 61.0 << int(BlockerTier::Session) << cancel;
    QTest::newRow("session") << active << false << 71.0 << int(BlockerTier::Session) << terminate;
    QTest::newRow("session, idle") << idle << false << 61.0 << int(BlockerTier::Session) << terminate;
}

void FaultLocksTest::decidesByTier()
{
    QFETCH(QString, state);
    QFETCH(bool, isAutovacuum);
    QFETCH(double, seconds);
    QFETCH(int, upTo);
    QFETCH(int, end);
    Blocker blocker;
    blocker.pid = 1;
    blocker.state = state;
    blocker.isAutovacuum = isAutovacuum;
    blocker.stateSeconds = seconds;
    blocker.transactionSeconds = seconds;
    const auto found = consentedEnd(blocker, { BlockerTier(upTo) });
    QCOMPARE(found ? int(*found) : -1, end);
    blocker.keptBecause = QStringLiteral("Not this one.");
    QVERIFY(!consentedEnd(blocker, { BlockerTier(upTo) }));
}

void FaultLocksTest::showsWhoBlocksAnIndexBuild()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.openAsGuest();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; UPDATE users SET name = 'x' WHERE id = 1")));
    BackgroundRun run(
        db,
        planOf({ ddl(QStringLiteral("s01"),
                     { QStringLiteral("CREATE INDEX CONCURRENTLY users_name_idx ON public.users (name)") },
                     {}, false) }));
    const bool told = QTest::qWaitFor(
        [&] {
            for (const BuildAdvanced &build : run.events.of<BuildAdvanced>()) {
                if (build.waitsForPid == holder->server().backendPid)
                    return true;
            }
            return false;
        },
        longEnoughMs);
    // The two are told apart, each at its own time.
    Blocker blocker;
    const bool isNamed = QTest::qWaitFor(
        [&] {
            for (const LockWait &wait : run.events.of<LockWait>()) {
                blocker = wait.blockers.value(0);
                if (blocker.pid == holder->server().backendPid)
                    return true;
            }
            return false;
        },
        longEnoughMs);
    if (isNamed)
        run.control.endBlocker(blocker, BlockerEnd::Terminate);
    else
        VERIFY_OK(holder->execute(QStringLiteral("ROLLBACK")));
    run.join();
    VERIFY_OK(run.outcome);
    QVERIFY(told);
    QVERIFY(isNamed);
    QCOMPARE(run.events.of<BlockerEnded>().size(), 1);
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
}

QTEST_GUILESS_MAIN(FaultLocksTest)
#include "tst_faultlocks.moc"
