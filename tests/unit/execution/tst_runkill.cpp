#include "runfixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>

#include <cstring>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// This program again as a runner of its own, to be killed: --child CONNINFO. Resumes if the journal
/// holds an unfinished run.
static int runAsChild(const QString &conninfo)
{
    postgres::ConnectionTarget target;
    target.text = conninfo;
    RunOptions options = quickOptions();
    options.approveAllGates = true;
    const auto status = runStatus(target);
    if (!status.has_value())
        return 4;
    if (status->state == RunState::Done)
        return 0; // Killed after its last step, before it could say so.
    options.resume = status->hasRun;
    RunControl control;
    const auto outcome = runPlan(tierPlan(true), target, options, control, {}, {});
    if (!outcome.has_value()) {
        fprintf(stderr, "%s\n", qPrintable(outcome.error().toText()));
        return 6;
    }
    return outcome->state == RunState::Done ? 0 : 6;
}

class RunKillTest : public QObject
{
    Q_OBJECT
private slots:
    void reachesTheSameEndAfterBeingKilledAnywhere();
    void killedIndexBuildIsFinished();
    void orphanBackendIsWaitedFor();

private:
    static void start(QProcess &process, const RunDatabase &db)
    {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      { QStringLiteral("--child"), db.target().text });
    }
    static void finish(const RunDatabase &db)
    {
        QProcess last;
        start(last, db);
        QVERIFY(last.waitForFinished(60'000));
        QVERIFY2(last.exitCode() == 0, last.readAll().constData());
    }
};

void RunKillTest::reachesTheSameEndAfterBeingKilledAnywhere()
{
    RunDatabase db(120'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    const quint32 seed = qEnvironmentVariableIsSet("LOCKSTEP_SEED")
                             ? qEnvironmentVariableIntValue("LOCKSTEP_SEED")
                             : QRandomGenerator::global()->generate();
    qInfo("LOCKSTEP_SEED=%u repeats these moments", seed);
    QRandomGenerator random(seed);
    int killed = 0;
    for (int i = 0; i < 20; ++i) {
        QProcess child;
        start(child, db);
        QVERIFY(child.waitForStarted());
        if (child.waitForFinished(int(random.bounded(20, 450)))) {
            QVERIFY2(child.exitCode() == 0, child.readAll().constData());
            break;
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        ++killed;
    }
    QVERIFY(killed >= 3);
    if (runStatus(db.target()).value().state != RunState::Done)
        finish(db);
    QCOMPARE(runStatus(db.target()).value().state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM users WHERE n <> 1 OR tier IS DISTINCT FROM 'tier' || id % 3")),
             QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT rows_done FROM lockstep.backfill_range")),
             QStringLiteral("120000"));
}

void RunKillTest::killedIndexBuildIsFinished()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    // The last phase of a build waits for every older snapshot, so the kill surely hits it.
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ")));
    VERIFY_OK(holder->query(QStringLiteral("SELECT 1 FROM pg_class LIMIT 1")));
    QProcess child;
    start(child, db);
    const QString leftover = QStringLiteral("SELECT count(*) FROM pg_index WHERE NOT indisvalid");
    QVERIFY(QTest::qWaitFor([&] { return db.one(leftover) == QStringLiteral("1"); }, 20'000));
    child.kill();
    QVERIFY(child.waitForFinished());
    // From PostgreSQL 14 on the server notices that the client is gone, and nobody is left to finish it;
    // before, the next run has to wait for the one that is left.
    if (testing::server()->version() >= 140000)
        QTRY_COMPARE(db.one(QStringLiteral("SELECT count(*) FROM pg_stat_progress_create_index")),
                     QStringLiteral("0"));
    QCOMPARE(db.one(leftover), QStringLiteral("1"));
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    finish(db);
    QCOMPARE(db.shape(), migratedShape);
}

void RunKillTest::orphanBackendIsWaitedFor()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto stopped = db.run(tierPlan(true));
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::WaitingGate);
    const auto orphan = db.open();
    VERIFY_OK(orphan->execute(
        QStringLiteral("SET application_name = 'lockstep:%1:1'").arg(stopped->runId.left(8))));
    QProcess child;
    start(child, db);
    QVERIFY(!child.waitForFinished(1500));
    QCOMPARE(runStatus(db.target()).value().state, RunState::WaitingGate);
    VERIFY_OK(orphan->execute(QStringLiteral("SET application_name = 'gone'")));
    QVERIFY(child.waitForFinished(20'000));
    QVERIFY2(child.exitCode() == 0, child.readAll().constData());
    QCOMPARE(db.shape(), migratedShape);
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--child") == 0)
        return runAsChild(QString::fromLocal8Bit(argv[2]));
    RunKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_runkill.moc"
