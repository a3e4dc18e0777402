#include "watchedserver.h"

#include <model/analysis/blastradius.h>
#include <model/project/preflight.h>
#include <model/sources/activityreader.h>

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace lockstep;
using analysis::Pressure;
using testing::WatchedServer;

/// Traffic that is made, watched, and held against the locks of a plan.
class TrafficTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void measuresReadsAndWrites();
    void findsTheStatementsThatWait();
    void looksNamesUpWhereTheRoleDoes();
    void countsWhatWaitsForALockOnAnIndex();
    void tellsWhenNoConnectionIsLeft();
    void saysWhatCannotBeRead();

private:
    std::unique_ptr<WatchedServer> m_server;
    schema::ActivityPtr m_activity;
    double m_rounds = 0; ///< A second, while the activity was read.
};

namespace {

using plan::LockMode;

plan::Plan planWith(const QString &relation, LockMode mode, qint64 holdMs)
{
    plan::Plan plan;
    plan::Step step;
    step.id = QStringLiteral("s01");
    step.assessment.analysed = true;
    step.assessment.locks = { { relation, mode } };
    step.assessment.lockHoldMs = holdMs;
    step.assessment.estimate = { holdMs / 2, holdMs, holdMs * 2, QString() };
    plan.steps = { step };
    return plan;
}

/// Does the same round again and again until it goes.
class Traffic
{
public:
    Traffic(const WatchedServer &server, const QStringList &round)
        : m_thread([this, session = server.open(), round] {
            while (!m_stop) {
                for (const QString &sql : round)
                    (void)session->execute(sql);
                ++m_rounds;
                std::this_thread::sleep_for(std::chrono::milliseconds(4));
            }
        })
    { }
    ~Traffic()
    {
        m_stop = true;
        m_thread.join();
    }
    [[nodiscard]] int rounds() const { return m_rounds; }

private:
    std::atomic_bool m_stop = false;
    std::atomic_int m_rounds = 0;
    std::thread m_thread;
};

QStringList texts(const Pressure &pressure)
{
    QStringList result;
    for (const auto &one : pressure.statements)
        result.append(one.text);
    return result;
}

} // namespace

void TrafficTest::initTestCase()
{
    m_server = std::make_unique<WatchedServer>();
    if (!m_server->fault().isEmpty())
        QSKIP(qPrintable(m_server->fault()));
    const auto session = m_server->open();
    const auto made = session->executeScript(QStringLiteral(
        "CREATE EXTENSION pg_stat_statements; CREATE SCHEMA shop; CREATE ROLE seller LOGIN SUPERUSER; "
        "ALTER ROLE seller SET search_path = shop; "
        "CREATE TABLE shop.orders (id integer PRIMARY KEY, n integer); CREATE TABLE orders (id integer "
        "PRIMARY KEY); "
        "CREATE VIEW shop.recent AS SELECT * FROM shop.orders; "
        "CREATE TABLE quiet (id integer); "
        "INSERT INTO shop.orders SELECT i, 0 FROM generate_series(1, 1000) i; ANALYZE"));
    QVERIFY2(made.has_value(), qPrintable(made.has_value() ? QString() : made.error().toText()));
    const Traffic traffic(*m_server, { QStringLiteral("SET SESSION AUTHORIZATION seller"),
                                       QStringLiteral("SET search_path = shop"),
                                       QStringLiteral("UPDATE orders SET n = n + 1 WHERE id = 7"),
                                       QStringLiteral("SELECT n FROM recent WHERE id = 8"),
                                       QStringLiteral("SELECT n FROM shop.orders WHERE id = 9 FOR UPDATE") });
    QTest::qWait(1500);
    QElapsedTimer timer;
    timer.start();
    const int before = traffic.rounds();
    const auto activity = sources::readActivity(*session, 4000);
    m_rounds = (traffic.rounds() - before) * 1000.0 / double(timer.elapsed());
    QVERIFY2(activity.has_value(), qPrintable(activity.has_value() ? QString() : activity.error().toText()));
    m_activity = *activity;
    QVERIFY(m_rounds > 10);
}

void TrafficTest::cleanupTestCase()
{
    m_server.reset();
}

#define NEEDS_ACTIVITY()                                                                                     \
    if (!m_activity)                                                                                         \
    QSKIP("there is no activity")

void TrafficTest::measuresReadsAndWrites()
{
    NEEDS_ACTIVITY();
    const schema::RelationTraffic orders =
        m_activity->relations.value({ QStringLiteral("shop"), QStringLiteral("orders") });
    const QByteArray figures = QStringLiteral("%1 rounds/s, %2 writes/s, %3 reads/s")
                                   .arg(m_rounds)
                                   .arg(orders.writesPerSecond)
                                   .arg(orders.readsPerSecond)
                                   .toUtf8();
    qInfo("%s", figures.constData());
    // Sessions report their counters about once a second.
    QVERIFY2(orders.writesPerSecond > m_rounds * 0.5 && orders.writesPerSecond < m_rounds * 1.6, figures);
    QVERIFY2(orders.readsPerSecond > m_rounds * 1.5 && orders.readsPerSecond < m_rounds * 4.8, figures);
    QCOMPARE(
        m_activity->relations.value({ QStringLiteral("public"), QStringLiteral("quiet") }).readsPerSecond,
        0.0);
    QVERIFY(m_activity->transactionsPerSecond > m_rounds);
    QCOMPARE(m_activity->maxConnections, 20);
}

void TrafficTest::findsTheStatementsThatWait()
{
    NEEDS_ACTIVITY();
    const QString orders = QStringLiteral("shop.orders");
    const auto exclusive =
        analysis::blastRadius(planWith(orders, LockMode::AccessExclusive, 1000), *m_activity)
            .pressures.value(0);
    QCOMPARE(exclusive.statements.size(), 3);
    QVERIFY2(std::abs(exclusive.statementsPerSecond - 3 * m_rounds) < m_rounds, qPrintable(exclusive.text));
    const auto share =
        analysis::blastRadius(planWith(orders, LockMode::Share, 240000), *m_activity).pressures.value(0);
    QVERIFY(!share.readsWait && share.writesWait);
    QCOMPARE(texts(share), QStringList{ QStringLiteral("UPDATE orders SET n = n + $1 WHERE id = $2") });
    QVERIFY2(std::abs(share.heldUp - share.writesPerSecond * 240) < 1, qPrintable(share.text));
    QVERIFY2(share.text.startsWith(QLatin1String("shop.orders gets "))
                 && share.text.contains(QLatin1String("writes/s: a SHARE lock for 4 min")),
             qPrintable(share.text));
    // SELECT ... FOR UPDATE waits for EXCLUSIVE, a plain SELECT does not.
    const auto noWriters =
        analysis::blastRadius(planWith(orders, LockMode::Exclusive, 1000), *m_activity).pressures.value(0);
    QCOMPARE(noWriters.statements.size(), 2);
    const auto view =
        analysis::blastRadius(planWith(QStringLiteral("shop.recent"), LockMode::AccessExclusive, 1000),
                              *m_activity)
            .pressures.value(0);
    QCOMPARE(texts(view), QStringList{ QStringLiteral("SELECT n FROM recent WHERE id = $1") });
    QVERIFY(view.readsPerSecond > m_rounds * 0.5);
    QVERIFY(analysis::blastRadius(planWith(orders, LockMode::ShareUpdateExclusive, 1000), *m_activity)
                .pressures.isEmpty());
}

/// "orders" of a role whose search_path is shop is not public.orders.
void TrafficTest::looksNamesUpWhereTheRoleDoes()
{
    NEEDS_ACTIVITY();
    const auto other =
        analysis::blastRadius(planWith(QStringLiteral("public.orders"), LockMode::AccessExclusive, 1000),
                              *m_activity)
            .pressures.value(0);
    QVERIFY2(other.statements.isEmpty(), qPrintable(texts(other).join(QLatin1Char('\n'))));
    QCOMPARE(other.heldUp, 0.0);
}

void TrafficTest::countsWhatWaitsForALockOnAnIndex()
{
    NEEDS_ACTIVITY();
    const auto index = analysis::blastRadius(
        planWith(QStringLiteral("shop.orders_pkey"), LockMode::AccessExclusive, 1000), *m_activity);
    QCOMPARE(index.pressures.size(), 1);
    QCOMPARE(index.pressures.first().table, QStringLiteral("shop.orders"));
    QVERIFY(index.pressures.first().readsWait);
    QVERIFY(index.pressures.first().heldUp > m_rounds);
    QVERIFY(
        analysis::blastRadius(
            planWith(QStringLiteral("shop.orders_pkey"), LockMode::ShareUpdateExclusive, 1000), *m_activity)
            .pressures.isEmpty());
}

void TrafficTest::tellsWhenNoConnectionIsLeft()
{
    NEEDS_ACTIVITY();
    const auto long_ =
        analysis::blastRadius(planWith(QStringLiteral("shop.orders"), LockMode::AccessExclusive, 60000),
                              *m_activity)
            .pressures.value(0);
    const double expected = 17 / long_.statementsPerSecond * 1000;
    QVERIFY2(std::abs(long_.connectionsGoneMs - expected) < 1, qPrintable(long_.text));
    QVERIFY2(long_.text.contains(QLatin1String("17 connections are used up after")), qPrintable(long_.text));
    const auto brief = analysis::blastRadius(
                           planWith(QStringLiteral("shop.orders"), LockMode::AccessExclusive, 2), *m_activity)
                           .pressures.value(0);
    QCOMPARE(brief.connectionsGoneMs, -1.0);
}

void TrafficTest::saysWhatCannotBeRead()
{
    NEEDS_ACTIVITY();
    const auto session = m_server->open();
    QVERIFY(session
                ->executeScript(
                    QStringLiteral("REVOKE ALL ON pg_stat_statements FROM PUBLIC; CREATE ROLE blind LOGIN"))
                .has_value());
    postgres::ConnectionTarget target = m_server->target();
    target.text += QStringLiteral(" user=blind");
    const auto blind = postgres::Session::open(target).value();
    const auto activity = sources::readActivity(*blind, 0);
    QVERIFY2(activity.has_value(), qPrintable(activity.has_value() ? QString() : activity.error().toText()));
    QVERIFY2((*activity)->whyNoStatements.contains(QLatin1String("permission denied")),
             qPrintable((*activity)->whyNoStatements));
    QCOMPARE((*activity)->seconds, 0.0);
    QVERIFY((*activity)->relations.value({ QStringLiteral("shop"), QStringLiteral("orders") }).writesPerSecond
            > 0);
    const auto radius = analysis::blastRadius(
        planWith(QStringLiteral("shop.orders"), LockMode::AccessExclusive, 10), **activity);
    QVERIFY(radius.notes.size() >= 2);
    QCOMPARE(radius.pressures.first().statementsPerSecond, -1.0);
}

QTEST_GUILESS_MAIN(TrafficTest)
#include "tst_traffic.moc"
