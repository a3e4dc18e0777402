#include "../../support/pooler.h"
#include "runfixture.h"

#include <model/postgres/pooling.h>

#include <atomic>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Runs through a real PgBouncer.
class RunPoolerTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void tellsThePoolMode_data();
    void tellsThePoolMode();
    void tellsTransactionModeOfABusyPool();
    void runsAndGoesBackInSessionMode();
    void runsWithoutAWatcherWhereThePoolIsSmall();
    void refusesPoolsWithoutSessions_data();
    void refusesPoolsWithoutSessions();
    void runsDirectlyBesideAPoolInTransactionMode();
    void refusesADirectConnectionToAnotherDatabase();
    void saysThatThePoolIsFull();
    void givesUpWaitingForAPoolWhenStopped();

private:
    std::unique_ptr<Pooler> pooler(const QString &mode, int size = 10);
    QString m_why;
};

#define REQUIRE_POOLER(pooler)                                                                               \
    if (!(pooler))                                                                                           \
    QFAIL(qPrintable(m_why))

void RunPoolerTest::initTestCase()
{
    QVERIFY2(testing::server(&m_why), qPrintable(m_why));
}

std::unique_ptr<Pooler> RunPoolerTest::pooler(const QString &mode, int size)
{
    return Pooler::start(testing::server(), mode, size, &m_why);
}

void RunPoolerTest::tellsThePoolMode_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<postgres::Pooling>("expected");
    QTest::newRow("session") << "session" << postgres::Pooling::Session;
    QTest::newRow("transaction") << "transaction" << postgres::Pooling::Transaction;
    QTest::newRow("statement") << "statement" << postgres::Pooling::Statement;
}

void RunPoolerTest::tellsThePoolMode()
{
    QFETCH(QString, mode);
    RunDatabase database(10);
    REQUIRE_DATABASE(database);
    const auto pool = pooler(mode);
    REQUIRE_POOLER(pool);
    auto session = postgres::Session::open(pool->through(database.target()));
    VERIFY_OK(session);
    QVERIFY((*session)->server().isPooled());
    const auto found = postgres::detectPooling(**session, {});
    VERIFY_OK(found);
    QTEST(*found, "expected");
    const auto direct = database.open();
    QVERIFY(!direct->server().isPooled());
    QCOMPARE(postgres::detectPooling(*direct, {}).value(), postgres::Pooling::None);
}

void RunPoolerTest::tellsTransactionModeOfABusyPool()
{
    RunDatabase database(10);
    REQUIRE_DATABASE(database);
    const auto pool = pooler(QStringLiteral("transaction"));
    REQUIRE_POOLER(pool);
    const postgres::ConnectionTarget target = pool->through(database.target());
    std::atomic<bool> isOver = false;
    std::vector<std::jthread> others;
    for (int i = 0; i < 6; ++i) {
        others.emplace_back([&] {
            auto session = postgres::Session::open(target);
            while (session.has_value() && !isOver)
                (void)(*session)->execute(QStringLiteral("SELECT pg_sleep(0.002)"));
        });
    }
    int wrong = 0;
    for (int i = 0; i < 10; ++i) {
        auto session = postgres::Session::open(target);
        VERIFY_OK(session);
        const auto found = postgres::detectPooling(**session, {});
        VERIFY_OK(found);
        wrong += *found != postgres::Pooling::Transaction;
    }
    isOver = true;
    QCOMPARE(wrong, 0);
}

void RunPoolerTest::runsAndGoesBackInSessionMode()
{
    RunDatabase database(5000);
    REQUIRE_DATABASE(database);
    database.countUpdates();
    const QString before = database.shape();
    const auto pool = pooler(QStringLiteral("session"));
    REQUIRE_POOLER(pool);
    RunControl control;
    const auto outcome =
        runPlan(tierPlan(), pool->through(database.target()), quickOptions(), control, {}, {});
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(database.shape(), migratedShape);
    QCOMPARE(database.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    const auto back =
        rollBackRun(tierPlan(), pool->through(database.target()), quickOptions(), control, {}, {});
    VERIFY_OK(back);
    QCOMPARE(back->state, RunState::RolledBack);
    QCOMPARE(database.shape(), before);
}

void RunPoolerTest::runsWithoutAWatcherWhereThePoolIsSmall()
{
    RunDatabase database(1000);
    REQUIRE_DATABASE(database);
    const auto pool = pooler(QStringLiteral("session"), 2);
    REQUIRE_POOLER(pool);
    Events events;
    RunControl control;
    const auto outcome =
        runPlan(tierPlan(), pool->through(database.target()), quickOptions(), control, events.sink(), {});
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(database.shape(), migratedShape);
    const auto lines = events.of<LogLine>();
    QVERIFY(std::any_of(lines.cbegin(), lines.cend(), [](const LogLine &line) {
        return line.text.contains(QStringLiteral("no connection left for watching"));
    }));
}

void RunPoolerTest::refusesPoolsWithoutSessions_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("transaction") << "transaction";
    QTest::newRow("statement") << "statement";
}

void RunPoolerTest::refusesPoolsWithoutSessions()
{
    QFETCH(QString, mode);
    RunDatabase database(10);
    REQUIRE_DATABASE(database);
    const auto pool = pooler(mode);
    REQUIRE_POOLER(pool);
    RunControl control;
    const auto outcome =
        runPlan(tierPlan(), pool->through(database.target()), quickOptions(), control, {}, {});
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, base::ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(mode + QStringLiteral(" mode")),
             qPrintable(outcome.error().toText()));
    QVERIFY(outcome.error().hint.contains(QStringLiteral("a direct one beside it")));
    QCOMPARE(database.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void RunPoolerTest::runsDirectlyBesideAPoolInTransactionMode()
{
    RunDatabase database(5000);
    REQUIRE_DATABASE(database);
    database.countUpdates();
    const QString before = database.shape();
    const auto pool = pooler(QStringLiteral("transaction"));
    REQUIRE_POOLER(pool);
    RunOptions options = quickOptions();
    options.direct = database.target();
    RunControl control;
    const auto outcome = runPlan(tierPlan(), pool->through(database.target()), options, control, {}, {});
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(database.shape(), migratedShape);
    QCOMPARE(database.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    const auto status = runStatus(pool->through(database.target()));
    VERIFY_OK(status);
    QCOMPARE(status->state, RunState::Done);
    const auto back = rollBackRun(tierPlan(), pool->through(database.target()), options, control, {}, {});
    VERIFY_OK(back);
    QCOMPARE(database.shape(), before);
}

void RunPoolerTest::refusesADirectConnectionToAnotherDatabase()
{
    RunDatabase database(10);
    RunDatabase other(10);
    REQUIRE_DATABASE(database);
    REQUIRE_DATABASE(other);
    const auto pool = pooler(QStringLiteral("transaction"));
    REQUIRE_POOLER(pool);
    RunOptions options = quickOptions();
    options.direct = other.target();
    RunControl control;
    const auto outcome = runPlan(tierPlan(), pool->through(database.target()), options, control, {}, {});
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, base::ErrorKind::Refused);
    QVERIFY(outcome.error().message.contains(QStringLiteral("another database")));
}

void RunPoolerTest::saysThatThePoolIsFull()
{
    RunDatabase database(10);
    REQUIRE_DATABASE(database);
    const auto pool = pooler(QStringLiteral("session"), 1);
    REQUIRE_POOLER(pool);
    const auto first = postgres::Session::open(pool->through(database.target()));
    VERIFY_OK(first);
    const auto second = postgres::Session::open(pool->through(database.target()));
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().kind, base::ErrorKind::Connection);
    QVERIFY2(second.error().hint.contains(QStringLiteral("pool")), qPrintable(second.error().toText()));
}

void RunPoolerTest::givesUpWaitingForAPoolWhenStopped()
{
    RunDatabase database(10);
    REQUIRE_DATABASE(database);
    const auto pool = pooler(QStringLiteral("session"), 1);
    REQUIRE_POOLER(pool);
    const auto first = postgres::Session::open(pool->through(database.target()));
    VERIFY_OK(first);
    std::stop_source stop;
    std::jthread stopper([&stop] {
        QTest::qSleep(200);
        stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto second = postgres::Session::open(pool->through(database.target()), stop.get_token());
    QVERIFY(!second.has_value());
    QVERIFY(second.error().isCanceled());
    QVERIFY(timer.elapsed() < promptMs);
}

QTEST_GUILESS_MAIN(RunPoolerTest)
#include "tst_runpooler.moc"
