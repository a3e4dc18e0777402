#include "../../support/owncluster.h"
#include "runfixture.h"

#include <QFile>
#include <QRegularExpression>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// A primary with a streaming standby that falls behind while a plan runs.
class RunReplicaTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void waitsForAStandbyThatIsHeldUp();
    void waitsForAStandbyThatFallsBehind();
    void writesWithoutStripesForAStandbyThatReads();

private:
    void setPace(double seconds);
    void runWith(const RunOptions &options, const std::function<void(const Events &)> &meanwhile,
                 const std::function<void()> &atLast);
    void checkBothSides();
    std::unique_ptr<OwnCluster> m_primary;
    std::unique_ptr<OwnCluster> m_standby;
};

namespace {

qint64 rowsDone(const Events &events)
{
    const auto progress = events.of<BackfillAdvanced>();
    return progress.isEmpty() ? 0 : progress.last().progress.rowsDone;
}

/// The fill is held, and it is the standby that it waits for.
bool isHeldForTheStandby(const Events &events, const QString &unit)
{
    const auto changes = events.of<StateChanged>();
    static const QRegularExpression reason(QStringLiteral("A replica is [0-9.]+ (MB|s) behind"));
    return !changes.isEmpty() && changes.last().state == RunState::Throttled
           && reason.match(changes.last().reason).captured(1) == unit;
}

RunOptions replicaOptions()
{
    RunOptions options = quickOptions();
    options.limits.calmSeconds = 0.5;
    return options;
}

} // namespace

void RunReplicaTest::initTestCase()
{
    const auto binaries = scratch::findServerBinaries(0);
    VERIFY_OK(binaries);
    if (!QFile::exists(*binaries + QStringLiteral("/pg_basebackup")))
        QSKIP("The server programs have no pg_basebackup.");
    m_primary = OwnCluster::create();
    QVERIFY(m_primary);
    m_standby = m_primary->standby();
    QVERIFY(m_standby);
    m_primary->exec(QStringLiteral("CREATE TABLE pace (seconds double precision)"));
    m_primary->exec(QStringLiteral("INSERT INTO pace VALUES (0)"));
    m_primary->exec(
        QStringLiteral("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM "
                       "pg_sleep((SELECT count(*) FROM written) * (SELECT seconds FROM pace)); "
                       "RETURN NULL; END$$"));
}

void RunReplicaTest::init()
{
    m_primary->exec(QStringLiteral("DROP SCHEMA IF EXISTS lockstep CASCADE; DROP TABLE IF EXISTS users"));
    m_primary->exec(QStringLiteral(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text, n integer NOT NULL DEFAULT 0)"));
    m_primary->exec(
        QStringLiteral("INSERT INTO users SELECT i, md5(i::text) FROM generate_series(1, 60000) i"));
    setPace(0.0003);
    m_primary->exec(
        QStringLiteral("CREATE TRIGGER slow AFTER UPDATE ON users REFERENCING NEW TABLE AS written FOR "
                       "EACH STATEMENT EXECUTE FUNCTION slow()"));
    m_primary->exec(QStringLiteral("VACUUM ANALYZE users"));
}

/// Seconds that a row takes: the fill must not be done before the standby is behind.
void RunReplicaTest::setPace(double seconds)
{
    m_primary->exec(QStringLiteral("UPDATE pace SET seconds = %1").arg(seconds));
}

void RunReplicaTest::runWith(const RunOptions &options, const std::function<void(const Events &)> &meanwhile,
                             const std::function<void()> &atLast)
{
    Events events;
    RunControl control;
    base::Result<RunOutcome> outcome = RunOutcome{};
    std::thread runner(
        [&] { outcome = runPlan(tierPlan(), m_primary->target(), options, control, events.sink(), {}); });
    const bool begun = QTest::qWaitFor([&] { return rowsDone(events) > 1000; }, longEnoughMs);
    if (begun)
        meanwhile(events);
    atLast();
    setPace(0);
    if (!begun || QTest::currentTestFailed())
        control.stop();
    runner.join();
    QVERIFY(begun);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
}

/// Every row was filled, and the standby has what the primary has.
void RunReplicaTest::checkBothSides()
{
    if (QTest::currentTestFailed())
        return;
    const QString sum = QStringLiteral("SELECT count(*) || ' ' || coalesce(md5(string_agg(id || ':' || tier, "
                                       "',' ORDER BY id)), '') FROM users");
    QCOMPARE(m_primary->one(
                 QStringLiteral("SELECT count(*) FROM users WHERE tier IS DISTINCT FROM 'tier' || id % 3")),
             QStringLiteral("0"));
    QTRY_COMPARE_WITH_TIMEOUT(m_standby->one(sum), m_primary->one(sum), longEnoughMs);
}

/// Replay stops altogether: the lag grows for as long as that lasts.
void RunReplicaTest::waitsForAStandbyThatIsHeldUp()
{
    const auto meanwhile = [&](const Events &events) {
        m_standby->exec(QStringLiteral("SELECT pg_wal_replay_pause()"));
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY_WITH_TIMEOUT(isHeldForTheStandby(events, QStringLiteral("MB")), longEnoughMs);
        qInfo("held after %lld ms", timer.elapsed());
        QTest::qWait(500); // What was under way is told.
        const qint64 held = rowsDone(events);
        QTest::qWait(1500);
        QCOMPARE(rowsDone(events), held);
    };
    RunOptions options = replicaOptions();
    options.limits.lagSoftSeconds = 1e9;
    options.limits.lagHardSeconds = 1e9;
    options.limits.lagSoftBytes = 1 << 18;
    options.limits.lagHardBytes = 1 << 20;
    runWith(options, meanwhile, [&] { m_standby->exec(QStringLiteral("SELECT pg_wal_replay_resume()")); });
    checkBothSides();
}

/// Each transaction is replayed, but late.
void RunReplicaTest::waitsForAStandbyThatFallsBehind()
{
    const auto delay = [&](const QString &setting) {
        m_standby->exec(QStringLiteral("ALTER SYSTEM SET recovery_min_apply_delay = '%1'").arg(setting));
        m_standby->exec(QStringLiteral("SELECT pg_reload_conf()"));
    };
    const auto meanwhile = [&](const Events &events) {
        delay(QStringLiteral("3s"));
        QTRY_VERIFY_WITH_TIMEOUT(isHeldForTheStandby(events, QStringLiteral("s")), longEnoughMs);
    };
    RunOptions options = replicaOptions();
    options.limits.lagHardSeconds = 2;
    runWith(options, meanwhile, [&] { delay(QStringLiteral("0")); });
    checkBothSides();
}

/// Row versions that a query on the standby may still want are kept on the primary.
void RunReplicaTest::writesWithoutStripesForAStandbyThatReads()
{
    for (const char *setting : { "hot_standby_feedback = on", "wal_receiver_status_interval = '1s'" })
        m_standby->exec(QStringLiteral("ALTER SYSTEM SET ") + QLatin1String(setting));
    m_standby->exec(QStringLiteral("SELECT pg_reload_conf()"));
    const auto reader = postgres::Session::open(m_standby->target()).value();
    VERIFY_OK(reader->execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ")));
    VERIFY_OK(reader->execute(QStringLiteral("SELECT count(*) FROM pace")));
    RunOptions options = replicaOptions();
    options.limits.horizonSoftSeconds = 1;
    const auto meanwhile = [&](const Events &events) {
        QTRY_VERIFY_WITH_TIMEOUT(events.says(QStringLiteral("(standby \"standby\")")), longEnoughMs);
        QTRY_COMPARE_WITH_TIMEOUT(events.progress().stripes, 1, longEnoughMs);
    };
    runWith(options, meanwhile, [&] {
        (void)reader->execute(QStringLiteral("COMMIT"));
        m_standby->exec(QStringLiteral("ALTER SYSTEM RESET hot_standby_feedback"));
        m_standby->exec(QStringLiteral("SELECT pg_reload_conf()"));
    });
    checkBothSides();
}

QTEST_GUILESS_MAIN(RunReplicaTest)
#include "tst_runreplica.moc"
