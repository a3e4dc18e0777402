#include "childrunner.h"

#include <QRandomGenerator>

#include <csignal>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// kill -9 of the runner, an orphan of it on the server, and a runner that sleeps: what they leave is
/// finished.
class RunKillTest : public QObject
{
    Q_OBJECT
private slots:
    void reachesTheSameEndAfterBeingKilledAnywhere_data();
    void reachesTheSameEndAfterBeingKilledAnywhere();
    void killedIndexBuildIsFinished();
    void orphanBackendIsWaitedFor();
    void aRunnerThatSleptGoesOn();
    void goesOnAtOnceAfterAKill();

private:
    static void killUntilItEnds(const RunDatabase &db, bool back, int workers, QRandomGenerator *random,
                                int wanted, int *killed);
};

/// What must be equal to a run that nothing interrupted.
static QString contents(RunDatabase &db)
{
    return db.shape()
           + db.one(
               QStringLiteral("SELECT md5(string_agg(to_jsonb(u)::text, ',' ORDER BY id)) FROM users u"));
}

/// At most so often; then it may end.
void RunKillTest::killUntilItEnds(const RunDatabase &db, bool back, int workers, QRandomGenerator *random,
                                  int wanted, int *killed)
{
    // A little longer each time: where the machine is busy, none would get anywhere otherwise.
    for (int longest = back ? 200 : 450; *killed < wanted; longest += 10) {
        QProcess child;
        startRunner(child, db.target(), back, workers);
        QVERIFY(child.waitForStarted());
        if (child.waitForFinished(int(random->bounded(20, longest)))) {
            QVERIFY2(child.exitCode() == 0, child.readAll().constData());
            return;
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        ++*killed;
    }
    QCOMPARE(runToItsEnd(db.target().text, back, workers), 0);
}

void RunKillTest::reachesTheSameEndAfterBeingKilledAnywhere_data()
{
    QTest::addColumn<int>("workers");
    QTest::newRow("one worker") << 1;
    QTest::newRow("three workers") << 3;
}

/// LOCKSTEP_KILLS says how many, over as many runs of the plan and its way back as that takes.
void RunKillTest::reachesTheSameEndAfterBeingKilledAnywhere()
{
    QFETCH(int, workers);
    constexpr int rows = 30'000;
    RunDatabase db(rows);
    RunDatabase undisturbed(rows);
    REQUIRE_DATABASE(db);
    REQUIRE_DATABASE(undisturbed);
    const quint32 seed = qEnvironmentVariableIsSet("LOCKSTEP_SEED")
                             ? qEnvironmentVariableIntValue("LOCKSTEP_SEED")
                             : QRandomGenerator::global()->generate();
    qInfo("LOCKSTEP_SEED=%u repeats these moments", seed);
    const int wanted =
        qEnvironmentVariableIsSet("LOCKSTEP_KILLS") ? qEnvironmentVariableIntValue("LOCKSTEP_KILLS") : 8;
    QRandomGenerator random(seed);
    for (RunDatabase *one : { &db, &undisturbed })
        prepareForKills(*one);
    db.slowDown();
    const QString before = contents(undisturbed);
    QCOMPARE(runToItsEnd(undisturbed.target().text), 0);
    const QString after = contents(undisturbed);
    int killed = 0;
    int killedBack = 0;
    int rounds = 0;
    while (killed < wanted) {
        ++rounds;
        killUntilItEnds(db, false, workers, &random, wanted, &killed);
        QCOMPARE(runStatus(db.target()).value().state, RunState::Done);
        QCOMPARE(contents(db), after);
        QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1 OR tier IS DISTINCT FROM "
                                       "'tier' || id % 3")),
                 QStringLiteral("0"));
        QCOMPARE(
            db.one(QStringLiteral("SELECT sum(rows_done) FROM lockstep.backfill_range WHERE run_id = (SELECT "
                                  "id FROM lockstep.run ORDER BY created DESC LIMIT 1)")),
            QString::number(rows));
        QCOMPARE(db.one(QStringLiteral("SELECT max(ranges) > 1 FROM (SELECT count(*) AS ranges FROM "
                                       "lockstep.backfill_range GROUP BY run_id) r")),
                 workers > 1 ? QStringLiteral("t") : QStringLiteral("f"));
        killUntilItEnds(db, true, workers, &random, wanted, &killedBack);
        QCOMPARE(runStatus(db.target()).value().state, RunState::RolledBack);
        db.exec(QStringLiteral("ALTER TABLE users DISABLE TRIGGER USER"));
        db.exec(QStringLiteral("UPDATE users SET n = 0"));
        db.exec(QStringLiteral("ALTER TABLE users ENABLE TRIGGER USER"));
        db.exec(QStringLiteral("VACUUM users"));
        QCOMPARE(contents(db), before);
    }
    qInfo("%d runs killed %d times, their ways back %d times", rounds, killed, killedBack);
    QVERIFY(killed >= wanted);
}

void RunKillTest::killedIndexBuildIsFinished()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    prepareForKills(db);
    // The last phase of a build waits for every older snapshot, so the kill surely hits it.
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ")));
    VERIFY_OK(holder->query(QStringLiteral("SELECT 1 FROM pg_class LIMIT 1")));
    QProcess child;
    startRunner(child, db.target());
    const QString leftover = QStringLiteral("SELECT count(*) FROM pg_index WHERE NOT indisvalid");
    QVERIFY(QTest::qWaitFor([&] { return db.one(leftover) == QStringLiteral("1"); }, longEnoughMs));
    child.kill();
    QVERIFY(child.waitForFinished());
    // From PostgreSQL 14 on the server notices that the client is gone, and nobody is left to finish it;
    // before, the next run has to wait for the one that is left.
    if (testing::server()->version() >= 140000)
        QTRY_COMPARE_WITH_TIMEOUT(
            db.one(QStringLiteral("SELECT count(*) FROM pg_stat_progress_create_index")), QStringLiteral("0"),
            longEnoughMs);
    QCOMPARE(db.one(leftover), QStringLiteral("1"));
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    QCOMPARE(runToItsEnd(db.target().text), 0);
    QCOMPARE(db.shape(), migratedShape);
}

void RunKillTest::orphanBackendIsWaitedFor()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    prepareForKills(db);
    const auto stopped = db.run(killPlan());
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::WaitingGate);
    const auto orphan = db.open();
    VERIFY_OK(orphan->execute(
        QStringLiteral("SET application_name = 'lockstep:%1:1'").arg(stopped->runId.left(8))));
    QProcess child;
    startRunner(child, db.target());
    QVERIFY(!child.waitForFinished(1500));
    QCOMPARE(runStatus(db.target()).value().state, RunState::WaitingGate);
    VERIFY_OK(orphan->execute(QStringLiteral("SET application_name = 'gone'")));
    QVERIFY(child.waitForFinished(longEnoughMs));
    QVERIFY2(child.exitCode() == 0, child.readAll().constData());
    QCOMPARE(db.shape(), migratedShape);
}

/// A laptop that is closed: nothing of the program runs, and the server gives its sessions up meanwhile.
void RunKillTest::aRunnerThatSleptGoesOn()
{
    RunDatabase db(30'000);
    REQUIRE_DATABASE(db);
    prepareForKills(db);
    db.slowDown();
    QProcess child;
    startRunner(child, db.target());
    const QString seen = QStringLiteral("SELECT sum(rows_seen) FROM lockstep.backfill_range");
    QVERIFY(QTest::qWaitFor([&] { return db.one(seen).toLongLong() > 2000; }, longEnoughMs));
    QCOMPARE(::kill(pid_t(child.processId()), SIGSTOP), 0);
    db.endSessions();
    QTest::qWait(1000);
    const QString asleep = db.one(seen);
    QCOMPARE(::kill(pid_t(child.processId()), SIGCONT), 0);
    QVERIFY(child.waitForFinished(longEnoughMs));
    QVERIFY2(child.exitCode() == 0, child.readAll().constData());
    QVERIFY(asleep.toLongLong() < 30'000);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
}

/// From the start of the client that resumes, its program's start included, to its first committed batch.
void RunKillTest::goesOnAtOnceAfterAKill()
{
    RunDatabase db(60'000);
    REQUIRE_DATABASE(db);
    prepareForKills(db);
    db.slowDown();
    db.setPace(6);
    const QString batches = QStringLiteral("SELECT sum(batches) FROM lockstep.backfill_range");
    QVector<qint64> tookMs;
    for (int i = 0; i < 6; ++i) {
        // A batch that the server still commits after its client's death is not the next one's.
        qint64 before = -1;
        while (db.one(batches).toLongLong() != before) {
            before = db.one(batches).toLongLong();
            QTest::qWait(300);
        }
        QProcess child;
        QElapsedTimer since;
        since.start();
        startRunner(child, db.target());
        while (db.one(batches).toLongLong() <= before && since.elapsed() < longEnoughMs)
            QTest::qSleep(2);
        if (i > 0) // The first has the steps before to do.
            tookMs.append(since.elapsed());
        QTest::qWait(100);
        child.kill();
        QVERIFY(child.waitForFinished());
    }
    std::sort(tookMs.begin(), tookMs.end());
    qInfo("kill -9, then from the start of the next client to its first batch: %lld ms, %lld ms at most, of "
          "%lld times",
          tookMs[tookMs.size() / 2], tookMs.last(), qint64(tookMs.size()));
    QVERIFY2(tookMs.last() < promptMs, qPrintable(QString::number(tookMs.last())));
    QVERIFY(db.one(QStringLiteral("SELECT count(*) FROM users WHERE tier IS NULL")).toInt() > 0);
}

int main(int argc, char *argv[])
{
    return mainOfRunnerOrTest<RunKillTest>(argc, argv);
}

#include "tst_runkill.moc"
