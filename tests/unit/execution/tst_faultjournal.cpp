#include "traffic.h"

#include "../../support/faultproxy.h"

#include <model/execution/loglimiter.h>

#include <QFile>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Two runners, runners that are shut out, journals that are gone, old or locked.
class FaultJournalTest : public QObject
{
    Q_OBJECT
private slots:
    void aRunnerThatIsShutOutCommitsNothing_data();
    void aRunnerThatIsShutOutCommitsNothing();
    void theSecondRunnerIsToldWhoIsAtWork();
    void anOrphanIsDisconnectedOnlyWithConsent_data();
    void anOrphanIsDisconnectedOnlyWithConsent();
    void aJournalRemovedDuringTheRunEndsIt();
    void aRunWithoutItsJournalIsAdopted();
    void anAdoptionThatTheDatabaseContradictsIsRefused();
    void aJournalOfAnOlderVersionIsBroughtUp();
    void aJournalOfANewerVersionIsRefused();
    void aLockedJournalIsNotWaitedForForever();
    void aJournalIsNotRemovedUnderARunner();
    void stepsThatEndTheirTransactionAreRefused();
    void theSameMessageFillsNoLog();
};

void FaultJournalTest::aRunnerThatIsShutOutCommitsNothing_data()
{
    QTest::addColumn<QString>("at");
    QTest::newRow("in a definition") << QStringLiteral("s01");
    QTest::newRow("in a backfill") << QStringLiteral("s02");
    QTest::newRow("in an index build") << QStringLiteral("s06");
}

void FaultJournalTest::aRunnerThatIsShutOutCommitsNothing()
{
    QFETCH(QString, at);
    RunDatabase db(40'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    auto plan = std::make_shared<plan::Plan>(*tierPlan());
    plan->steps.first().sql.append(QStringLiteral("SELECT pg_sleep(1)"));
    plan->steps.first().timeouts.statementMs = 0;
    const auto holder = db.open();
    if (at == QLatin1String("s06"))
        VERIFY_OK(
            holder->execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM pg_class")));
    Traffic traffic(db, 40'000);
    BackgroundRun first(db, plan);
    QVERIFY(first.waitFor([&] {
        for (const StepChanged &changed : first.events.of<StepChanged>()) {
            if (changed.status.step == at)
                return true;
        }
        return false;
    }));
    QTest::qWait(300);
    RunOptions options = quickOptions();
    options.resume = true;
    options.takeOver = true;
    BackgroundRun second(db.target(), plan, options);
    QTest::qWait(500);
    if (at == QLatin1String("s06"))
        VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    first.join();
    second.join();
    QVERIFY2(!first.outcome.has_value() && first.outcome.error().kind == base::ErrorKind::Refused,
             qPrintable(first.outcome.has_value() ? QString() : first.outcome.error().toText()));
    VERIFY_OK(second.outcome);
    QCOMPARE(second.outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    const QString problems = traffic.problems(db);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    QVERIFY(db.one(QStringLiteral("SELECT epoch FROM lockstep.run")).toInt() >= 3);
    QVERIFY(
        db.one(QStringLiteral("SELECT count(*) FROM lockstep.event WHERE msg LIKE 'Taking the run over%'"))
            .toInt()
        >= 1);
}

void FaultJournalTest::theSecondRunnerIsToldWhoIsAtWork()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    BackgroundRun first(db.target(), tierPlan(true), options);
    QVERIFY(first.waitFor([&] { return !first.events.of<GateReached>().isEmpty(); }));
    const auto second = db.run(tierPlan(true));
    const QString pid = db.one(QStringLiteral("SELECT fence_pid FROM lockstep.run"));
    first.control.approveGate(QStringLiteral("s05"));
    first.join();
    VERIFY_OK(first.outcome);
    QVERIFY(isRefused(second, QStringLiteral("backend %1 (lockstep:").arg(pid)));
    QCOMPARE(db.shape(), migratedShape);
}

void FaultJournalTest::anOrphanIsDisconnectedOnlyWithConsent_data()
{
    QTest::addColumn<QString>("consent");
    QTest::newRow("from the start") << QStringLiteral("option");
    QTest::newRow("when it was seen") << QStringLiteral("asked");
    QTest::newRow("under another name") << QStringLiteral("renamed");
}

void FaultJournalTest::anOrphanIsDisconnectedOnlyWithConsent()
{
    QFETCH(QString, consent);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto stopped = db.run(tierPlan(true));
    VERIFY_OK(stopped);
    // What a killed runner left: a backend that is still in its statement.
    const auto orphan = db.open();
    if (consent == QLatin1String("renamed")) {
        db.exec(
            QStringLiteral("UPDATE lockstep.run SET work_pid = %1, work_started = (SELECT backend_start FROM"
                           " pg_stat_activity WHERE pid = %1)")
                .arg(orphan->server().backendPid));
        VERIFY_OK(orphan->execute(QStringLiteral("SET application_name = 'maintenance'")));
    } else {
        VERIFY_OK(orphan->execute(
            QStringLiteral("SET application_name = 'lockstep:%1:1'").arg(stopped->runId.left(8))));
    }
    std::thread statement([&] { (void)orphan->execute(QStringLiteral("SELECT pg_sleep(60)")); });
    QTest::qWait(200);
    RunOptions options = quickOptions();
    options.resume = true;
    options.approveAllGates = true;
    options.takeOver = consent == QLatin1String("option");
    BackgroundRun run(db.target(), tierPlan(true), options);
    if (!options.takeOver) {
        QVERIFY(run.waitFor([&] { return !run.events.of<LockWait>().isEmpty(); }));
        QTest::qWait(700);
        QVERIFY(!run.isDone);
        QCOMPARE(run.events.of<BlockerEnded>().size(), 0);
        const auto waits = run.events.of<LockWait>();
        QCOMPARE(waits.first().blockers.first().pid, orphan->server().backendPid);
        run.control.endBlocker(waits.first().blockers.first(), BlockerEnd::Terminate);
    }
    run.join();
    statement.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(run.events.of<BlockerEnded>().size(), 1);
    QVERIFY(!orphan->isConnected());
}

void FaultJournalTest::aJournalRemovedDuringTheRunEndsIt()
{
    RunDatabase db(40'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    Traffic traffic(db, 40'000);
    BackgroundRun run(db, tierPlan());
    QVERIFY(run.waitFor([&] { return run.events.of<BackfillAdvanced>().size() > 3; }));
    db.exec(QStringLiteral("DROP SCHEMA lockstep CASCADE"));
    run.join();
    QVERIFY(!run.outcome.has_value());
    QVERIFY2(run.outcome.error().toText().contains(QStringLiteral("lockstep")),
             qPrintable(run.outcome.error().toText()));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
    QVERIFY(db.shape().contains(QStringLiteral("tier:false")));
    const QString problems = traffic.problems(db, false);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void FaultJournalTest::aRunWithoutItsJournalIsAdopted()
{
    RunDatabase db(2000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    VERIFY_OK(db.run(tierPlan(true)));
    db.exec(QStringLiteral("DROP SCHEMA lockstep CASCADE"));
    RunOptions options = quickOptions();
    options.approveAllGates = true;
    options.adoptFrom = QStringLiteral("s05");
    const auto outcome = db.run(tierPlan(true), options);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    VERIFY_OK(db.rollBack(tierPlan(true)));
    QVERIFY(!db.shape().contains(QStringLiteral("tier")));
}

void FaultJournalTest::anAdoptionThatTheDatabaseContradictsIsRefused()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan(true)));
    db.exec(QStringLiteral("DROP SCHEMA lockstep CASCADE"));
    RunOptions options = quickOptions();
    options.adoptFrom = QStringLiteral("s04"); // Is done already.
    auto outcome = db.run(tierPlan(true), options);
    QVERIFY2(isRefused(outcome, QStringLiteral("validated constraint tier_set of public.users is there")),
             qPrintable(outcome.has_value() ? QString() : outcome.error().toText()));
    db.exec(QStringLiteral("ALTER TABLE users DROP CONSTRAINT tier_set"));
    options.adoptFrom = QStringLiteral("s05");
    outcome = db.run(tierPlan(true), options);
    QVERIFY(isRefused(outcome, QStringLiteral("constraint tier_set of public.users is not there")));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void FaultJournalTest::aJournalOfAnOlderVersionIsBroughtUp()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan(true)));
    // The same run in a journal of version 2, as that one was made.
    QFile script(sourceDirectory() + QStringLiteral("/tests/data/journal/v2.sql"));
    QVERIFY(script.open(QIODevice::ReadOnly));
    db.exec(QStringLiteral("CREATE TABLE saved_run AS SELECT * FROM lockstep.run"));
    db.exec(QStringLiteral("CREATE TABLE saved_step AS SELECT * FROM lockstep.step"));
    db.exec(QStringLiteral("DROP SCHEMA lockstep CASCADE"));
    VERIFY_OK(db.open()->executeScript(QString::fromUtf8(script.readAll())));
    db.exec(
        QStringLiteral("INSERT INTO lockstep.run SELECT r.* FROM saved_run s, jsonb_populate_record(NULL::"
                       "lockstep.run, to_jsonb(s)) r"));
    db.exec(
        QStringLiteral("INSERT INTO lockstep.step SELECT r.* FROM saved_step s, jsonb_populate_record(NULL::"
                       "lockstep.step, to_jsonb(s)) r"));
    db.exec(QStringLiteral("DROP TABLE saved_run, saved_step"));
    QCOMPARE(runStatus(db.target()).value().state, RunState::WaitingGate);
    RunOptions options = quickOptions();
    options.resume = true;
    options.approveAllGates = true;
    VERIFY_OK(db.run(tierPlan(true), options));
    QCOMPARE(db.shape(), migratedShape);
    VERIFY_OK(db.rollBack(tierPlan(true)));
}

void FaultJournalTest::aJournalOfANewerVersionIsRefused()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan(true)));
    db.exec(QStringLiteral("INSERT INTO lockstep.journal (version) VALUES (999)"));
    RunOptions options = quickOptions();
    options.resume = true;
    QVERIFY(isRefused(db.run(tierPlan(true), options), QStringLiteral("newer Lockstep")));
}

void FaultJournalTest::aLockedJournalIsNotWaitedForForever()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    const auto plan =
        planOf({ gate(QStringLiteral("s01")),
                 ddl(QStringLiteral("s02"), { QStringLiteral("ALTER TABLE users ADD COLUMN x integer") },
                     { QStringLiteral("ALTER TABLE users DROP COLUMN x") }) });
    VERIFY_OK(db.run(plan));
    const auto holder = db.open();
    VERIFY_OK(
        holder->execute(QStringLiteral("BEGIN; LOCK TABLE lockstep.step_attempt IN ACCESS EXCLUSIVE MODE")));
    RunOptions options = quickOptions();
    options.resume = true;
    options.approveAllGates = true;
    // The same with a tenth of the journal's patience.
    FaultProxy proxy(db.target());
    proxy.add({ "SET lock_timeout = '30s'", Fault::Replace, 0, 1, "SET lock_timeout = '03s'" });
    QElapsedTimer since;
    since.start();
    BackgroundRun run(proxy.target(), plan, options);
    run.join();
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    // The definition was committed with its row; only the note of the try could not be written.
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().sqlstate, QStringLiteral("55P03"));
    QCOMPARE(proxy.faults(), 1);
    QVERIFY(since.elapsed() < 15'000);
    QVERIFY(db.shape().contains(QStringLiteral("x:false")));
    VERIFY_OK(db.run(plan, options));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Done);
}

void FaultJournalTest::aJournalIsNotRemovedUnderARunner()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    BackgroundRun run(db.target(), tierPlan(true), options);
    QVERIFY(run.waitFor([&] { return !run.events.of<GateReached>().isEmpty(); }));
    QVERIFY(!removeJournal(db.target()).has_value());
    run.control.approveGate(QStringLiteral("s05"));
    run.join();
    VERIFY_OK(run.outcome);
    VERIFY_OK(removeJournal(db.target()));
}

void FaultJournalTest::stepsThatEndTheirTransactionAreRefused()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    const auto outcome = db.run(planOf(
        { ddl(QStringLiteral("s01"),
              { QStringLiteral("ALTER TABLE users ADD COLUMN x integer"), QStringLiteral("/* done */ COMMIT"),
                QStringLiteral("ALTER TABLE users ADD COLUMN y integer") },
              {}) }));
    QVERIFY2(isRefused(outcome, QStringLiteral("begins or ends a transaction itself")),
             qPrintable(outcome.has_value() ? QString() : outcome.error().toText()));
    QCOMPARE(db.shape(), before);
}

void FaultJournalTest::theSameMessageFillsNoLog()
{
    LogLimiter limiter;
    int written = 0;
    QString last;
    // Two messages in turn, ten times a second, for an hour.
    for (int i = 0; i < 36'000; ++i) {
        for (const char *text : { "Waiting for %1 ms.", "Row %1 is locked." }) {
            const auto line =
                limiter.takeAt(i * 100LL, QStringLiteral("s01"), QString::fromLatin1(text).arg(i));
            written += line ? 1 : 0;
            last = line.value_or(last);
        }
    }
    QVERIFY2(written < 150, qPrintable(QString::number(written)));
    QVERIFY(written > 100);
    QVERIFY(last.contains(QStringLiteral("more of these")));
    // Another step's is news.
    QVERIFY(limiter.takeAt(3'600'000, QStringLiteral("s02"), QStringLiteral("Waiting for 1 ms.")));
    // Whatever it says.
    const QString odd = QStringLiteral("A batch of \"%2\" failed.");
    for (const int at : { 0, 1 })
        (void)limiter.takeAt(at, QStringLiteral("s03"), odd);
    QCOMPARE(limiter.takeAt(5000, QStringLiteral("s03"), odd).value_or(QString()),
             odd + QStringLiteral(" (and 1 more of these)"));
}

QTEST_GUILESS_MAIN(FaultJournalTest)
#include "tst_faultjournal.moc"
