#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Rows that cannot be written, and servers that cannot write.
class BackfillRejectsTest : public QObject
{
    Q_OBJECT
private slots:
    void parksRowsUpToTheLimit_data();
    void parksRowsUpToTheLimit();
    void stopsAtTheFirstRowBeyondTheLimit();
    void writesParkedRowsThatWereCorrected();
    void findsTheRowBehindADeferredConstraint();
    void namesTheRowThatATriggerRefuses();
    void waitsForAServerThatHasRunOut();
    void triesAgainAfterDeadlocksAndSerializationFailures();
};

namespace {

/// 30 000 rows whose names are numbers, but for some.
void makeNames(RunDatabase &db, const QString &bad)
{
    db.exec(QStringLiteral("UPDATE users SET name = id::text"));
    db.exec(QStringLiteral("UPDATE users SET name = 'word' WHERE id IN (%1)").arg(bad));
    db.exec(QStringLiteral("ALTER TABLE users ADD parsed integer"));
    db.exec(QStringLiteral("VACUUM ANALYZE users"));
}

plan::Step parseStep()
{
    return backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("parsed = name::integer"),
                    QStringLiteral("parsed IS NULL"));
}

RunOptions parking(qint64 rows)
{
    RunOptions options = quickOptions();
    options.parkRejects = rows;
    return options;
}

const QString unparsed = QStringLiteral(
    "SELECT string_agg(id::text, ',' ORDER BY id) FROM users WHERE parsed IS DISTINCT FROM id");

} // namespace

void BackfillRejectsTest::parksRowsUpToTheLimit_data()
{
    QTest::addColumn<bool>("byBlocks");
    QTest::newRow("by key") << false;
    QTest::newRow("by blocks") << true;
}

void BackfillRejectsTest::parksRowsUpToTheLimit()
{
    QFETCH(bool, byBlocks);
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    makeNames(db, QStringLiteral("7, 8, 12345, 30000"));
    plan::Step step = parseStep();
    if (byBlocks) {
        step.backfill->batcher = plan::Batcher::Ctid;
        step.backfill->key.clear();
        step.backfill->keyTypes.clear();
    }
    const auto outcome = db.run(planOf({ step }), parking(4));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(db.one(unparsed), QStringLiteral("7,8,12345,30000"));
    QCOMPARE(outcome->parked.size(), 4);
    QVERIFY2(outcome->parked.first().contains(QStringLiteral("invalid input syntax")),
             qPrintable(outcome->parked.first()));
    const BackfillProgress end = db.events.of<BackfillAdvanced>().last().progress;
    QCOMPARE(end.rowsParked, 4);
    QCOMPARE(end.rowsDone, 29'996);
    const RunStatus status = runStatus(db.target()).value();
    QCOMPARE(status.backfills.first().rowsParked, 4);
    if (!byBlocks)
        QVERIFY2(status.backfills.first().parked.join(QLatin1Char(' ')).contains(QStringLiteral("12345")),
                 qPrintable(status.backfills.first().parked.join(QLatin1Char('\n'))));
}

void BackfillRejectsTest::stopsAtTheFirstRowBeyondTheLimit()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    makeNames(db, QStringLiteral("7, 8, 12345, 30000"));
    const auto failed = db.run(planOf({ parseStep() }), parking(3));
    QVERIFY(!failed.has_value());
    QVERIFY2(failed.error().message.contains(QStringLiteral("id\" = 30000"))
                 || failed.error().message.contains(QStringLiteral("id = 30000")),
             qPrintable(failed.error().toText()));
    QVERIFY(failed.error().hint.contains(QStringLiteral("3 rows are put aside")));
    // More may be put aside now.
    RunOptions options = parking(4);
    options.resume = true;
    VERIFY_OK(db.run(planOf({ parseStep() }), options));
    QCOMPARE(db.one(unparsed), QStringLiteral("7,8,12345,30000"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM lockstep.backfill_reject")), QStringLiteral("4"));
}

void BackfillRejectsTest::writesParkedRowsThatWereCorrected()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    makeNames(db, QStringLiteral("7, 12345"));
    plan::Step step = parseStep();
    step.verify = { { QStringLiteral("SELECT count(*) FROM users WHERE parsed IS NULL"),
                      QStringLiteral("0") } };
    const auto failed = db.run(planOf({ step }), parking(10));
    QVERIFY(!failed.has_value()); // The step's own check wants all rows.
    QCOMPARE(db.one(unparsed), QStringLiteral("7,12345"));
    db.exec(QStringLiteral("UPDATE users SET name = id::text WHERE id IN (7, 12345)"));
    RunOptions options = parking(10);
    options.resume = true;
    const auto outcome = db.run(planOf({ step }), options);
    VERIFY_OK(outcome);
    QCOMPARE(db.one(unparsed), QString());
    QVERIFY(outcome->parked.isEmpty());
}

void BackfillRejectsTest::findsTheRowBehindADeferredConstraint()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE TABLE plans (id integer PRIMARY KEY)"));
    db.exec(QStringLiteral("INSERT INTO plans SELECT generate_series(1, 29998)"));
    db.exec(
        QStringLiteral("ALTER TABLE users ADD plan integer REFERENCES plans DEFERRABLE INITIALLY DEFERRED"));
    const auto plan = planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                                        QStringLiteral("plan = id"), QStringLiteral("plan IS NULL")) });
    const auto failed = db.run(plan);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().sqlstate, QStringLiteral("23503"));
    QVERIFY2(failed.error().message.contains(QStringLiteral("id = 29999"))
                 || failed.error().message.contains(QStringLiteral("id = 30000")),
             qPrintable(failed.error().toText()));
}

void BackfillRejectsTest::namesTheRowThatATriggerRefuses()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF OLD.id = 4242 THEN "
        "RAISE EXCEPTION 'not this one'; END IF; RETURN NEW; END$$"));
    db.exec(QStringLiteral(
        "CREATE TRIGGER refuse BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION refuse()"));
    const auto failed = db.run(planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                                                 QStringLiteral("n = 1"), QStringLiteral("n = 0")) }));
    QVERIFY(!failed.has_value());
    QVERIFY2(failed.error().message.contains(QStringLiteral("4242")), qPrintable(failed.error().toText()));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE id < 4242 AND n = 0 AND id < 3000")),
             QStringLiteral("0"));
}

void BackfillRejectsTest::waitsForAServerThatHasRunOut()
{
    RunDatabase db(20'000);
    REQUIRE_DATABASE(db);
    // A disk cannot be filled here; the server's answer is the same.
    db.exec(QStringLiteral("CREATE TABLE disk (is_full boolean)"));
    db.exec(QStringLiteral("INSERT INTO disk VALUES (true)"));
    db.exec(QStringLiteral(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF (SELECT is_full FROM "
        "disk) AND OLD.id = 15000 THEN RAISE EXCEPTION 'could not extend file' USING ERRCODE = "
        "'53100'; END IF; RETURN NEW; END$$"));
    db.exec(QStringLiteral(
        "CREATE TRIGGER full_disk BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION full_disk()"));
    BackgroundRun run(db, planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                                            QStringLiteral("n = 1"), QStringLiteral("n = 0")) }));
    QVERIFY(run.waitFor(RunState::Throttled));
    QTest::qWait(3000);
    int tries = 0;
    for (const LogLine &line : run.events.of<LogLine>())
        tries += line.text.contains(QStringLiteral("run out")) ? 1 : 0;
    QCOMPARE(tries, 1); // No storm.
    QVERIFY(run.events.progress().slowedBecause.contains(QStringLiteral("could not extend file")));
    QVERIFY(run.events.progress().slowedSince.isValid());
    QCOMPARE(runStatus(db.target()).value().state, RunState::Throttled);
    db.exec(QStringLiteral("UPDATE disk SET is_full = false"));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

void BackfillRejectsTest::triesAgainAfterDeadlocksAndSerializationFailures()
{
    RunDatabase db(20'000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE SEQUENCE hits"));
    db.exec(QStringLiteral(
        "CREATE FUNCTION unlucky() RETURNS trigger LANGUAGE plpgsql AS $$DECLARE hit bigint; BEGIN IF "
        "OLD.id % 6000 = 0 THEN hit := nextval('hits'); IF hit % 3 = 1 THEN RAISE EXCEPTION 'deadlock' "
        "USING ERRCODE = '40P01'; ELSIF hit % 3 = 2 THEN RAISE EXCEPTION 'serialization' USING "
        "ERRCODE = '40001'; END IF; END IF; RETURN NEW; END$$"));
    db.exec(QStringLiteral(
        "CREATE TRIGGER unlucky BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION unlucky()"));
    VERIFY_OK(db.run(planOf(
        { backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("n = n + 1"), {}) })));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT last_value FROM hits")), QStringLiteral("9"));
}

QTEST_GUILESS_MAIN(BackfillRejectsTest)
#include "tst_backfillrejects.moc"
