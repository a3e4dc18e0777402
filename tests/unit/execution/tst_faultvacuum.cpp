#include "runfixture.h"

#include "../../support/owncluster.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// A vacuum that holds what a step needs.
class FaultVacuumTest : public QObject
{
    Q_OBJECT
private slots:
    void anAutovacuumGivesWay();
    void aVacuumAgainstWraparoundIsLeftAlone();
};

#define REQUIRE_CLUSTER(cluster)                                                                             \
    if (!(cluster))                                                                                          \
    QFAIL("No server of its own")

void FaultVacuumTest::anAutovacuumGivesWay()
{
    const auto cluster =
        OwnCluster::create({ QStringLiteral("autovacuum = on"), QStringLiteral("autovacuum_naptime = 1s"),
                             QStringLiteral("autovacuum_vacuum_cost_delay = 100"),
                             QStringLiteral("autovacuum_vacuum_cost_limit = 1") });
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), 100'000);
    db.exec(QStringLiteral("UPDATE users SET name = 'x'"));
    const QString working =
        QStringLiteral("SELECT count(*) FROM pg_stat_progress_vacuum WHERE relid = 'users'::regclass");
    QTRY_COMPARE_WITH_TIMEOUT(db.one(working), QStringLiteral("1"), longEnoughMs);
    QElapsedTimer since;
    since.start();
    BackgroundRun run(db, lockPlan());
    run.join();
    VERIFY_OK(run.outcome);
    QVERIFY(since.elapsed() < 20'000);
    // It took a rung longer than deadlock_timeout.
    QVERIFY(db.one(QStringLiteral("SELECT max(lock_timeout_ms) FROM lockstep.step_attempt")).toInt() > 1000);
}

void FaultVacuumTest::aVacuumAgainstWraparoundIsLeftAlone()
{
    const auto cluster =
        OwnCluster::create({ QStringLiteral("autovacuum = on"), QStringLiteral("autovacuum_naptime = 1s"),
                             QStringLiteral("autovacuum_freeze_max_age = 100000"),
                             QStringLiteral("autovacuum_vacuum_cost_delay = 100"),
                             QStringLiteral("autovacuum_vacuum_cost_limit = 1") });
    REQUIRE_CLUSTER(cluster);
    RunDatabase db(cluster->target(), 100'000);
    db.exec(QStringLiteral("ALTER TABLE users SET (autovacuum_enabled = off)"));
    db.exec(QStringLiteral("CREATE PROCEDURE burn() LANGUAGE plpgsql AS $$BEGIN FOR i IN 1..110000 LOOP"
                           " PERFORM txid_current(); COMMIT; END LOOP; END$$"));
    db.exec(QStringLiteral("CALL burn()"));
    const QString working = QStringLiteral(
        "SELECT count(*) FROM pg_stat_activity a JOIN pg_stat_progress_vacuum p USING (pid)"
        " WHERE a.query LIKE '%users (to prevent wraparound)' AND p.relid = 'users'::regclass");
    QTRY_COMPARE_WITH_TIMEOUT(db.one(working), QStringLiteral("1"), longEnoughMs);
    RunOptions options = quickOptions();
    options.lockBudgetMs = 4000;
    options.consent = { BlockerTier::Session, 0, 0 };
    BackgroundRun run(db.target(), lockPlan(), options);
    run.join();
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().sqlstate, QStringLiteral("55P03"));
    QVERIFY(run.events.of<BlockerEnded>().isEmpty());
    QCOMPARE(db.one(working), QStringLiteral("1"));
    bool isNamed = false;
    for (const LockWait &wait : run.events.of<LockWait>())
        isNamed = isNamed || wait.blockers.value(0).keptBecause.contains(QStringLiteral("wraparound"));
    QVERIFY(isNamed);
    QVERIFY(db.one(QStringLiteral("SELECT max(lock_timeout_ms) FROM lockstep.step_attempt")).toInt() <= 500);
}

QTEST_GUILESS_MAIN(FaultVacuumTest)
#include "tst_faultvacuum.moc"
