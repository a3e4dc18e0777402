#include "traffic.h"

#include "../../support/owncluster.h"

#include <QThread>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// What is there beside a run: a logical subscriber, an application of the release before, an expression that
/// gives another value each time.
class RunBesideTest : public QObject
{
    Q_OBJECT
private slots:
    void aSubscriberHasEveryRow_data();
    void aSubscriberHasEveryRow();
    void theReleaseBeforeGoesOnUntilTheGate();
    void valuesThatAreDrawnStay();
};

namespace {

constexpr qint64 rows = 3000;
const QString contents =
    QStringLiteral("SELECT md5(string_agg(concat_ws(' ', id, name, tier), ',' ORDER BY id)) FROM users");

/// What the release before does, all the time.
class OldApplication
{
public:
    explicit OldApplication(const RunDatabase &db)
        : m_target(db.target())
        , m_thread([this] { work(); })
    { }
    ~OldApplication() { stop(); }
    OldApplication(const OldApplication &) = delete;
    OldApplication &operator=(const OldApplication &) = delete;
    void stop()
    {
        m_isStopping = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] int writes() const { return m_writes; }
    /// SQLSTATE of the first statement that failed, once stopped.
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    void work()
    {
        const auto session = postgres::Session::open(m_target).value();
        for (int i = 1; !m_isStopping && m_failure.isEmpty(); ++i) {
            const QString id = QString::number(i % 2 == 0 ? i % rows + 1 : 1'000'000 + i);
            const auto done = session->execute(
                i % 2 == 0 ? QStringLiteral("UPDATE users SET name = 'was ' || name WHERE id = $1")
                           : QStringLiteral("INSERT INTO users (id, name) VALUES ($1, 'old')"),
                { id });
            const auto read = session->query(QStringLiteral("SELECT name FROM users WHERE id = $1"), { id });
            if (!done.has_value() || !read.has_value())
                m_failure = done.has_value() ? read.error().sqlstate : done.error().sqlstate;
            ++m_writes;
            QThread::usleep(500);
        }
    }

    postgres::ConnectionTarget m_target;
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_writes = 0;
    QString m_failure;
    std::thread m_thread;
};

/// From users.name to users.label: nobody who writes the one is to miss the other.
plan::PlanPtr renamePlan()
{
    QVector<plan::Step> steps;
    steps << ddl(
        QStringLiteral("s01"),
        { QStringLiteral("ALTER TABLE users ADD COLUMN label text"),
          QStringLiteral("CREATE FUNCTION keep_label() RETURNS trigger LANGUAGE plpgsql AS "
                         "$$BEGIN NEW.label := upper(NEW.name); RETURN NEW; END$$"),
          QStringLiteral("CREATE TRIGGER zzz_lockstep_label BEFORE INSERT OR UPDATE ON users FOR EACH "
                         "ROW EXECUTE FUNCTION keep_label()") },
        {});
    steps << backfill(QStringLiteral("s02"), QStringLiteral("users"), QStringLiteral("label = upper(name)"),
                      QStringLiteral("label IS NULL"));
    steps << gate(QStringLiteral("s03"));
    steps << ddl(QStringLiteral("s04"),
                 { QStringLiteral("DROP TRIGGER zzz_lockstep_label ON users"),
                   QStringLiteral("ALTER TABLE users DROP COLUMN name") },
                 {});
    steps.last().phase = plan::Phase::Contract;
    return planOf(steps);
}

} // namespace

void RunBesideTest::aSubscriberHasEveryRow_data()
{
    QTest::addColumn<bool>("hasColumn");
    QTest::newRow("that has the column before") << true;
    QTest::newRow("that gets the column later") << false;
}

void RunBesideTest::aSubscriberHasEveryRow()
{
    QFETCH(bool, hasColumn);
    const QStringList logical{ QStringLiteral("wal_level = logical") };
    const auto publisher = OwnCluster::create(logical);
    const auto subscriber = OwnCluster::create(logical);
    QVERIFY(publisher && subscriber);
    RunDatabase db(publisher->target(), rows);
    subscriber->exec(QStringLiteral(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text, n integer NOT NULL DEFAULT 0)"));
    const QString addColumn = QStringLiteral("ALTER TABLE users ADD COLUMN tier text");
    if (hasColumn)
        subscriber->exec(addColumn);
    db.exec(QStringLiteral("CREATE PUBLICATION shop FOR TABLE users"));
    subscriber->exec(QStringLiteral("CREATE SUBSCRIPTION shop CONNECTION '%1' PUBLICATION shop")
                         .arg(publisher->target().text));
    const QString count = QStringLiteral("SELECT count(*) FROM users");
    QTRY_COMPARE_WITH_TIMEOUT(subscriber->one(count), QString::number(rows), longEnoughMs);
    {
        const Traffic traffic(db, rows);
        VERIFY_OK(db.run(tierPlan()));
    }
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")), QStringLiteral("0"));
    if (!hasColumn) {
        // It stands still; nothing is lost meanwhile, because the slot keeps what it has not read.
        QTRY_VERIFY_WITH_TIMEOUT(
            subscriber->one(QStringLiteral("SELECT count(*) FROM pg_stat_subscription WHERE pid IS NULL"))
                == QStringLiteral("1"),
            longEnoughMs);
        subscriber->exec(addColumn);
    }
    QTRY_COMPARE_WITH_TIMEOUT(subscriber->one(contents), db.one(contents), longEnoughMs);
    subscriber->exec(QStringLiteral("DROP SUBSCRIPTION shop"));
}

void RunBesideTest::theReleaseBeforeGoesOnUntilTheGate()
{
    RunDatabase db(rows);
    REQUIRE_DATABASE(db);
    db.slowDown();
    OldApplication before(db);
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    BackgroundRun run(db.target(), renamePlan(), options);
    QVERIFY(run.waitForEvent<GateReached>());
    const int writes = before.writes();
    QTRY_VERIFY_WITH_TIMEOUT(before.writes() > writes + 20, longEnoughMs);
    // What it wrote, before and after the backfill met the row, is in the new column as well.
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE label IS DISTINCT FROM upper(name)")),
             QStringLiteral("0"));
    const qint64 written =
        db.one(QStringLiteral("SELECT count(*) FROM users WHERE name LIKE 'was %' OR name = 'old'"))
            .toLongLong();
    QVERIFY(written > 20);
    // Whoever says that it is gone while it is not, breaks it, and it alone.
    run.control.approveGate(QStringLiteral("s03"));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    before.stop();
    QCOMPARE(before.failure(), QStringLiteral("42703"));
    QVERIFY(before.writes() > writes);
    QVERIFY(db.one(QStringLiteral("SELECT count(*) FROM users WHERE label LIKE 'WAS %' OR label = 'OLD'"))
                .toLongLong()
            >= written);
}

/// Also over a stop, a lost connection and a pass over the rows that came meanwhile.
void RunBesideTest::valuesThatAreDrawnStay()
{
    RunDatabase db(20'000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    db.slowDown();
    const auto plan =
        planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                          QStringLiteral("tier = md5(random()::text)"), QStringLiteral("tier IS NULL")) });
    const auto remember = [&] {
        db.exec(QStringLiteral("CREATE TABLE IF NOT EXISTS drawn (id bigint PRIMARY KEY, tier text)"));
        db.exec(QStringLiteral("INSERT INTO drawn SELECT id, tier FROM users WHERE tier IS NOT NULL "
                               "ON CONFLICT DO NOTHING"));
    };
    {
        BackgroundRun run(db, plan);
        QVERIFY(run.waitForRows(3000));
        run.control.stop();
    }
    remember();
    RunOptions options = quickOptions();
    options.resume = true;
    BackgroundRun run(db.target(), plan, options);
    QVERIFY(run.waitForRows(9000));
    db.exec(QStringLiteral("INSERT INTO users (id, name) SELECT -i, 'behind' FROM generate_series(1, 50) i"));
    db.endSessions();
    remember();
    db.setPace(0);
    run.join();
    VERIFY_OK(run.outcome);
    QVERIFY(db.one(QStringLiteral("SELECT count(*) FROM drawn")).toInt() >= 3000);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM drawn d LEFT JOIN users u USING (id) WHERE u.tier "
                                   "IS DISTINCT FROM d.tier")),
             QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1 OR tier IS NULL")),
             QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(RunBesideTest)
#include "tst_runbeside.moc"
