#include "sweepfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// What may go wrong while the rows that a backfill's first pass has not met are written by their keys.
class FaultSweepTest : public QObject
{
    Q_OBJECT
private slots:
    void waitsForARowThatIsLockedForAMoment();
    void leavesWhatChangedMeanwhileToAnotherPass();
    void endsWhereATriggerLeavesRowsAsTheyWere_data();
    void endsWhereATriggerLeavesRowsAsTheyWere();
    void aRunnerThatIsShutOutWritesNothing();
    void aCutAmongThemChangesNothing_data();
    void aCutAmongThemChangesNothing();
    void aStopCancelsAStatementAmongThem();
    void pausesAmongThem();
    void leavesAParkedRowThatIsLockedAside();
    void rowsWrittenBetweenLossesAreProgress();
    void leavesTheRestToThePassWhereTheServerHasRunOut();
};

void FaultSweepTest::waitsForARowThatIsLockedForAMoment()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    const auto other = db.open();
    SweptRun swept(db, { insertRows(250) });
    swept.proxy().add({ theKeys, Fault::None, 0, 1, {}, [&] {
                           VERIFY_OK(other->executeScript(QStringLiteral(
                               "BEGIN; SELECT FROM users WHERE id IN (100007, 100150) FOR UPDATE")));
                       } });
    QVERIFY(swept.run->waitForText(byKeys));
    // The others are written meanwhile.
    QTRY_COMPARE_WITH_TIMEOUT(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")),
                              QStringLiteral("2"), longEnoughMs);
    VERIFY_OK(other->execute(QStringLiteral("ROLLBACK")));
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QVERIFY(!swept.run->events.says(anotherPass));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

void FaultSweepTest::leavesWhatChangedMeanwhileToAnotherPass()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    SweptRun swept(db, { insertRows(300) });
    swept.proxy().add({ theKeys, Fault::None, 0, 1, {}, [&] {
                           const auto other = db.open();
                           VERIFY_OK(other->executeScript(QStringLiteral(
                               "DELETE FROM users WHERE id BETWEEN 100001 AND 100050;"
                               "UPDATE users SET id = id + 900000 WHERE id BETWEEN 100101 AND 100150;"
                               "UPDATE users SET tier = 'tier0' WHERE id BETWEEN 100201 AND 100250;"
                               "INSERT INTO users (id, name) VALUES (200000, 'late')")));
                       } });
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QVERIFY(swept.run->events.says(QStringLiteral("300 rows are left; ") + byKeys));
    QVERIFY(swept.run->events.says(QStringLiteral("51 rows are left; ") + anotherPass));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("1251"));
}

void FaultSweepTest::endsWhereATriggerLeavesRowsAsTheyWere_data()
{
    QTest::addColumn<QString>("does");
    QTest::newRow("skips the row") << QStringLiteral("RETURN NULL");
    QTest::newRow("takes the value out") << QStringLiteral("NEW.tier := NULL; RETURN NEW");
}

void FaultSweepTest::endsWhereATriggerLeavesRowsAsTheyWere()
{
    QFETCH(QString, does);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.exec(
        QStringLiteral("CREATE FUNCTION meddles() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF NEW.name = "
                       "'behind' THEN %1; END IF; RETURN NEW; END$$")
            .arg(does));
    db.exec(QStringLiteral("CREATE TRIGGER meddles BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION "
                           "meddles()"));
    SweptRun swept(db, { insertRows(20) });
    swept.run->join();
    QVERIFY(!swept.run->outcome.has_value());
    const QString text = swept.run->outcome.error().toText();
    QVERIFY2(text.contains(QStringLiteral("20 rows still match \"tier IS NULL\"")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("id = 1000")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("something writes them without the new value")), qPrintable(text));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")), QStringLiteral("20"));
    db.exec(QStringLiteral("DROP TRIGGER meddles ON users"));
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(fillPlan(), options));
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

void FaultSweepTest::aRunnerThatIsShutOutWritesNothing()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    SweptRun swept(db, { insertRows(300) });
    swept.proxy().add({ theKeys, Fault::None, 1, 1, {}, [&] {
                           VERIFY_OK(db.open()->executeScript(
                               QStringLiteral("UPDATE lockstep.run SET epoch = epoch + 1; UPDATE "
                                              "lockstep.backfill_range SET epoch = epoch + 1")));
                       } });
    swept.run->join();
    QVERIFY(isRefused(swept.run->outcome, QStringLiteral("Another runner has taken this backfill over")));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")), QStringLiteral("200"));
}

void FaultSweepTest::aCutAmongThemChangesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Fault>("fault");
    const std::pair<Fault, const char *> faults[] = { { Fault::CutBefore, "before" },
                                                      { Fault::CutAfter, "inside" },
                                                      { Fault::SwallowAnswer, "after" } };
    for (const auto &[fault, when] : faults) {
        QTest::addRow("%s the count", when) << theCount << fault;
        QTest::addRow("%s the keys", when)
            << QByteArray("lockstep_key0 FROM public.users WHERE tier") << fault;
        QTest::addRow("%s a batch", when) << theKeys << fault;
        QTest::addRow("%s the journal", when) << QByteArray("rows_done + $3") << fault;
    }
}

void FaultSweepTest::aCutAmongThemChangesNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(Fault, fault);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    SweptRun swept(db, { insertRows(300) });
    swept.proxy().add({ text, fault });
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QCOMPARE(swept.run->outcome->state, RunState::Done);
    QCOMPARE(swept.proxy().faults(), 1);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT sum(rows_done) FROM lockstep.backfill_range")),
             QStringLiteral("1300"));
}

void FaultSweepTest::aStopCancelsAStatementAmongThem()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.exec(
        QStringLiteral("CREATE FUNCTION sleeps() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF NEW.name = "
                       "'behind' THEN PERFORM pg_sleep(60); END IF; RETURN NEW; END$$"));
    db.exec(QStringLiteral("CREATE TRIGGER sleeps BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION "
                           "sleeps()"));
    SweptRun swept(db, { insertRows(3) });
    QVERIFY(swept.run->waitForText(byKeys));
    QTest::qWait(300);
    QElapsedTimer since;
    since.start();
    swept.run->control.stop();
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QCOMPARE(swept.run->outcome->state, RunState::Stopped);
    QVERIFY2(since.elapsed() < promptMs, qPrintable(QString::number(since.elapsed())));
}

void FaultSweepTest::pausesAmongThem()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    SweptRun swept(db, { insertRows(500) });
    swept.proxy().add({ theKeys, Fault::None, 0, 1, {}, [&] { swept.run->control.pause(); } });
    QVERIFY(swept.run->waitFor(RunState::Paused));
    const QString left = QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL");
    QCOMPARE(db.one(left), QStringLiteral("400"));
    QTest::qWait(300);
    QCOMPARE(db.one(left), QStringLiteral("400"));
    swept.run->control.resume();
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

void FaultSweepTest::leavesAParkedRowThatIsLockedAside()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    // The row is locked before its triggers are called.
    db.exec(QStringLiteral(
        "CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF NEW.id = 500 "
        "THEN RAISE 'not this one'; END IF; RETURN NEW; END$$"));
    db.exec(QStringLiteral("CREATE TRIGGER refuses BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION "
                           "refuses()"));
    const auto other = db.open();
    FaultProxy proxy(db.target());
    // Before it is tried once more.
    proxy.add({ "SET state = 'done' WHERE", Fault::None, 0, 1, {}, [&] {
                   VERIFY_OK(other->executeScript(
                       QStringLiteral("BEGIN; SELECT FROM users WHERE id = 500 FOR UPDATE")));
               } });
    RunOptions options = quickOptions();
    options.parkRejects = 5;
    BackgroundRun run(proxy.target(), fillPlan(), options);
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(run.outcome->parked.size(), 1);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")), QStringLiteral("1"));
}

void FaultSweepTest::rowsWrittenBetweenLossesAreProgress()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    SweptRun swept(db, { insertRows(900) });
    // Every second batch.
    constexpr int losses = 7;
    int added = 0;
    std::function<void()> addNext = [&] {
        if (added++ < losses)
            swept.proxy().add({ theKeys, Fault::CutBefore, 1, 1, {}, addNext });
    };
    addNext();
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QCOMPARE(swept.proxy().faults(), losses);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

void FaultSweepTest::leavesTheRestToThePassWhereTheServerHasRunOut()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.exec(QStringLiteral("CREATE TABLE disk (is_full boolean)"));
    db.exec(QStringLiteral("INSERT INTO disk VALUES (true)"));
    db.exec(QStringLiteral("CREATE SEQUENCE tries"));
    db.exec(
        QStringLiteral("CREATE FUNCTION needs_room() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF "
                       "NEW.name = 'behind' AND (SELECT is_full FROM disk) THEN PERFORM nextval('tries'); "
                       "RAISE 'no space' USING ERRCODE = '53100'; END IF; RETURN NEW; END$$"));
    db.exec(QStringLiteral("CREATE TRIGGER needs_room BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION "
                           "needs_room()"));
    SweptRun swept(db, { insertRows(900) });
    QVERIFY(swept.run->waitForText(QStringLiteral("The server has run out of something (no space")));
    // One by keys, one of the pass.
    QCOMPARE(db.one(QStringLiteral("SELECT last_value FROM tries")), QStringLiteral("2"));
    db.exec(QStringLiteral("UPDATE disk SET is_full = false"));
    // Somebody who made room need not wait for the next try.
    swept.run->control.pause();
    QVERIFY(swept.run->waitFor(RunState::Paused));
    swept.run->control.resume();
    swept.run->join();
    VERIFY_OK(swept.run->outcome);
    QCOMPARE(swept.run->outcome->state, RunState::Done);
    QCOMPARE(db.one(notFilled), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(FaultSweepTest)
#include "tst_faultsweep.moc"
