#include "traffic.h"

#include "../../support/faultproxy.h"

#include <QRandomGenerator>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

Q_DECLARE_METATYPE(QVector<lockstep::testing::Fault>)

/// Connections that break again before the run is back.
class FaultReconnectTest : public QObject
{
    Q_OBJECT
private slots:
    void aFaultAtEachStatementOfConnectingAgainChangesNothing_data();
    void aFaultAtEachStatementOfConnectingAgainChangesNothing();
    void aLockThatAnOrphanHoldsIsTakenBackFromIt();
    void waitsForALockThatNobodyTookTheRunOverWith();
    void aRunThatWasTakenOverIsNotTakenBack();
    void hearsWhatWasAskedMeanwhile();
    void noticesALostLockAtAGate();
    void noticesALostLockWhileSomebodyDecides();
    void aWayBackThatAlwaysLosesTheConnectionIsNotGoneForward();
    void aWayBackThatWaitedIsNotGoneForward();
    void aWatcherLostInALockWaitIsDoneWithout();
};

namespace {

constexpr qint64 rows = 300;

/// What the first loss interrupts.
struct Interrupted
{
    QByteArray at;
    bool back = false;
    int workers = 1;

    /// So many that several workers have something to do.
    [[nodiscard]] qint64 users() const { return workers > 1 ? 12'000 : rows; }
};

base::Result<RunOutcome> goThrough(RunDatabase &db, FaultProxy &proxy, const Interrupted &what)
{
    RunOptions options = quickOptions();
    options.workers = what.workers;
    RunControl control;
    return what.back ? rollBackRun(tierPlan(), proxy.target(), options, control, db.events.sink(), {})
                     : runPlan(tierPlan(), proxy.target(), options, control, db.events.sink(), {});
}

/// Statements from the first loss to the moment when the run is back, what opens connections among them.
int countStatements(const Interrupted &what)
{
    RunDatabase db(what.users());
    if (!db.isReady())
        return 0;
    if (what.back && !db.run(tierPlan()).has_value())
        return 0;
    FaultProxy proxy(db.target());
    std::atomic<int> counted = 0;
    std::atomic<int> atEnd = 0;
    proxy.add({ what.at, Fault::CutBefore, 0, 1, {}, [&] {
                   proxy.add({ "work_started = $6", Fault::None, 0, 1, {}, [&] { atEnd = counted + 1; } });
                   proxy.add({ {}, Fault::None, 0, 1'000'000, {}, [&] { ++counted; } });
               } });
    return goThrough(db, proxy, what).has_value() ? int(atEnd) : 0;
}

int statementsOfConnectingAgain(const Interrupted &what)
{
    static QHash<QPair<QByteArray, int>, int> counted;
    const QPair<QByteArray, int> key(what.at, what.workers);
    if (!counted.contains(key))
        counted.insert(key, countStatements(what));
    return counted.value(key);
}

} // namespace

void FaultReconnectTest::aFaultAtEachStatementOfConnectingAgainChangesNothing_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<bool>("back");
    QTest::addColumn<int>("workers");
    QTest::addColumn<QVector<Fault>>("faults");
    const std::pair<const char *, QVector<Fault>> again[] = {
        { "again before", { Fault::CutBefore } },
        { "again inside", { Fault::CutAfter } },
        { "again after", { Fault::SwallowAnswer } },
        { "stranded", { Fault::Strand } },
        { "three times more", { Fault::SwallowAnswer, Fault::CutBefore, Fault::Strand } },
    };
    for (const auto &[name, faults] : again) {
        QTest::addRow("%s, a batch", name)
            << QByteArray("UPDATE public.users SET tier") << false << 1 << faults;
        QTest::addRow("%s, an index build", name) << QByteArray("CREATE INDEX") << false << 1 << faults;
        QTest::addRow("%s, a batch of three workers", name)
            << QByteArray("UPDATE public.users SET tier") << false << 3 << faults;
        QTest::addRow("%s, the way back", name) << QByteArray("DROP CONSTRAINT") << true << 1 << faults;
    }
}

/// LOCKSTEP_FAULTS says at how many of the statements; 0: at every one.
void FaultReconnectTest::aFaultAtEachStatementOfConnectingAgainChangesNothing()
{
    QFETCH(QByteArray, at);
    QFETCH(bool, back);
    QFETCH(int, workers);
    QFETCH(QVector<Fault>, faults);
    const Interrupted what{ at, back, workers };
    const int statements = statementsOfConnectingAgain(what);
    QVERIFY(statements > 10);
    const quint32 seed = qEnvironmentVariableIsSet("LOCKSTEP_SEED")
                             ? qEnvironmentVariableIntValue("LOCKSTEP_SEED")
                             : QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const int wanted =
        qEnvironmentVariableIsSet("LOCKSTEP_FAULTS") ? qEnvironmentVariableIntValue("LOCKSTEP_FAULTS") : 1;
    const int tries = wanted > 0 ? wanted : statements;
    for (int i = 0; i < tries; ++i) {
        const int first = wanted > 0 ? int(random.bounded(statements)) : i;
        const QString where =
            QStringLiteral("statement %1 of %2, LOCKSTEP_SEED=%3").arg(first + 1).arg(statements).arg(seed);
        RunDatabase db(what.users());
        REQUIRE_DATABASE(db);
        const QString before = db.shape();
        db.countUpdates();
        if (back)
            VERIFY_OK(db.run(tierPlan()));
        FaultProxy proxy(db.target());
        qsizetype next = 0;
        std::function<void()> addNext = [&] {
            if (next >= faults.size())
                return;
            const int after = next == 0 ? first : int(random.bounded(statements));
            proxy.add({ {}, faults[next], after, 1, {}, addNext });
            ++next;
        };
        proxy.add({ at, Fault::CutBefore, 0, 1, {}, addNext });
        const auto outcome = goThrough(db, proxy, what);
        QVERIFY2(outcome.has_value(),
                 qPrintable(where + QStringLiteral(": ")
                            + (outcome.has_value() ? QString() : outcome.error().toText())));
        QVERIFY2(outcome->state == (back ? RunState::RolledBack : RunState::Done), qPrintable(where));
        QVERIFY2(db.shape() == (back ? before : migratedShape), qPrintable(where));
        QVERIFY2(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")) == QStringLiteral("0"),
                 qPrintable(where));
        QVERIFY2(runStatus(db.target()).value().state == outcome->state, qPrintable(where));
        QVERIFY2(!runStatus(db.target()).value().runnerAlive, qPrintable(where));
    }
}

/// The server still has the session with the lock, and takes no new ones for a while.
void FaultReconnectTest::aLockThatAnOrphanHoldsIsTakenBackFromIt()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    FaultProxy proxy(db.target());
    proxy.add({ "started = coalesce(started", Fault::Strand, 1, 1, {}, [&] { proxy.refuseFor(700); } });
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(proxy.faults(), 1);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

/// A pooler, for example, that has not noticed the loss.
void FaultReconnectTest::waitsForALockThatNobodyTookTheRunOverWith()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    FaultProxy proxy(db.target());
    const auto holder = db.open();
    const QString lock = QStringLiteral(
        "SELECT pg_advisory_lock(classid::integer, objid::integer) FROM pg_locks WHERE locktype "
        "= 'advisory' AND classid = 1282368363");
    std::thread waits;
    proxy.add({ "UPDATE public.users SET tier", Fault::CutBefore, 0, 1, {}, [&] {
                   waits = std::thread([&] { (void)holder->query(lock); });
               } });
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    QVERIFY(run.waitForText(QStringLiteral("Another runner is at work")));
    waits.join();
    QVERIFY(!run.isDone);
    VERIFY_OK(holder->execute(QStringLiteral("SELECT pg_advisory_unlock_all()")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
}

void FaultReconnectTest::aRunThatWasTakenOverIsNotTakenBack()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    RunOptions options = quickOptions();
    options.takeOver = true;
    BackgroundRun first(db.target(), tierPlan(), options);
    QVERIFY(first.waitForRows(2000));
    // So that it has nothing to write when it is shut out.
    first.control.pause();
    QVERIFY(first.waitFor(RunState::Paused));
    options.resume = true;
    BackgroundRun second(db.target(), tierPlan(), options);
    first.join();
    QVERIFY2(isRefused(first.outcome, QStringLiteral("Another runner took this run over")),
             first.outcome.has_value() ? "done" : qPrintable(first.outcome.error().toText()));
    db.setPace(0);
    second.join();
    VERIFY_OK(second.outcome);
    QCOMPARE(second.outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT epoch FROM lockstep.run")), QStringLiteral("3"));
}

void FaultReconnectTest::hearsWhatWasAskedMeanwhile()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    FaultProxy proxy(db.target());
    base::Result<void> asked = base::internalError(QStringLiteral("not asked"));
    // The lock is there, the journal is not yet.
    proxy.add({ "backend_start FROM pg_catalog.pg_stat_activity", Fault::None, 3, 1, {}, [&] {
                   asked = requestRun(db.target(), RemoteRequest::Cancel);
               } });
    proxy.add({ "UPDATE public.users SET tier", Fault::CutBefore, 3 });
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    run.join();
    VERIFY_OK(asked);
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Stopped);
}

void FaultReconnectTest::noticesALostLockAtAGate()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    BackgroundRun run(db.target(), tierPlan(true), options);
    QVERIFY(run.waitForEvent<GateReached>());
    db.endSessions(QStringLiteral("lockstep:%:journal"));
    // Nobody has to answer the question for that.
    QTRY_COMPARE_WITH_TIMEOUT(db.one(QStringLiteral("SELECT epoch FROM lockstep.run")), QStringLiteral("2"),
                              longEnoughMs);
    QVERIFY(QTest::qWaitFor([&] { return requestRun(db.target(), RemoteRequest::Cancel).has_value(); },
                            longEnoughMs));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Stopped);
    QCOMPARE(run.outcome->stoppedAt, QStringLiteral("s05"));
}

void FaultReconnectTest::noticesALostLockWhileSomebodyDecides()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    VERIFY_OK(holder->executeScript(QStringLiteral("BEGIN; LOCK TABLE users IN ROW EXCLUSIVE MODE")));
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    options.lockBudgetMs = 300;
    BackgroundRun run(db.target(), lockPlan(), options);
    const auto isAsked = [&] {
        const auto waits = run.events.of<LockWait>();
        return run.isDone || std::any_of(waits.cbegin(), waits.cend(), [](const LockWait &wait) {
                   return wait.isOverdue;
               });
    };
    QVERIFY(QTest::qWaitFor(isAsked, longEnoughMs));
    db.endSessions(QStringLiteral("lockstep:%:journal"));
    QTRY_COMPARE_WITH_TIMEOUT(db.one(QStringLiteral("SELECT epoch FROM lockstep.run")), QStringLiteral("2"),
                              longEnoughMs);
    QVERIFY(QTest::qWaitFor([&] { return requestRun(db.target(), RemoteRequest::Cancel).has_value(); },
                            longEnoughMs));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Stopped);
}

void FaultReconnectTest::aWayBackThatAlwaysLosesTheConnectionIsNotGoneForward()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    VERIFY_OK(db.run(tierPlan()));
    FaultProxy proxy(db.target());
    proxy.add({ "DROP CONSTRAINT tier_set", Fault::CutAfter, 0, 1000 });
    RunControl control;
    const auto lost = rollBackRun(tierPlan(), proxy.target(), quickOptions(), control, db.events.sink(), {});
    QVERIFY(!lost.has_value());
    QVERIFY2(lost.error().message.contains(QStringLiteral("5 times in a row")),
             qPrintable(lost.error().toText()));
    QVERIFY(!lost.error().hint.contains(QStringLiteral("--resume")));
    QCOMPARE(lost.error().remedy, base::Remedy::FinishRollback);
    QCOMPARE(runStatus(db.target()).value().state, RunState::RollingBack);
    RunOptions options = quickOptions();
    options.resume = true;
    QVERIFY(isRefused(db.run(tierPlan(), options), QStringLiteral("is being rolled back")));
    VERIFY_OK(db.rollBack(tierPlan()));
    QCOMPARE(db.shape(), before);
}

void FaultReconnectTest::aWayBackThatWaitedIsNotGoneForward()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    VERIFY_OK(db.run(tierPlan()));
    const auto holder = db.open();
    // The index is gone by then.
    FaultProxy proxy(db.target());
    proxy.add({ "DROP CONSTRAINT", Fault::None, 0, 1, {}, [&] {
                   (void)holder->executeScript(
                       QStringLiteral("BEGIN; LOCK TABLE users IN ROW EXCLUSIVE MODE"));
               } });
    {
        RunControl control;
        Events events;
        base::Result<RunOutcome> outcome = RunOutcome{};
        std::thread runner([&] {
            outcome = rollBackRun(tierPlan(), proxy.target(), quickOptions(), control, events.sink(), {});
        });
        const bool waits = QTest::qWaitFor(
            [&] { return runStatus(db.target()).value().state == RunState::WaitingLock; }, longEnoughMs);
        const QString state = db.one(QStringLiteral("SELECT state FROM lockstep.run"));
        control.stop();
        runner.join();
        QVERIFY(waits);
        // As a runner that was killed just then leaves it.
        db.exec(QStringLiteral("UPDATE lockstep.run SET state = '%1'").arg(state));
    }
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    QVERIFY(runStatus(db.target()).value().isGoingBack);
    RunOptions options = quickOptions();
    options.resume = true;
    QVERIFY(isRefused(db.run(tierPlan(), options), QStringLiteral("is being rolled back")));
    VERIFY_OK(db.rollBack(tierPlan()));
    QCOMPARE(db.shape(), before);
}

void FaultReconnectTest::aWatcherLostInALockWaitIsDoneWithout()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    VERIFY_OK(holder->executeScript(QStringLiteral("BEGIN; LOCK TABLE users IN ROW EXCLUSIVE MODE")));
    RunOptions options = quickOptions();
    options.lockBudgetMs = 60'000;
    BackgroundRun run(db.target(), lockPlan(), options);
    QVERIFY(run.waitFor([&] { return run.events.of<LockWait>().size() > 1; }));
    for (int i = 0; i < 3; ++i) {
        db.endSessions(QStringLiteral("lockstep:watch"));
        QTest::qWait(300);
    }
    QVERIFY(!run.isDone);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    // It had to wait, but not for the end of its time.
    QCOMPARE(db.one(QStringLiteral("SELECT epoch FROM lockstep.run")), QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(FaultReconnectTest)
#include "tst_faultreconnect.moc"
