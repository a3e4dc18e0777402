#include "traffic.h"

#include "../../support/owncluster.h"

#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <unistd.h>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Servers that crash, are promoted, restored, full or shut: each test has its own.
class FaultServerTest : public QObject
{
    Q_OBJECT
private slots:
    void aCrashOfTheServerChangesNothing_data();
    void aCrashOfTheServerChangesNothing();
    void afterAFailoverSomebodyMustAgree();
    void aFailoverDuringTheRunEndsItUntilSomebodyAgrees();
    void anotherDatabaseWithTheJournalIsRefused();
    void aSynchronousStandbyThatIsGoneIsShown();
    void withoutAFreeConnectionItWatchesNothing();
    void aWatcherThatIsLostComesBack();
    void aLostServerThatStaysAwayEndsTheRun();
    void aFullDiskLeavesNothingHalf();
    void aPreparedTransactionIsShown();
};

#define REQUIRE_CLUSTER(cluster)                                                                             \
    if (!(cluster))                                                                                          \
    QFAIL("No server of its own")

namespace {

QString steps(RunDatabase &db)
{
    return db.one(QStringLiteral("SELECT string_agg(DISTINCT state, ',') FROM lockstep.step"));
}

} // namespace

void FaultServerTest::aCrashOfTheServerChangesNothing_data()
{
    QTest::addColumn<QString>("step");
    QTest::newRow("in a definition") << QStringLiteral("s01");
    QTest::newRow("in a backfill") << QStringLiteral("s02");
    QTest::newRow("in VALIDATE") << QStringLiteral("s04");
    QTest::newRow("at a gate") << QStringLiteral("s05");
    QTest::newRow("in an index build") << QStringLiteral("s06");
}

void FaultServerTest::aCrashOfTheServerChangesNothing()
{
    QFETCH(QString, step);
    constexpr int rows = 40'000;
    const auto cluster = OwnCluster::create();
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), rows);
    db.countUpdates();
    db.slowDown();
    Traffic traffic(db, rows);
    auto plan = std::make_shared<plan::Plan>(*tierPlan(true));
    const auto holder = db.open();
    for (plan::Step &one : plan->steps) {
        if (one.id != step)
            continue;
        // The step is still at work when the server goes.
        if (step == QLatin1String("s01") || step == QLatin1String("s04"))
            one.sql.append(QStringLiteral("SELECT pg_sleep(0.5)"));
        if (step == QLatin1String("s06"))
            VERIFY_OK(holder->execute(
                QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM pg_class")));
    }
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    BackgroundRun run(db.target(), plan, options);
    const auto isAtWork = [&] {
        for (const StepChanged &changed : run.events.of<StepChanged>()) {
            if (changed.status.step == step && changed.status.state != StepState::Done)
                return true;
        }
        return false;
    };
    if (step != QLatin1String("s05"))
        run.control.approveGate(QStringLiteral("s05"));
    QVERIFY(QTest::qWaitFor(isAtWork, longEnoughMs));
    QTest::qWait(250);
    QVERIFY(cluster->restartNow());
    run.control.approveGate(QStringLiteral("s05"));
    run.join();
    db.moveTo(cluster->target());
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    const QString problems = traffic.problems(db);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    QCOMPARE(steps(db), QStringLiteral("done"));
}

void FaultServerTest::afterAFailoverSomebodyMustAgree()
{
    const auto primary = OwnCluster::create();
    REQUIRE_CLUSTER(primary);
    RunDatabase db(primary->target(), 5000);
    db.countUpdates();
    const auto standby = primary->standby();
    REQUIRE_CLUSTER(standby);
    const auto stopped = db.run(tierPlan(true));
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::WaitingGate);
    const QString position = primary->one(QStringLiteral("SELECT pg_current_wal_insert_lsn()"));
    QTRY_COMPARE_WITH_TIMEOUT(
        standby->one(QStringLiteral("SELECT pg_last_wal_replay_lsn() >= '%1'").arg(position)),
        QStringLiteral("t"), longEnoughMs);
    RunOptions options = quickOptions();
    options.resume = true;
    options.approveAllGates = true;
    // A standby is refused before anything is written.
    RunControl control;
    auto outcome = runPlan(tierPlan(true), standby->target(), options, control, {}, {});
    QVERIFY(!outcome.has_value());
    QVERIFY(outcome.error().message.contains(QStringLiteral("standby")));
    QVERIFY(primary->stopNow());
    QVERIFY(standby->promote());
    db.moveTo(standby->target());
    outcome = db.run(tierPlan(true), options);
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, base::ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("timeline 2")),
             qPrintable(outcome.error().toText()));
    QCOMPARE(runStatus(db.target()).value().state, RunState::WaitingGate);
    options.acceptFailover = true;
    VERIFY_OK(db.run(tierPlan(true), options));
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT timeline FROM lockstep.run")), QStringLiteral("2"));
}

void FaultServerTest::aFailoverDuringTheRunEndsItUntilSomebodyAgrees()
{
    constexpr int rows = 60'000;
    const auto primary = OwnCluster::create();
    REQUIRE_CLUSTER(primary);
    RunDatabase db(primary->target(), rows);
    db.countUpdates();
    db.slowDown();
    const auto standby = primary->standby();
    REQUIRE_CLUSTER(standby);
    postgres::ConnectionTarget both;
    both.text = QStringLiteral("host=%1,%2 user=postgres dbname=postgres target_session_attrs=read-write")
                    .arg(primary->target().parameter(QStringLiteral("host")),
                         standby->target().parameter(QStringLiteral("host")));
    BackgroundRun run(both, tierPlan(), quickOptions());
    QVERIFY(run.waitFor([&] { return run.events.of<BackfillAdvanced>().size() > 5; }));
    QVERIFY(primary->stopNow());
    QVERIFY(standby->promote());
    run.join();
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().kind, base::ErrorKind::Refused);
    QVERIFY2(run.outcome.error().message.contains(QStringLiteral("timeline")),
             qPrintable(run.outcome.error().toText()));
    db.moveTo(standby->target());
    RunOptions options = quickOptions();
    options.resume = true;
    options.acceptFailover = true;
    VERIFY_OK(db.run(tierPlan(), options));
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM users WHERE n <> 1 OR tier IS DISTINCT FROM 'tier' || id % 3")),
             QStringLiteral("0"));
}

void FaultServerTest::anotherDatabaseWithTheJournalIsRefused()
{
    const auto cluster = OwnCluster::create();
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), 100);
    VERIFY_OK(db.run(tierPlan(true)));
    RunOptions options = quickOptions();
    options.resume = true;
    options.approveAllGates = true;
    // The files of another system: the identifier in the journal is not its own.
    db.exec(QStringLiteral("UPDATE lockstep.run SET system_identifier = '4711'"));
    auto outcome = db.run(tierPlan(true), options);
    QVERIFY(!outcome.has_value());
    QVERIFY2(outcome.error().message.contains(QStringLiteral("restored or copied")),
             qPrintable(outcome.error().toText()));
    // A copy within the same server has another oid.
    db.exec(QStringLiteral("UPDATE lockstep.run SET system_identifier = (SELECT system_identifier FROM "
                           "pg_control_system()), db_oid = 1"));
    outcome = db.run(tierPlan(true), options);
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, base::ErrorKind::Refused);
    // What belongs to nobody here can be removed, and the plan be made anew.
    VERIFY_OK(removeJournal(db.target()));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void FaultServerTest::aSynchronousStandbyThatIsGoneIsShown()
{
    const auto cluster = OwnCluster::create();
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), 100);
    const auto made = db.run(planOf({ gate(QStringLiteral("s00")), lockPlan()->steps.first() }));
    VERIFY_OK(made);
    cluster->exec(QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'gone'"));
    cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
    RunOptions options = quickOptions();
    options.resume = true;
    options.approveAllGates = true;
    BackgroundRun run(db.target(), planOf({ gate(QStringLiteral("s00")), lockPlan()->steps.first() }),
                      options);
    const bool told = QTest::qWaitFor(
        [&] {
            for (const LogLine &line : run.events.of<LogLine>()) {
                if (line.text.contains(QStringLiteral("SyncRep")))
                    return true;
            }
            return false;
        },
        longEnoughMs);
    // A stop ends the waiting; the change was committed here and stays.
    run.control.stop();
    run.join();
    QVERIFY(told);
    VERIFY_OK(run.outcome);
    QVERIFY(db.shape().contains(QStringLiteral("x:false")));
    QCOMPARE(db.one(QStringLiteral("SELECT state FROM lockstep.step WHERE step_id = 's01'")),
             QStringLiteral("done"));
}

void FaultServerTest::withoutAFreeConnectionItWatchesNothing()
{
    const auto cluster = OwnCluster::create({ QStringLiteral("max_connections = 8"),
                                              QStringLiteral("superuser_reserved_connections = 0"),
                                              QStringLiteral("max_wal_senders = 0") });
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), 1000);
    // Sessions that have ended keep their place for a moment.
    const auto places = [&] {
        return db.one(
            QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"));
    };
    QTRY_COMPARE_WITH_TIMEOUT(places(), QStringLiteral("1"), longEnoughMs);
    std::vector<std::unique_ptr<postgres::Session>> others;
    for (int i = 0; i < 5; ++i)
        others.push_back(db.open());
    // Two are left: without one for watching the run goes on and says so.
    VERIFY_OK(db.run(tierPlan()));
    QCOMPARE(db.shape(), migratedShape);
    bool told = false;
    for (const LogLine &line : db.events.of<LogLine>())
        told = told || line.text.contains(QStringLiteral("no connection left for watching"));
    QVERIFY(told);
    VERIFY_OK(db.rollBack(tierPlan()));
    // One is left: not begun, and the reason is said.
    QTRY_COMPARE_WITH_TIMEOUT(places(), QStringLiteral("6"), longEnoughMs);
    others.push_back(db.open());
    const auto outcome = db.run(tierPlan());
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, base::ErrorKind::Connection);
    QCOMPARE(outcome.error().sqlstate, QStringLiteral("53300"));
    QTRY_COMPARE_WITH_TIMEOUT(places(), QStringLiteral("7"), longEnoughMs);
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    QCOMPARE(status->state, RunState::RolledBack);
}

void FaultServerTest::aWatcherThatIsLostComesBack()
{
    const auto cluster = OwnCluster::create();
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), 100);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; LOCK TABLE users IN SHARE MODE")));
    BackgroundRun run(db.target(), lockPlan(), quickOptions());
    const QString watchers =
        QStringLiteral("FROM pg_stat_activity WHERE application_name = 'lockstep:watch'");
    const auto blocked = [&run] { return run.events.of<LockWait>().size(); };
    QTRY_VERIFY_WITH_TIMEOUT(blocked() > 0, longEnoughMs);
    const QString first = db.one(QStringLiteral("SELECT max(pid) ") + watchers);
    QCOMPARE(db.one(QStringLiteral("SELECT bool_and(pg_terminate_backend(pid)) ") + watchers),
             QStringLiteral("t"));
    // In one question: between two of them a session may come or go.
    const QString another = QStringLiteral("SELECT count(*) = 1 AND max(pid) <> %1 ").arg(first) + watchers;
    QVERIFY(QTest::qWaitFor([&] { return db.one(another) == QLatin1String("t"); }, longEnoughMs));
    VERIFY_OK(holder->execute(QStringLiteral("ROLLBACK")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    bool told = false;
    for (const LogLine &line : run.events.of<LogLine>())
        told = told || line.text.contains(QStringLiteral("for watching was lost and is there again"));
    QVERIFY(told);
}

void FaultServerTest::aLostServerThatStaysAwayEndsTheRun()
{
    const auto cluster = OwnCluster::create();
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), 60'000);
    db.slowDown();
    BackgroundRun run(db, tierPlan());
    QVERIFY(run.waitFor([&] { return run.events.of<BackfillAdvanced>().size() > 5; }));
    QVERIFY(cluster->stopNow());
    QTest::qWait(1500);
    run.control.stop();
    run.join();
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().kind, base::ErrorKind::Connection);
    QVERIFY(cluster->start());
    db.moveTo(cluster->target());
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(tierPlan(), options));
    QCOMPARE(db.shape(), migratedShape);
}

void FaultServerTest::aFullDiskLeavesNothingHalf()
{
    const auto cluster = OwnCluster::create();
    REQUIRE_CLUSTER(cluster);
    QTemporaryDir small(QStringLiteral("/tmp/ls-small-XXXXXX"));
    if (::geteuid() != 0
        || QProcess::execute(QStringLiteral("mount"),
                             { QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                               QStringLiteral("size=3m"), QStringLiteral("none"), small.path() })
               != 0)
        QSKIP("This machine lets nobody mount a small disk.");
    QProcess::execute(QStringLiteral("chown"), { QStringLiteral("postgres"), small.path() });
    const auto unmount = qScopeGuard([&] {
        (void)cluster->stopNow();
        QProcess::execute(QStringLiteral("umount"), { small.path() });
    });
    RunDatabase db(cluster->target(), 200'000);
    cluster->exec(QStringLiteral("CREATE TABLESPACE small LOCATION '%1'").arg(small.path()));
    const QString before = db.shape();
    const auto plan = planOf(
        { ddl(QStringLiteral("s01"),
              { QStringLiteral(
                  "CREATE INDEX CONCURRENTLY users_name_idx ON public.users (name) TABLESPACE small") },
              { QStringLiteral("DROP INDEX CONCURRENTLY public.users_name_idx") }, false) });
    const auto failed = db.run(plan);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().sqlstate, QStringLiteral("53100"));
    QCOMPARE(db.shape(), before);
    QVERIFY(QProcess::execute(QStringLiteral("mount"),
                              { QStringLiteral("-o"), QStringLiteral("remount,size=100m"), small.path() })
            == 0);
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(plan, options));
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
}

void FaultServerTest::aPreparedTransactionIsShown()
{
    const auto cluster = OwnCluster::create({ QStringLiteral("max_prepared_transactions = 2") });
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), 1000);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN")));
    VERIFY_OK(holder->execute(QStringLiteral("UPDATE users SET name = 'x' WHERE id = 1")));
    VERIFY_OK(holder->execute(QStringLiteral("PREPARE TRANSACTION 'held'")));
    RunOptions options = quickOptions();
    options.lockBudgetMs = 2000;
    options.consent = { BlockerTier::Session, 0, 0 };
    BackgroundRun run(db.target(), lockPlan(), options);
    run.join();
    QVERIFY(!run.outcome.has_value());
    const auto waits = run.events.of<LockWait>();
    QVERIFY(!waits.isEmpty());
    QCOMPARE(waits.first().blockers.first().pid, 0);
    QVERIFY(waits.first().blockers.first().keptBecause.contains(QStringLiteral("ROLLBACK PREPARED")));
    VERIFY_OK(holder->execute(QStringLiteral("ROLLBACK PREPARED 'held'")));
    options.resume = true;
    VERIFY_OK(db.run(lockPlan(), options));
}

QTEST_GUILESS_MAIN(FaultServerTest)
#include "tst_faultserver.moc"
