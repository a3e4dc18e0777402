#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// What others do to a table while it is filled.
class BackfillMeanwhileTest : public QObject
{
    Q_OBJECT
private slots:
    void endsWithEveryRowFilled_data();
    void endsWithEveryRowFilled();
    void pausesWhenATriggerGoes_data();
    void pausesWhenATriggerGoes();
    void skipsARowThatIsLockedForLong();
    void givesWayToSessionsThatWait();
    void takesUpAJournalOfAnOlderVersion();
};

namespace {

constexpr qint64 manyRows = 30'000;

/// The column, the trigger that keeps it from now on, and the filling.
plan::PlanPtr syncPlan(bool byBlocks)
{
    plan::Step step = backfill(QStringLiteral("s01"), QStringLiteral("users"),
                               QStringLiteral("tier = 'tier' || name"), QStringLiteral("tier IS NULL"));
    if (byBlocks) {
        step.backfill->batcher = plan::Batcher::Ctid;
        step.backfill->key.clear();
        step.backfill->keyTypes.clear();
    }
    return planOf({ step });
}

void prepare(RunDatabase &db)
{
    db.exec(QStringLiteral("UPDATE users SET name = coalesce(name, '')"));
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.exec(QStringLiteral(
        "CREATE FUNCTION keep_tier() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.tier := 'tier' || "
        "NEW.name; RETURN NEW; END$$"));
    db.exec(QStringLiteral(
        "CREATE TRIGGER zzz_keep BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION "
        "keep_tier()"));
    db.exec(QStringLiteral("VACUUM FULL users"));
    db.exec(QStringLiteral("ANALYZE users"));
    db.slowDown();
}

const QString notFilled =
    QStringLiteral("SELECT count(*) FROM users WHERE tier IS DISTINCT FROM 'tier' || name");

} // namespace

void BackfillMeanwhileTest::endsWithEveryRowFilled_data()
{
    QTest::addColumn<bool>("byBlocks");
    QTest::addColumn<QStringList>("meanwhile");
    const std::pair<const char *, QStringList> all[] = {
        { "keys change and move behind the cursor",
          { QStringLiteral("UPDATE users SET id = -id WHERE id BETWEEN 25000 AND 26000"),
            QStringLiteral(
                "UPDATE users SET id = id + 1000000, name = 'moved' WHERE id BETWEEN 1 AND 500") } },
        { "the next rows are deleted",
          { QStringLiteral("DELETE FROM users WHERE id BETWEEN 9000 AND 27000") } },
        { "all rows are deleted", { QStringLiteral("DELETE FROM users") } },
        { "the table is emptied", { QStringLiteral("TRUNCATE users") } },
        { "the table is emptied and filled again",
          { QStringLiteral("TRUNCATE users"),
            QStringLiteral(
                "INSERT INTO users (id, name) SELECT i, 'again' FROM generate_series(1, 20000) i") } },
        { "many rows are inserted",
          { QStringLiteral(
                "INSERT INTO users (id, name) SELECT i, 'new' FROM generate_series(100001, 130000) i"),
            QStringLiteral(
                "INSERT INTO users (id, name) SELECT i, 'new' FROM generate_series(200001, 230000) i") } },
        { "rows are changed before and behind the cursor",
          { QStringLiteral("UPDATE users SET name = name || 'x' WHERE id % 3 = 0"),
            QStringLiteral("UPDATE users SET name = name || 'y' WHERE id % 3 = 1") } },
        { "the table is rewritten", { QStringLiteral("VACUUM FULL users") } },
        { "the table is put into another order", { QStringLiteral("CLUSTER users USING users_pkey") } },
        { "the table is analysed and vacuumed", { QStringLiteral("VACUUM ANALYZE users") } },
        { "an index on the new column is built",
          { QStringLiteral("CREATE INDEX CONCURRENTLY ON users (tier)") } },
    };
    for (const auto &[name, statements] : all) {
        QTest::newRow(QByteArray(name).append(", by key").constData()) << false << statements;
        QTest::newRow(QByteArray(name).append(", by blocks").constData()) << true << statements;
    }
}

void BackfillMeanwhileTest::endsWithEveryRowFilled()
{
    QFETCH(bool, byBlocks);
    QFETCH(QStringList, meanwhile);
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    BackgroundRun run(db.target(), syncPlan(byBlocks), quickOptions());
    QVERIFY(run.waitForRows(2000));
    for (const QString &sql : meanwhile)
        db.exec(sql);
    db.setPace(0.2);
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void BackfillMeanwhileTest::pausesWhenATriggerGoes_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("says");
    QTest::newRow("dropped") << QStringLiteral("DROP TRIGGER zzz_keep ON users")
                             << QStringLiteral("The trigger zzz_keep of users is gone.");
    QTest::newRow("disabled") << QStringLiteral("ALTER TABLE users DISABLE TRIGGER zzz_keep")
                              << QStringLiteral("The trigger zzz_keep of users is disabled.");
    QTest::newRow("another function")
        << QStringLiteral("CREATE OR REPLACE FUNCTION keep_tier() RETURNS trigger LANGUAGE "
                          "plpgsql AS $$BEGIN RETURN NEW; END$$")
        << QStringLiteral("The trigger zzz_keep of users was changed.");
    QTest::newRow("a column") << QStringLiteral("ALTER TABLE users ADD more integer")
                              << QStringLiteral("A column more was added.");
}

void BackfillMeanwhileTest::pausesWhenATriggerGoes()
{
    QFETCH(QString, change);
    QFETCH(QString, says);
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    db.setPace(10);
    BackgroundRun run(db.target(), syncPlan(false), quickOptions());
    QVERIFY(run.waitForRows(2000));
    db.exec(QStringLiteral("SET lock_timeout = 0"));
    QElapsedTimer since;
    since.start();
    db.exec(change);
    QVERIFY(run.waitFor(RunState::Paused));
    QVERIFY2(since.elapsed() < promptMs, qPrintable(QString::number(since.elapsed())));
    QVERIFY(run.events.says(says));
    const BackfillProgress held = run.events.progress();
    QVERIFY(held.slowedBecause.contains(says));
    QVERIFY(held.fractionDone < 1);
    QVERIFY(runStatus(db.target()).value().state == RunState::Paused);
    db.setPace(0);
    run.control.resume();
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void BackfillMeanwhileTest::skipsARowThatIsLockedForLong()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN")));
    VERIFY_OK(holder->execute(QStringLiteral("SELECT FROM users WHERE id = 100 FOR UPDATE")));
    RunOptions options = quickOptions();
    options.limits.longestRetryMs = 500; // How pauses grow is a matter of the control law's own test.
    BackgroundRun run(db.target(), syncPlan(false), options);
    // All others are filled although nobody gives that one back.
    const QString left = QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL");
    QVERIFY(QTest::qWaitFor([&] { return db.one(left) == QLatin1String("1"); }, longEnoughMs));
    QVERIFY(!run.isDone);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void BackfillMeanwhileTest::givesWayToSessionsThatWait()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    // Batches that never end by themselves while they keep their rows.
    db.exec(QStringLiteral(
        "CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM "
        "pg_sleep(CASE WHEN (SELECT count(*) FROM written) > 400 THEN 20 ELSE 0.001 END); RETURN NULL; "
        "END$$"));
    BackgroundRun run(db.target(), syncPlan(false), quickOptions());
    QTest::qWait(500);
    std::vector<std::thread> sessions;
    std::atomic<int> longestMs = 0;
    for (int i = 1; i <= 3; ++i) {
        sessions.emplace_back([&, i] {
            const auto session = db.open();
            QElapsedTimer waited;
            waited.start();
            (void)session->execute(QStringLiteral("UPDATE users SET n = n + 1 WHERE id = %1").arg(i * 8));
            longestMs = std::max(longestMs.load(), int(waited.elapsed()));
        });
    }
    for (std::thread &session : sessions)
        session.join();
    QVERIFY2(longestMs < 2000, qPrintable(QString::number(longestMs)));
    db.exec(QStringLiteral(
        "CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$"));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void BackfillMeanwhileTest::takesUpAJournalOfAnOlderVersion()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    {
        BackgroundRun run(db.target(), syncPlan(false), quickOptions());
        QVERIFY(run.waitForRows(2000));
        run.control.stop();
        run.join();
        VERIFY_OK(run.outcome);
    }
    const QString done = db.one(QStringLiteral("SELECT sum(rows_done) FROM lockstep.backfill_range"));
    // As version 3 had it.
    for (const char *sql :
         { "ALTER TABLE lockstep.backfill DROP COLUMN guard, ADD COLUMN relfilenode oid, ADD COLUMN batcher "
           "text NOT NULL "
           "DEFAULT 'keyset', ADD COLUMN bound jsonb, ADD COLUMN stripe_k integer NOT NULL DEFAULT 1",
           "UPDATE lockstep.backfill b SET bound = r.bound, relfilenode = r.relfilenode, stripe_k = "
           "r.stripe_k, batcher = "
           "r.batcher FROM lockstep.backfill_range r",
           "ALTER TABLE lockstep.backfill_range DROP COLUMN ord, DROP COLUMN relation, DROP COLUMN "
           "relfilenode, DROP COLUMN "
           "batcher, DROP COLUMN stripe_k, DROP COLUMN est_rows, DROP COLUMN bound, DROP COLUMN lo, ADD "
           "UNIQUE (run_id, "
           "step_id), DROP "
           "CONSTRAINT backfill_range_state_check, ADD CHECK (state IN ('running', 'done'))",
           "ALTER TABLE lockstep.backfill_reject DROP COLUMN relation, DROP COLUMN parked",
           "UPDATE lockstep.journal SET version = 3" })
        db.exec(QLatin1String(sql));
    const RunStatus status = runStatus(db.target()).value();
    QCOMPARE(QString::number(status.backfills.first().rowsDone), done);
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(syncPlan(false), options));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QVERIFY(db.events.says(QStringLiteral("rows were visited before")));
}

QTEST_GUILESS_MAIN(BackfillMeanwhileTest)
#include "tst_backfillmeanwhile.moc"
