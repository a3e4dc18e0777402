#include "traffic.h"

#include "../../support/faultproxy.h"
#include "../../support/owncluster.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Time limits that others set for us.
class FaultLimitsTest : public QObject
{
    Q_OBJECT
private slots:
    void overridesLimits_data();
    void overridesLimits();
    void refusesWhenASettingIsNotKept_data();
    void refusesWhenASettingIsNotKept();
    void theJournalNeverWaitsForAStandby();
};

void FaultLimitsTest::overridesLimits_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<int>("since");
    QTest::newRow("statement_timeout") << QStringLiteral("statement_timeout = '30ms'") << 0;
    QTest::newRow("lock_timeout") << QStringLiteral("lock_timeout = '10ms'") << 0;
    QTest::newRow("idle_in_transaction_session_timeout")
        << QStringLiteral("idle_in_transaction_session_timeout = '5ms'") << 0;
    QTest::newRow("isolation") << QStringLiteral("default_transaction_isolation = 'serializable'") << 0;
    QTest::newRow("replication role") << QStringLiteral("session_replication_role = 'replica'") << 0;
    QTest::newRow("idle_session_timeout") << QStringLiteral("idle_session_timeout = '100ms'") << 14;
    QTest::newRow("transaction_timeout") << QStringLiteral("transaction_timeout = '30ms'") << 17;
}

void FaultLimitsTest::overridesLimits()
{
    QFETCH(QString, setting);
    QFETCH(int, since);
    RunDatabase db(3000);
    REQUIRE_DATABASE(db);
    if (testing::server()->version() / 10000 < since)
        QSKIP("This server does not have that setting.");
    db.countUpdates();
    db.slowDown();
    db.exec(QStringLiteral("DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET ', current_database()) || ")
            + QStringLiteral("$s$%1$s$; END$$").arg(setting));
    auto plan = std::make_shared<plan::Plan>(*tierPlan());
    plan->steps[3].sql.append(QStringLiteral("SELECT pg_sleep(0.3)"));
    VERIFY_OK(db.run(plan));
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

void FaultLimitsTest::refusesWhenASettingIsNotKept_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("arrives");
    QTest::addColumn<QString>("named");
    QTest::newRow("of the session") << QByteArray("SET statement_timeout = '0'")
                                    << QByteArray("SET statement_timeout = '7'")
                                    << QStringLiteral("statement_timeout");
    QTest::newRow("of a transaction")
        << QByteArray("LOCAL lock_timeout = 50") << QByteArray("LOCAL lock_timeout = 99")
        << QStringLiteral("lock_timeout");
}

void FaultLimitsTest::refusesWhenASettingIsNotKept()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, arrives);
    QFETCH(QString, named);
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    FaultProxy proxy(db.target());
    proxy.add({ sent, Fault::Replace, 0, 1000, arrives });
    BackgroundRun run(proxy.target(), tierPlan(), quickOptions());
    run.join();
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().kind, base::ErrorKind::Refused);
    QVERIFY2(run.outcome.error().message.contains(named), qPrintable(run.outcome.error().toText()));
    QCOMPARE(db.shape(), before);
}

void FaultLimitsTest::theJournalNeverWaitsForAStandby()
{
    const auto cluster = OwnCluster::create();
    if (!cluster)
        QFAIL("No server of its own");
    RunDatabase db(cluster->target(), 1000);
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    const auto plan =
        planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("name = 'done'"),
                          QStringLiteral("name IS DISTINCT FROM 'done'")),
                 gate(QStringLiteral("s02")) });
    BackgroundRun run(db.target(), plan, options);
    QVERIFY(run.waitForEvent<GateReached>());
    cluster->exec(QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'nobody'"));
    cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
    const auto application = db.open();
    std::thread write([&] { (void)application->execute(QStringLiteral("UPDATE users SET n = 1")); });
    const bool othersWait = QTest::qWaitFor(
        [&] {
            return db.one(
                       QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"))
                   != QStringLiteral("0");
        },
        longEnoughMs);
    run.control.approveGate(QStringLiteral("s02"));
    const bool isDone = QTest::qWaitFor([&] { return run.isDone.load(); }, longEnoughMs);
    cluster->exec(QStringLiteral("ALTER SYSTEM RESET synchronous_standby_names"));
    cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
    write.join();
    run.join();
    QVERIFY(othersWait);
    QVERIFY(isDone);
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
}

QTEST_GUILESS_MAIN(FaultLimitsTest)
#include "tst_faultlimits.moc"
