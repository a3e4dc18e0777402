#include "scenario.h"
#include "verify.h"

#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S14: partitions come and go while an application writes through their parent.
class TestAttachDetach : public QObject
{
    Q_OBJECT

private slots:
    void attachesBesideTheTraffic();
    void detachesBesideTheTraffic_data();
    void detachesBesideTheTraffic();
    void comesBackFromTheGate();
    void finishesWhatWasInterrupted();
    void takesBackWhatWasInterrupted();
    void namesWhatSomebodyElseLeft();
};

namespace {

constexpr int trafficMs = 600;

/// Its new keys are above all others, so they find their partition before and after.
const Release app{ QStringLiteral("the"), QStringLiteral("INSERT INTO m (id, v) VALUES (%1, %2)"),
                   QStringLiteral("UPDATE m SET v = %2 WHERE id = %1"),
                   QStringLiteral("SELECT v FROM m WHERE id = %1") };

const QString partitioned =
    QStringLiteral("CREATE TABLE m (id bigint NOT NULL, v text, PRIMARY KEY (id)) PARTITION BY RANGE (id); "
                   "CREATE INDEX m_v ON m (v); CREATE TABLE m_new PARTITION OF m FOR VALUES FROM (0) TO "
                   "(900000000); ");
const QString asPartition =
    QStringLiteral("CREATE TABLE m_old PARTITION OF m FOR VALUES FROM (-900000) TO (0); ");
const QString asTable = QStringLiteral("CREATE TABLE m_old (id bigint NOT NULL, v text, PRIMARY KEY (id)); "
                                       "CREATE INDEX m_old_v_idx ON m_old (v); ");
const QString newRows = QStringLiteral("INSERT INTO m SELECT i, i FROM generate_series(1, 1000) i; ");
const QString oldRows = QStringLiteral("INSERT INTO m_old SELECT -i, i FROM generate_series(1, 200000) i; ");
const QString fallback = QStringLiteral("CREATE TABLE m_rest PARTITION OF m DEFAULT; ");

bool isConcurrent()
{
    return server()->version() >= 140000;
}

QString said(const Scenario &scenario)
{
    QStringList all;
    for (const plan::Step &step : scenario.plan()->steps)
        all << step.why;
    return all.join(QLatin1Char('\n')) + scenario.statements().join(QLatin1Char('\n'));
}

} // namespace

void TestAttachDetach::attachesBesideTheTraffic()
{
    Scenario scenario(partitioned + asTable + newRows + oldRows, partitioned + asPartition, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(app);
    const auto done = scenario.run(true);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QTest::qWait(trafficMs);
    scenario.retire(app);
    qInfo("longest wait %.0f ms in %lld statements", scenario.traffic().longestMs,
          scenario.traffic().statements);
    QVERIFY(said(scenario).contains(QLatin1String("VALIDATE CONSTRAINT")));
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM m WHERE id < 0")), QStringLiteral("200000"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM m_old")), QStringLiteral("200000"));
}

void TestAttachDetach::detachesBesideTheTraffic_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("concurrently");
    QTest::newRow("a partition") << partitioned + asPartition + newRows + oldRows << partitioned + asTable
                                 << isConcurrent();
    QTest::newRow("beside a DEFAULT one") << partitioned + fallback + asPartition + newRows + oldRows
                                          << partitioned + fallback + asTable << false;
    QTest::newRow("a list") << QStringLiteral(
        "CREATE TABLE m (id bigint NOT NULL, v text, r text) PARTITION BY LIST (r); CREATE TABLE m_new "
        "PARTITION "
        "OF m FOR VALUES IN (NULL, 'a'); CREATE TABLE m_old PARTITION OF m FOR VALUES IN ('b', 'it''s'); "
        "INSERT INTO m SELECT i, i, 'a' FROM generate_series(1, 1000) i; INSERT INTO m SELECT -i, i, 'b' "
        "FROM "
        "generate_series(1, 200000) i;")
                            << QStringLiteral(
                                   "CREATE TABLE m (id bigint NOT NULL, v text, r text) PARTITION "
                                   "BY LIST (r); CREATE TABLE m_new PARTITION OF m FOR VALUES IN "
                                   "(NULL, 'a'); CREATE TABLE m_old (id bigint NOT NULL, v text, r "
                                   "text);")
                            << isConcurrent();
    QTest::newRow("a bound that no CHECK can state")
        << QStringLiteral(
               "CREATE TABLE m (id bigint NOT NULL, v text) PARTITION BY HASH (id); CREATE TABLE "
               "m_new PARTITION OF m FOR VALUES WITH (MODULUS 1, REMAINDER 0); CREATE TABLE "
               "x (id bigint, v text) PARTITION BY HASH (id); CREATE TABLE m_old PARTITION OF x FOR "
               "VALUES WITH (MODULUS 2, REMAINDER 0); INSERT INTO m_old SELECT i, i FROM "
               "generate_series(1, 200000) i WHERE satisfies_hash_partition('x'::regclass, 2, 0, "
               "i::bigint); INSERT INTO m SELECT i, i FROM generate_series(1, 1000) i;")
        << QStringLiteral(
               "CREATE TABLE m (id bigint NOT NULL, v text) PARTITION BY HASH (id); CREATE TABLE "
               "m_new PARTITION OF m FOR VALUES WITH (MODULUS 1, REMAINDER 0); CREATE TABLE "
               "x (id bigint, v text) PARTITION BY HASH (id); CREATE TABLE m_old (id bigint, v text);")
        << false;
}

void TestAttachDetach::detachesBesideTheTraffic()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(bool, concurrently);
    Scenario scenario(current, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QCOMPARE(said(scenario).contains(QLatin1String("m_old CONCURRENTLY")), concurrently);
    QVERIFY(concurrently || said(scenario).contains(QLatin1String("locks public.")));
    const QString rows = scenario.one(QStringLiteral("SELECT count(*) FROM m_old"));
    scenario.deploy(app);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    const auto done = scenario.run(true);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QTest::qWait(trafficMs);
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM m_old")), rows);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    qInfo("longest wait %.0f ms in %lld statements", scenario.traffic().longestMs,
          scenario.traffic().statements);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM m_old")), rows);
}

void TestAttachDetach::comesBackFromTheGate()
{
    Scenario scenario(partitioned + asPartition + newRows + oldRows, partitioned + asTable, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestAttachDetach::finishesWhatWasInterrupted()
{
    if (!isConcurrent())
        QSKIP("Before PostgreSQL 14 nothing can be interrupted.");
    Scenario scenario(partitioned + asPartition + newRows + oldRows, partitioned + asTable, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    QVERIFY(scenario.stopWhile(QStringLiteral("SELECT 1 FROM m LIMIT 1"),
                               QStringLiteral("SELECT count(*) FROM pg_inherits WHERE inhdetachpending")));
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM pg_inherits WHERE inhdetachpending")),
             QStringLiteral("1"));
    const auto done = scenario.run(true);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestAttachDetach::takesBackWhatWasInterrupted()
{
    if (!isConcurrent())
        QSKIP("Before PostgreSQL 14 nothing can be interrupted.");
    Scenario scenario(partitioned + asPartition + newRows + oldRows, partitioned + asTable, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    QVERIFY(scenario.stopWhile(QStringLiteral("SELECT 1 FROM m LIMIT 1"),
                               QStringLiteral("SELECT count(*) FROM pg_inherits WHERE inhdetachpending")));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM m WHERE id < 0")), QStringLiteral("200000"));
}

void TestAttachDetach::namesWhatSomebodyElseLeft()
{
    if (!isConcurrent())
        QSKIP("Before PostgreSQL 14 nothing can be interrupted.");
    Scenario scenario(partitioned + asPartition, partitioned + asTable, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.exec(
        QStringLiteral("UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'm_old'::regclass"));
    const auto catalog = scenario.read();
    VERIFY_OK(catalog);
    QCOMPARE((*catalog)->unmodelled().size(), std::size_t(1));
    QVERIFY((*catalog)->unmodelled().front().name.contains(
        QLatin1String("ALTER TABLE public.m DETACH PARTITION public.m_old FINALIZE")));
}

QTEST_GUILESS_MAIN(TestAttachDetach)
#include "tst_attachdetach.moc"
