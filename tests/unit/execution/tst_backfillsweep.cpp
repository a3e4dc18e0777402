#include "sweepfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// What is done about rows that a backfill's first pass has not met.
class BackfillSweepTest : public QObject
{
    Q_OBJECT
private slots:
    void writesFewRowsByTheirKeys_data();
    void writesFewRowsByTheirKeys();
    void leavesManyRowsToAnotherPass();
    void leavesRowsWithoutAnIndexedKeyToAnotherPass();
    void leavesALockedRowToAnotherPass();
    void namesTheRowThatCannotBeWritten();
    void goesOnAfterAStopAmongThem();
    void findsRowsByOddKeys_data();
    void findsRowsByOddKeys();
    void findsRowsOfPartitionsThatAreAlmostEmpty();
    void keepsAConditionThatLooksLikeATemplate();
};

namespace {

constexpr qint64 manyRows = 30'000;

void prepare(RunDatabase &db)
{
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.slowDown();
}

/// Rows behind the end of the pass that is under way. They come without the default that a plan would have
/// set.
bool insertBehind(RunDatabase &db, BackgroundRun &run, int rows)
{
    if (!run.waitForRows(2000))
        return false;
    db.exec(insertRows(rows));
    return true;
}

} // namespace

void BackfillSweepTest::writesFewRowsByTheirKeys_data()
{
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QStringList>("types");
    QTest::addColumn<QString>("index");
    QTest::newRow("one integer") << QStringList{ QStringLiteral("id") }
                                 << QStringList{ QStringLiteral("bigint") } << QString();
    QTest::newRow("two columns") << QStringList{ QStringLiteral("part"), QStringLiteral("id") }
                                 << QStringList{ QStringLiteral("text"), QStringLiteral("bigint") }
                                 << QStringLiteral("CREATE UNIQUE INDEX ON users (part, id)");
}

void BackfillSweepTest::writesFewRowsByTheirKeys()
{
    QFETCH(QStringList, key);
    QFETCH(QStringList, types);
    QFETCH(QString, index);
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD part text NOT NULL DEFAULT 'it''s \"one\"'"));
    if (!index.isEmpty())
        db.exec(index);
    db.countUpdates();
    BackgroundRun run(db.target(), fillPlan(key, types), quickOptions());
    QVERIFY(insertBehind(db, run, 900));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QVERIFY(run.events.says(QStringLiteral("900 rows are left; ") + byKeys));
    QVERIFY(!run.events.says(anotherPass));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    QCOMPARE(run.events.progress().rowsDone, manyRows + 900);
}

void BackfillSweepTest::leavesManyRowsToAnotherPass()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    BackgroundRun run(db.target(), fillPlan(), quickOptions());
    QVERIFY(insertBehind(db, run, 9000));
    db.setPace(0);
    run.join();
    VERIFY_OK(run.outcome);
    QVERIFY(run.events.says(QStringLiteral("9000 rows are left; ") + anotherPass));
    QVERIFY(!run.events.says(byKeys));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void BackfillSweepTest::leavesRowsWithoutAnIndexedKeyToAnotherPass()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    db.exec(QStringLiteral("ALTER TABLE users DROP CONSTRAINT users_pkey, ALTER id SET NOT NULL"));
    BackgroundRun run(db.target(), fillPlan(), quickOptions());
    QVERIFY(insertBehind(db, run, 900));
    db.setPace(0);
    run.join();
    VERIFY_OK(run.outcome);
    QVERIFY(run.events.says(QStringLiteral("900 rows are left; ") + anotherPass));
    QVERIFY(!run.events.says(byKeys));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void BackfillSweepTest::leavesALockedRowToAnotherPass()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    BackgroundRun run(db.target(), fillPlan(), quickOptions());
    QVERIFY(insertBehind(db, run, 900));
    const auto other = db.open();
    VERIFY_OK(other->executeScript(QStringLiteral("BEGIN; SELECT FROM users WHERE id = 100500 FOR UPDATE")));
    db.setPace(0);
    QVERIFY(QTest::qWaitFor(
        [&] { return run.events.says(QStringLiteral("1 rows are left; ") + anotherPass); }, longEnoughMs));
    VERIFY_OK(other->execute(QStringLiteral("ROLLBACK")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void BackfillSweepTest::namesTheRowThatCannotBeWritten()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    BackgroundRun run(db.target(), fillPlan(), quickOptions());
    QVERIFY(insertBehind(db, run, 300));
    db.exec(QStringLiteral("UPDATE users SET id = 0 WHERE id = 100150"));
    db.setPace(0);
    run.join();
    QVERIFY(!run.outcome.has_value());
    QVERIFY2(run.outcome.error().message.contains(QStringLiteral("The row with id = 0 cannot be written")),
             qPrintable(run.outcome.error().toText()));
    // Only those that were in a batch with it are not written.
    QVERIFY(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")).toInt() <= 100);
}

void BackfillSweepTest::goesOnAfterAStopAmongThem()
{
    RunDatabase db(manyRows);
    REQUIRE_DATABASE(db);
    prepare(db);
    db.countUpdates();
    {
        BackgroundRun run(db.target(), fillPlan(), quickOptions());
        QVERIFY(insertBehind(db, run, 900));
        db.setPace(5);
        QVERIFY(run.waitForText(byKeys));
        run.control.stop();
        run.join();
        VERIFY_OK(run.outcome);
        QCOMPARE(run.outcome->state, RunState::Stopped);
    }
    db.setPace(0);
    const QString left = db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL"));
    QVERIFY2(left.toInt() > 0, qPrintable(left));
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(fillPlan(), options));
    QVERIFY(db.events.says(left + QStringLiteral(" rows are left; ") + byKeys));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

void BackfillSweepTest::findsRowsByOddKeys_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("usual");
    QTest::addColumn<QString>("odd");
    const auto add = [](const char *type, const char *usual, const char *odd) {
        QTest::newRow(type) << QString::fromLatin1(type) << QString::fromLatin1(usual)
                            << QString::fromUtf8(odd);
    };
    add("text", "'k' || id",
        "'', ' ', 'it''s', '\"q\"', 'ü€漢😀', 'back\\slash', '{a,b}', 'Seq Scan', '$1', '%1', 'NULL', "
        "E'a\\nb'");
    add("numeric", "id", "'NaN', '-0.50', '1e30', '0.1', '-0.0001'");
    add("double precision", "sqrt(id)",
        "'NaN', 'Infinity', '-Infinity', '1e-300', '0.1', '0.30000000000000004'");
    add("uuid", "md5(id::text)::uuid",
        "'00000000-0000-0000-0000-000000000000', 'FFFFFFFF-ffff-ffff-ffff-ffffffffffff'");
    add("timestamp with time zone", "'2020-10-25'::timestamptz + id * interval '13 minutes'",
        "'infinity', '-infinity', '0044-03-15 12:00+00 BC', '2020-01-01 00:00:00.000001+00'");
    add("bytea", "decode(md5(id::text), 'hex')", "'', '\\x00', '\\x5c27'");
    add("character(6)", "lpad(id::text, 6, 'x')", "'', 'a', ' b'");
}

void BackfillSweepTest::findsRowsByOddKeys()
{
    QFETCH(QString, type);
    QFETCH(QString, usual);
    QFETCH(QString, odd);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text, ADD k %1").arg(type));
    db.exec(QStringLiteral("UPDATE users SET k = %1").arg(usual));
    db.exec(QStringLiteral("ALTER TABLE users ALTER k SET NOT NULL, ADD UNIQUE (k)"));
    db.exec(QStringLiteral("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET extra_float_digits = 0',"
                           " current_database()); END $$"));
    db.countUpdates();
    SweptRun swept(
        db,
        { QStringLiteral("INSERT INTO users (id, name, k) SELECT 0 - row_number() OVER (), 'odd', v "
                         "FROM unnest(ARRAY[%1]::%2[]) v")
              .arg(odd, type) },
        fillPlan({ QStringLiteral("k") }, { type }));
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QVERIFY(swept.run->events.says(byKeys));
    QVERIFY(!swept.run->events.says(anotherPass));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

void BackfillSweepTest::findsRowsOfPartitionsThatAreAlmostEmpty()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    for (const char *sql :
         { "ALTER TABLE users RENAME TO whole",
           "CREATE TABLE users (LIKE whole INCLUDING DEFAULTS, tier text, PRIMARY KEY (id)) PARTITION BY "
           "RANGE "
           "(id)",
           "CREATE TABLE users_1 PARTITION OF users FOR VALUES FROM (0) TO (100000)",
           "CREATE TABLE users_rest PARTITION OF users DEFAULT", "INSERT INTO users SELECT * FROM whole",
           "INSERT INTO users (id, name, tier) VALUES (-5, 'rest', 'tier-20')", "ANALYZE" })
        db.exec(QString::fromLatin1(sql));
    SweptRun swept(db, { insertRows(3) });
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QVERIFY(swept.run->events.says(QStringLiteral("3 rows are left; ") + byKeys));
    QVERIFY(!swept.run->events.says(anotherPass));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void BackfillSweepTest::keepsAConditionThatLooksLikeATemplate()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    const auto plan = planOf({ backfill(
        QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("tier = 'tier' || (100 / id)"),
        QStringLiteral("tier IS NULL AND name NOT LIKE '%1 %' AND name <> format('%2$s', 0, '%3')")) });
    SweptRun swept(db, { insertRows(300) }, plan);
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QVERIFY(swept.run->events.says(byKeys));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(BackfillSweepTest)
#include "tst_backfillsweep.moc"
