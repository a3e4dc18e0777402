#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Several workers at one backfill.
class BackfillWorkersTest : public QObject
{
    Q_OBJECT
private slots:
    void fillsEveryRowOnce_data();
    void fillsEveryRowOnce();
    void restsAltogetherAndGoesOnWithOthers();
    void stopsAltogetherAtARowThatCannotBeWritten();
    void goesOnAfterAWorkerLostItsConnection();
    void fillsATableThatIsRewrittenMeanwhile();
    void leavesTheWorkToOneWhereTriggersMeet();
    void takesHalfOfTheTimeBesideOthers();
    void endsWhoBlocksOneOfThem();
};

namespace {

constexpr qint64 manyRows = 24'000;

plan::PlanPtr workPlan(const QStringList &key = { QStringLiteral("id") },
                       const QStringList &types = { QStringLiteral("bigint") })
{
    plan::Step step =
        backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("tier = 'tier' || id % 3"),
                 QStringLiteral("tier IS NULL"), key, types);
    if (key.isEmpty())
        step.backfill->batcher = plan::Batcher::Ctid;
    return planOf({ step });
}

RunOptions withWorkers(int workers)
{
    RunOptions options = quickOptions();
    options.workers = workers;
    return options;
}

const QString notOnce =
    QStringLiteral("SELECT count(*) FROM users WHERE n <> 1 OR tier IS DISTINCT FROM 'tier' || id % 3");

int mostAtWork(const Events &events)
{
    int most = 0;
    for (const BackfillAdvanced &advanced : events.of<BackfillAdvanced>())
        most = std::max(most, advanced.progress.workers);
    return most;
}

} // namespace

void BackfillWorkersTest::fillsEveryRowOnce_data()
{
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QStringList>("types");
    QTest::addColumn<QStringList>("make");
    const QStringList noKey;
    const QStringList id{ QStringLiteral("id") };
    const QStringList bigint{ QStringLiteral("bigint") };
    QTest::newRow("by key") << id << bigint << QStringList();
    QTest::newRow("by blocks") << noKey << noKey << QStringList();
    QTest::newRow("by a key of text")
        << QStringList{ QStringLiteral("name") } << QStringList{ QStringLiteral("text") }
        << QStringList{ QStringLiteral("ALTER TABLE users ALTER name SET NOT NULL, ADD UNIQUE (name)") };
    QTest::newRow("by a key of two columns")
        << QStringList{ QStringLiteral("part"), QStringLiteral("id") }
        << QStringList{ QStringLiteral("integer"), QStringLiteral("bigint") }
        << QStringList{ QStringLiteral("ALTER TABLE users ADD part integer NOT NULL DEFAULT 1"),
                        QStringLiteral("UPDATE users SET part = id % 5"),
                        QStringLiteral("ALTER TABLE users DROP CONSTRAINT users_pkey, ADD PRIMARY KEY (part, "
                                       "id)") };
    QTest::newRow("of many partitions")
        << id << bigint
        << QStringList{ QStringLiteral("ALTER TABLE users RENAME TO whole"),
                        QStringLiteral("CREATE TABLE users (LIKE whole INCLUDING DEFAULTS, PRIMARY KEY (id)) "
                                       "PARTITION BY HASH (id)"),
                        QStringLiteral("CREATE TABLE users_0 PARTITION OF users FOR VALUES WITH (MODULUS 3, "
                                       "REMAINDER 0)"),
                        QStringLiteral("CREATE TABLE users_1 PARTITION OF users FOR VALUES WITH (MODULUS 3, "
                                       "REMAINDER 1)"),
                        QStringLiteral("CREATE TABLE users_2 PARTITION OF users FOR VALUES WITH (MODULUS 3, "
                                       "REMAINDER 2)"),
                        QStringLiteral("INSERT INTO users SELECT * FROM whole") };
}

void BackfillWorkersTest::fillsEveryRowOnce()
{
    QFETCH(QStringList, key);
    QFETCH(QStringList, types);
    QFETCH(QStringList, make);
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    for (const QString &sql : make)
        db.exec(sql);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.exec(QStringLiteral("ANALYZE"));
    // Each sleep takes a millisecond at least.
    db.exec(QStringLiteral("CREATE FUNCTION count_update() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.n "
                           ":= OLD.n + 1; IF NEW.id % 16 = 0 THEN PERFORM pg_sleep(0.0005); END IF; RETURN "
                           "NEW; END$$"));
    const bool isPartitioned =
        db.one(QStringLiteral("SELECT relkind FROM pg_class WHERE relname = 'users'")) == QLatin1String("p");
    const QStringList tables =
        isPartitioned
            ? QStringList{ QStringLiteral("users_0"), QStringLiteral("users_1"), QStringLiteral("users_2") }
            : QStringList{ QStringLiteral("users") };
    for (const QString &table : tables)
        db.exec(QStringLiteral("CREATE TRIGGER zzz_lockstep_counted BEFORE UPDATE ON %1 FOR EACH ROW EXECUTE "
                               "FUNCTION count_update()")
                    .arg(table));
    const auto outcome = db.run(workPlan(key, types), withWorkers(3));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT sum(rows_done) FROM lockstep.backfill_range")),
             QString::number(manyRows));
    QVERIFY(db.one(QStringLiteral("SELECT count(*) FROM lockstep.backfill_range")).toInt() > 2);
    QCOMPARE(mostAtWork(db.events), 3);
}

void BackfillWorkersTest::restsAltogetherAndGoesOnWithOthers()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    db.slowDown();
    {
        BackgroundRun run(db.target(), workPlan(), withWorkers(3));
        QVERIFY(run.waitForRows(2000));
        run.control.pause();
        QVERIFY(run.waitFor(RunState::Paused));
        const QString seen = QStringLiteral("SELECT sum(rows_seen) FROM lockstep.backfill_range");
        const QString resting = db.one(seen);
        QTest::qWait(300);
        QCOMPARE(db.one(seen), resting);
        QCOMPARE(runStatus(db.target()).value().state, RunState::Paused);
        run.control.resume();
        QVERIFY(QTest::qWaitFor([&] { return db.one(seen) != resting; }, longEnoughMs));
        run.control.stop();
        run.join();
        VERIFY_OK(run.outcome);
        QCOMPARE(run.outcome->state, RunState::Stopped);
    }
    RunOptions options = withWorkers(2);
    options.resume = true;
    VERIFY_OK(db.run(workPlan(), options));
    QCOMPARE(mostAtWork(db.events), 2);
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT sum(rows_done) FROM lockstep.backfill_range")),
             QString::number(manyRows));
}

void BackfillWorkersTest::stopsAltogetherAtARowThatCannotBeWritten()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text, ADD CHECK (tier <> 'tier1' OR id <> 19999)"));
    db.countUpdates();
    const auto failed = db.run(workPlan(), withWorkers(3));
    QVERIFY(!failed.has_value());
    QVERIFY2(failed.error().message.contains(QStringLiteral("= 19999 cannot be written")),
             qPrintable(failed.error().message));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Failed);
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'lockstep:%'")),
             QStringLiteral("0"));
    db.exec(QStringLiteral("ALTER TABLE users DROP CONSTRAINT users_check"));
    RunOptions options = withWorkers(3);
    options.resume = true;
    VERIFY_OK(db.run(workPlan(), options));
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
}

void BackfillWorkersTest::goesOnAfterAWorkerLostItsConnection()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    db.slowDown();
    BackgroundRun run(db.target(), workPlan(), withWorkers(3));
    for (int worker = 2; worker <= 3; ++worker) {
        const qint64 seen = run.events.progress().rowsSeen;
        QVERIFY(run.waitForRows(seen + 3000));
        db.exec(
            QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name "
                           "LIKE 'lockstep:%:%1'")
                .arg(worker));
    }
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QVERIFY(run.events.says(QStringLiteral("connecting again")));
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
}

void BackfillWorkersTest::fillsATableThatIsRewrittenMeanwhile()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.slowDown();
    BackgroundRun run(db.target(), workPlan({}, {}), withWorkers(3));
    QVERIFY(run.waitForRows(2000));
    db.exec(QStringLiteral("DELETE FROM users WHERE id % 2 = 0 AND tier IS NOT NULL"));
    db.exec(QStringLiteral("VACUUM FULL users"));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")), QStringLiteral("0"));
}

void BackfillWorkersTest::leavesTheWorkToOneWhereTriggersMeet()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.exec(QStringLiteral("CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; "
                           "END$$"));
    db.exec(QStringLiteral(
        "CREATE TRIGGER audit AFTER UPDATE ON users FOR EACH STATEMENT EXECUTE FUNCTION audit()"));
    VERIFY_OK(db.run(workPlan(), withWorkers(3)));
    QCOMPARE(mostAtWork(db.events), 1);
    QVERIFY(db.events.says(QStringLiteral("audit may write rows")));
}

void BackfillWorkersTest::takesHalfOfTheTimeBesideOthers()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.slowDown();
    const auto other = db.open();
    RunOptions options = withWorkers(2);
    options.limits.shareBesideOthers = 0.4;
    BackgroundRun run(db.target(), workPlan(), options);
    bool told = false;
    for (int i = 0; i < 100 && !told; ++i) {
        VERIFY_OK(other->execute(QStringLiteral("SELECT 1")));
        QTest::qWait(50);
        const BackfillProgress now = run.events.progress();
        told = now.dutyShare == 0.4 && now.workers == 1;
    }
    QVERIFY(told);
    QVERIFY(run.events.says(QStringLiteral("Other sessions are at work")));
    run.control.stop();
    run.join();
}

/// Whoever of the workers it is.
void BackfillWorkersTest::endsWhoBlocksOneOfThem()
{
    RunDatabase db(60'000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    db.slowDown();
    const auto blocker = db.openAsGuest();
    // In the part that the second one begins with.
    VERIFY_OK(blocker->executeScript(
        QStringLiteral("BEGIN; SELECT FROM users WHERE id BETWEEN 5200 AND 9800 FOR UPDATE")));
    RunOptions options = withWorkers(3);
    options.consent.upTo = BlockerTier::IdleInTransaction;
    options.consent.idleSeconds = 0;
    BackgroundRun run(db.target(), workPlan(), options);
    QVERIFY(run.waitForEvent<BlockerEnded>());
    QVERIFY(!run.isDone);
    const auto ended = run.events.of<BlockerEnded>().constFirst();
    QVERIFY2(ended.isDone, qPrintable(ended.text));
    db.setPace(0);
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.one(notOnce), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(BackfillWorkersTest)
#include "tst_backfillworkers.moc"
