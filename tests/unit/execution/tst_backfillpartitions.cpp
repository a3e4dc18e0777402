#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Partitions that come, go and exchange rows while their table is filled.
class BackfillPartitionsTest : public QObject
{
    Q_OBJECT
private slots:
    void endsWithEveryRowFilled_data();
    void endsWithEveryRowFilled();
    void oneThatIsThereIsNotTakenForDropped();
};

namespace {

constexpr int rowsEach = 6000;

/// Three partitions, walked in their order.
void makePartitioned(RunDatabase &db)
{
    db.exec(QStringLiteral("DROP TABLE users"));
    db.exec(
        QStringLiteral("CREATE TABLE users (part integer NOT NULL, id bigint NOT NULL, name text, tier text, "
                       "PRIMARY KEY (part, id)) PARTITION BY LIST (part)"));
    for (int part = 1; part <= 3; ++part) {
        db.exec(QStringLiteral("CREATE TABLE users_%1 PARTITION OF users FOR VALUES IN (%1)").arg(part));
        db.exec(QStringLiteral("INSERT INTO users SELECT %1, i, md5(i::text) FROM generate_series(1, %2) i")
                    .arg(part)
                    .arg(rowsEach));
    }
    db.exec(QStringLiteral("ANALYZE users"));
    // What is attached later: another order of the columns, and no values either.
    db.exec(QStringLiteral("CREATE TABLE users_4 (tier text, name text, id bigint NOT NULL, part integer NOT "
                           "NULL CHECK (part = 4))"));
    db.exec(QStringLiteral(
        "INSERT INTO users_4 SELECT NULL, md5(i::text), i, 4 FROM generate_series(1, 3000) i"));
    db.exec(QStringLiteral("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM "
                           "pg_sleep((SELECT count(*) FROM written) * 0.0001); RETURN NULL; END$$"));
    for (int part = 1; part <= 3; ++part) {
        db.exec(QStringLiteral(
                    "CREATE TRIGGER zzz_lockstep_slow AFTER UPDATE ON users_%1 REFERENCING NEW TABLE AS "
                    "written FOR EACH STATEMENT EXECUTE FUNCTION slow()")
                    .arg(part));
    }
}

plan::PlanPtr partitionPlan(bool byBlocks)
{
    plan::Step step =
        backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("tier = 'tier' || name"),
                 QStringLiteral("tier IS NULL"), { QStringLiteral("part"), QStringLiteral("id") },
                 { QStringLiteral("integer"), QStringLiteral("bigint") });
    if (byBlocks) {
        step.backfill->batcher = plan::Batcher::Ctid;
        step.backfill->key.clear();
        step.backfill->keyTypes.clear();
    }
    return planOf({ step });
}

} // namespace

void BackfillPartitionsTest::endsWithEveryRowFilled_data()
{
    QTest::addColumn<bool>("byBlocks");
    QTest::addColumn<QString>("meanwhile");
    QTest::addColumn<int>("rows");
    const std::tuple<const char *, const char *, int> all[] = {
        { "rows move to a partition that is done",
          "UPDATE users SET part = 1, id = id + 100000 WHERE part = 3 AND id % 3 = 0", 3 * rowsEach },
        { "rows move to one that is still to come",
          "UPDATE users SET part = 3, id = id + 100000 WHERE part = 2 AND id % 3 = 0", 3 * rowsEach },
        { "all rows of the last one move", "UPDATE users SET part = 1, id = id + 100000 WHERE part = 3",
          3 * rowsEach },
        { "one is attached", "ALTER TABLE users ATTACH PARTITION users_4 FOR VALUES IN (4)",
          3 * rowsEach + 3000 },
        { "one that is still to come is detached", "ALTER TABLE users DETACH PARTITION users_3",
          2 * rowsEach },
        { "the one at work is detached", "ALTER TABLE users DETACH PARTITION users_2", 2 * rowsEach },
        { "one that is still to come is dropped", "DROP TABLE users_3", 2 * rowsEach },
        { "the one at work is dropped", "DROP TABLE users_2", 2 * rowsEach },
        { "the one at work is emptied", "TRUNCATE users_2", 2 * rowsEach },
    };
    for (const auto &[name, statement, rows] : all) {
        QTest::newRow(QByteArray(name).append(", by key").constData())
            << false << QString::fromLatin1(statement) << rows;
        QTest::newRow(QByteArray(name).append(", by blocks").constData())
            << true << QString::fromLatin1(statement) << rows;
    }
}

void BackfillPartitionsTest::endsWithEveryRowFilled()
{
    QFETCH(bool, byBlocks);
    QFETCH(QString, meanwhile);
    QFETCH(int, rows);
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    makePartitioned(db);
    BackgroundRun run(db.target(), partitionPlan(byBlocks), quickOptions());
    // The first is done, the second at work.
    QVERIFY(run.waitForRows(rowsEach * 4 / 3));
    QVERIFY(!run.isDone);
    db.exec(meanwhile);
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS DISTINCT FROM 'tier' || name")),
             QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users")), QString::number(rows));
}

void BackfillPartitionsTest::oneThatIsThereIsNotTakenForDropped()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    makePartitioned(db);
    // An error that neither its rows nor waiting can end.
    db.exec(QStringLiteral("CREATE FUNCTION forbids() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'not "
                           "in this one' USING ERRCODE = 'insufficient_privilege'; END$$"));
    db.exec(QStringLiteral("CREATE TRIGGER forbids BEFORE UPDATE ON users_2 FOR EACH ROW EXECUTE FUNCTION "
                           "forbids()"));
    const auto outcome = db.run(partitionPlan(false));
    QVERIFY(!outcome.has_value());
    QVERIFY2(outcome.error().message.contains(QStringLiteral("not in this one")),
             qPrintable(outcome.error().toText()));
    QVERIFY(!db.events.says(QStringLiteral("was dropped meanwhile")));
}

QTEST_GUILESS_MAIN(BackfillPartitionsTest)
#include "tst_backfillpartitions.moc"
