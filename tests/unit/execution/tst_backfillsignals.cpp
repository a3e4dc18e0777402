#include "../../support/owncluster.h"
#include "runfixture.h"

#include <functional>
#include <limits>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// What makes a backfill slow down or wait, each made to happen on a server of its own.
class BackfillSignalsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void waitsWhileASlotHoldsBackLog();
    void waitsForASlotThatTheServerWillGiveUp();
    void waitsWhileArchivingFails();
    void waitsForALongTransaction();
    void writesWithoutStripesBesideAnOpenTransaction();
    void waitsWhileASynchronousStandbyIsMissing();
    void waitsForTheUsersQuery();
    void waitsOutsideTheHours();
    void keepsToALimitOfLog();
    void takesHalfOfTheTimeBesideAVacuum();
    void looksAtTheDiskAndAtCommits();
    void pausesAtOnce();
    void goesOnAtOnce();

private:
    void begin(const RunOptions &options);
    void holds(const QString &because, const std::function<void()> &cause, const std::function<void()> &end);
    std::unique_ptr<OwnCluster> m_cluster;
    std::unique_ptr<RunDatabase> m_db;
    std::unique_ptr<BackgroundRun> m_run;
    RunOptions m_options;
};

namespace {

plan::PlanPtr longPlan()
{
    return planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("name = 'done'"),
                             QStringLiteral("name IS DISTINCT FROM 'done'")) });
}

} // namespace

void BackfillSignalsTest::initTestCase()
{
    m_cluster =
        OwnCluster::create({ QStringLiteral("archive_mode = on"), QStringLiteral("archive_command = 'true'"),
                             QStringLiteral("max_prepared_transactions = 5") });
    if (!m_cluster)
        QFAIL("No server of its own");
    m_db = std::make_unique<RunDatabase>(m_cluster->target(), 60'000);
    m_db->exec(QStringLiteral("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM "
                              "pg_sleep((SELECT count(*) FROM written) * 0.0005); RETURN NULL; END$$"));
    m_db->exec(
        QStringLiteral("CREATE TRIGGER slow AFTER UPDATE ON users REFERENCING NEW TABLE AS written FOR EACH "
                       "STATEMENT EXECUTE FUNCTION slow()"));
}

void BackfillSignalsTest::init()
{
    m_options = quickOptions();
    m_options.limits.diskSoftBytes = 0; // Whatever this machine has left.
    m_options.limits.diskHardBytes = 0;
    m_options.limits.commitSoftMs = 1e9; // However busy it is.
    m_options.limits.commitHardMs = 1e9;
    m_options.limits.calmSeconds = 0.5; // How long that is, is a matter of DutyCycle's own test.
}

void BackfillSignalsTest::cleanup()
{
    if (m_run) {
        m_run->control.stop();
        m_run->join();
        m_run.reset();
    }
    m_db->exec(QStringLiteral("DROP SCHEMA IF EXISTS lockstep CASCADE"));
    m_db->exec(QStringLiteral("ALTER TABLE users DISABLE TRIGGER slow"));
    m_db->exec(QStringLiteral("UPDATE users SET name = 'old' WHERE name = 'done'"));
    m_db->exec(QStringLiteral("ALTER TABLE users ENABLE TRIGGER slow"));
    m_db->exec(QStringLiteral("VACUUM ANALYZE users"));
}

void BackfillSignalsTest::begin(const RunOptions &options)
{
    m_run = std::make_unique<BackgroundRun>(m_db->target(), longPlan(), options);
}

/// The run goes, is held by the cause, tells why and since when, and goes on when it is over.
void BackfillSignalsTest::holds(const QString &because, const std::function<void()> &cause,
                                const std::function<void()> &end)
{
    begin(m_options);
    QVERIFY(m_run->waitForRows(1500));
    cause();
    QElapsedTimer since;
    since.start();
    QVERIFY2(
        m_run->waitFor([&] { return m_run->events.has(RunState::Throttled) && m_run->events.says(because); }),
        qPrintable(m_run->events.progress().slowedBecause));
    qInfo("held after %lld ms: %s", since.elapsed(), qPrintable(because));
    QVERIFY(m_run->waitFor([&] { return m_run->events.progress().isHeld; }));
    const BackfillProgress held = m_run->events.progress();
    QVERIFY2(held.slowedBecause.contains(because), qPrintable(held.slowedBecause));
    QVERIFY(held.slowedSince.isValid());
    QTest::qWait(1200);
    QCOMPARE(m_run->events.progress().rowsSeen, held.rowsSeen);
    QCOMPARE(runStatus(m_db->target()).value().state, RunState::Throttled);
    end();
    since.start();
    QVERIFY(m_run->waitForRows(held.rowsSeen));
    qInfo("went on %lld ms after that was over, of which the server had to do well for %.0f", since.elapsed(),
          m_options.limits.calmSeconds * 1000);
    QVERIFY(m_run->events.progress().dutyShare < 0.5); // It begins again gently.
}

void BackfillSignalsTest::waitsWhileASlotHoldsBackLog()
{
    m_options.limits.slotSoftBytes = 1 << 20;
    m_options.limits.slotHardBytes = 2 << 20;
    holds(
        QStringLiteral("The replication slot \"behind\" holds back"),
        [&] {
            m_cluster->exec(QStringLiteral("SELECT pg_create_physical_replication_slot('behind', true)"));
            m_cluster->exec(
                QStringLiteral("SELECT pg_logical_emit_message(false, 'x', repeat('x', 3000000))"));
        },
        [&] { m_cluster->exec(QStringLiteral("SELECT pg_drop_replication_slot('behind')")); });
}

void BackfillSignalsTest::waitsForASlotThatTheServerWillGiveUp()
{
    if (m_db->open()->server().version < 130000)
        QSKIP("max_slot_wal_keep_size came with 13.");
    holds(
        QStringLiteral("The replication slot \"endangered\" holds back"),
        [&] {
            m_cluster->exec(QStringLiteral("ALTER SYSTEM SET max_slot_wal_keep_size = '4MB'"));
            m_cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
            m_cluster->exec(QStringLiteral("SELECT pg_create_physical_replication_slot('endangered', true)"));
            m_cluster->exec(
                QStringLiteral("SELECT pg_logical_emit_message(false, 'x', repeat('x', 2500000))"));
        },
        [&] {
            m_cluster->exec(QStringLiteral("SELECT pg_drop_replication_slot('endangered')"));
            m_cluster->exec(QStringLiteral("ALTER SYSTEM RESET max_slot_wal_keep_size"));
            m_cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
        });
}

void BackfillSignalsTest::waitsWhileArchivingFails()
{
    m_options.limits.archiveSoftSegments = 1;
    m_options.limits.archiveHardSegments = 2;
    holds(
        QStringLiteral("WAL segments wait to be archived"),
        [&] {
            m_cluster->exec(QStringLiteral("ALTER SYSTEM SET archive_command = 'false'"));
            m_cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
            for (int i = 0; i < 4; ++i) {
                m_cluster->exec(QStringLiteral("SELECT pg_logical_emit_message(false, 'x', 'x')"));
                m_cluster->exec(QStringLiteral("SELECT pg_switch_wal()"));
            }
        },
        [&] {
            m_cluster->exec(QStringLiteral("ALTER SYSTEM RESET archive_command"));
            m_cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
            m_cluster->exec(QStringLiteral("SELECT pg_switch_wal()"));
        });
}

void BackfillSignalsTest::waitsForALongTransaction()
{
    m_options.limits.horizonHardSeconds = 2;
    const auto other = m_db->open();
    holds(
        QStringLiteral("A transaction has been open"),
        [&] {
            VERIFY_OK(other->execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ")));
            VERIFY_OK(other->execute(QStringLiteral("SELECT count(*) FROM users")));
        },
        [&] { VERIFY_OK(other->execute(QStringLiteral("COMMIT"))); });
}

void BackfillSignalsTest::writesWithoutStripesBesideAnOpenTransaction()
{
    m_options.limits.horizonSoftSeconds = 1;
    const auto other = m_db->open();
    VERIFY_OK(other->execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ")));
    VERIFY_OK(other->execute(QStringLiteral("SELECT count(*) FROM users")));
    QTest::qWait(1200);
    begin(m_options);
    QVERIFY(m_run->waitForRows(1500));
    QCOMPARE(m_run->events.progress().stripes, 1);
    QVERIFY(m_run->events.says(QStringLiteral("so the table will grow")));
    QVERIFY(m_run->events.says(QString::number(other->server().backendPid)));
    VERIFY_OK(other->execute(QStringLiteral("COMMIT")));
    QVERIFY(m_run->waitFor([&] { return m_run->events.progress().stripes > 1; }));
}

void BackfillSignalsTest::waitsWhileASynchronousStandbyIsMissing()
{
    holds(
        QStringLiteral("0 of 1 synchronous standbys are there"),
        [&] {
            m_cluster->exec(QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'nobody'"));
            m_cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
        },
        [&] {
            m_cluster->exec(QStringLiteral("ALTER SYSTEM RESET synchronous_standby_names"));
            m_cluster->exec(QStringLiteral("SELECT pg_reload_conf()"));
        });
}

void BackfillSignalsTest::waitsForTheUsersQuery()
{
    m_db->exec(QStringLiteral("CREATE TABLE IF NOT EXISTS brake (is_on integer)"));
    m_db->exec(QStringLiteral("INSERT INTO brake VALUES (0)"));
    m_options.throttleSql = QStringLiteral("SELECT sum(is_on) FROM brake");
    begin(m_options);
    QVERIFY(m_run->waitForRows(1500));
    QElapsedTimer since;
    since.start();
    m_db->exec(QStringLiteral("UPDATE brake SET is_on = 1"));
    QVERIFY(m_run->waitFor(RunState::Throttled));
    qInfo("reacted after %lld ms", since.elapsed());
    QVERIFY2(since.elapsed() < promptMs, qPrintable(QString::number(since.elapsed())));
    QVERIFY(m_run->events.says(QStringLiteral("The throttle query of this run says 1")));
}

void BackfillSignalsTest::waitsOutsideTheHours()
{
    const QTime now = QTime::currentTime();
    m_options.window = DailyWindow{ now.addSecs(2 * 3600), now.addSecs(3 * 3600) };
    begin(m_options);
    QVERIFY(m_run->waitFor(RunState::Throttled));
    QVERIFY(m_run->events.says(QStringLiteral("outside the hours")));
    // One batch at most had begun.
    QVERIFY(m_run->events.progress().batches <= 1);
}

void BackfillSignalsTest::keepsToALimitOfLog()
{
    m_options.limits.walBytesPerSecond = 1000;
    begin(m_options);
    QVERIFY(m_run->waitForText(QStringLiteral("of WAL a second")));
    QVERIFY(m_run->waitFor(RunState::Throttled));
}

void BackfillSignalsTest::takesHalfOfTheTimeBesideAVacuum()
{
    begin(m_options);
    QVERIFY(m_run->waitForRows(1500));
    const auto other = m_db->open();
    VERIFY_OK(other->execute(QStringLiteral("SET vacuum_cost_delay = 50")));
    VERIFY_OK(other->execute(QStringLiteral("SET vacuum_cost_limit = 50")));
    std::thread vacuum([&] { (void)other->execute(QStringLiteral("VACUUM (DISABLE_PAGE_SKIPPING) users")); });
    const bool isTold = m_run->waitForText(QStringLiteral("A vacuum is at work on this table"));
    const bool isHalf = m_run->waitFor([&] { return m_run->events.progress().dutyShare <= 0.5; });
    other->cancel();
    vacuum.join();
    QVERIFY(isTold);
    QVERIFY(isHalf);
    QVERIFY(!m_run->events.has(RunState::Throttled));
}

void BackfillSignalsTest::looksAtTheDiskAndAtCommits()
{
    m_options.limits.diskSoftBytes = std::numeric_limits<qint64>::max();
    m_options.limits.commitSoftMs = 0.001;
    begin(m_options);
    QVERIFY(m_run->waitForText(QStringLiteral("MB of disk left")));
    m_run->control.stop();
    m_run->join();
    m_options.limits.diskSoftBytes = 0;
    m_options.resume = true;
    begin(m_options);
    QVERIFY(m_run->waitForText(QStringLiteral("Commits take")));
}

void BackfillSignalsTest::pausesAtOnce()
{
    begin(m_options);
    QVERIFY(m_run->waitForRows(1500));
    qint64 longest = 0;
    for (int i = 0; i < 10; ++i) {
        const auto pauses = [&] {
            int count = 0;
            for (const StateChanged &change : m_run->events.of<StateChanged>())
                count += change.state == RunState::Paused ? 1 : 0;
            return count;
        };
        const int before = pauses();
        QElapsedTimer since;
        since.start();
        m_run->control.pause();
        while (pauses() == before && since.elapsed() < promptMs)
            QTest::qSleep(2);
        longest = std::max(longest, since.elapsed());
        m_run->control.resume();
        QTest::qWait(150 + 37 * i);
    }
    qInfo("longest of ten pauses: %lld ms, batches of %.0f ms", longest,
          m_run->events.progress().lastBatchMs);
    QVERIFY2(longest < promptMs, qPrintable(QString::number(longest)));
}

/// From the start of the client that resumes to its first committed batch, and from the end of a pause.
void BackfillSignalsTest::goesOnAtOnce()
{
    const QString seen = QStringLiteral("SELECT sum(batches) FROM lockstep.backfill_range");
    const auto untilNext = [&](qint64 before) {
        QElapsedTimer since;
        since.start();
        while (m_db->one(seen).toLongLong() <= before && since.elapsed() < promptMs)
            QTest::qSleep(2);
        return since.elapsed();
    };
    begin(m_options);
    QVERIFY(m_run->waitForRows(1500));
    qint64 afterPause = 0;
    for (int i = 0; i < 5; ++i) {
        m_run->control.pause();
        QTest::qWait(600);
        const qint64 before = m_db->one(seen).toLongLong();
        m_run->control.resume();
        afterPause = std::max(afterPause, untilNext(before));
    }
    m_options.resume = true;
    qint64 afterStart = 0;
    for (int i = 0; i < 5; ++i) {
        m_run->control.stop();
        m_run->join();
        const qint64 before = m_db->one(seen).toLongLong();
        begin(m_options);
        afterStart = std::max(afterStart, untilNext(before));
    }
    qInfo("longest of five: first batch %lld ms after a pause, %lld ms after the start of a client that "
          "resumes,"
          " batches of %.0f ms",
          afterPause, afterStart, m_run->events.progress().lastBatchMs);
    QVERIFY2(afterPause < 1000, qPrintable(QString::number(afterPause)));
    QVERIFY2(afterStart < 3000, qPrintable(QString::number(afterStart)));
}

QTEST_GUILESS_MAIN(BackfillSignalsTest)
#include "tst_backfillsignals.moc"
