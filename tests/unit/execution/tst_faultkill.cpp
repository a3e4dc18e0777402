#include "childrunner.h"

#include "../../support/faultproxy.h"

#include <csignal>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// kill -9 of the runner at a chosen statement: before it, inside it, and before its answer comes.
class FaultKillTest : public QObject
{
    Q_OBJECT
private slots:
    void killedAtAnEdge_data();
    void killedAtAnEdge();
    void killedAtAnEdgeOfTheWayBack_data();
    void killedAtAnEdgeOfTheWayBack();
    void killedAmongRowsThatThePassHasMissed_data();
    void killedAmongRowsThatThePassHasMissed();

private:
    /// `others`: what happens on the way there.
    static void killOnce(RunDatabase &db, const QByteArray &text, Fault fault, int after, bool back,
                         const QVector<FaultRule> &others = {});
};

static void addEdges(const QByteArray &text, const char *name, int after = 0)
{
    const std::pair<Fault, const char *> faults[] = { { Fault::CutBefore, "before" },
                                                      { Fault::CutAfter, "inside" },
                                                      { Fault::SwallowAnswer, "after" } };
    for (const auto &[fault, when] : faults)
        QTest::addRow("%s %s", when, name) << text << after << fault;
}

static void addEdgeColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("after");
    QTest::addColumn<Fault>("fault");
}

void FaultKillTest::killOnce(RunDatabase &db, const QByteArray &text, Fault fault, int after, bool back,
                             const QVector<FaultRule> &others)
{
    FaultProxy proxy(db.target());
    for (const FaultRule &other : others)
        proxy.add(other);
    std::atomic<pid_t> pid = 0;
    QProcess child;
    proxy.add({ text, fault, after, 1, {}, [&pid] { ::kill(pid, SIGKILL); } });
    startRunner(child, proxy.target(), back);
    QVERIFY(child.waitForStarted());
    pid = pid_t(child.processId());
    QVERIFY(child.waitForFinished(longEnoughMs));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(proxy.faults(), 1);
    QCOMPARE(runToItsEnd(db.target().text, back), 0);
}

void FaultKillTest::killedAtAnEdge_data()
{
    addEdgeColumns();
    addEdges("pg_try_advisory_lock", "the lock");
    addEdges("INSERT INTO lockstep.run", "the run's row");
    addEdges("started = coalesce(started", "an intent");
    addEdges("ADD COLUMN tier", "a definition");
    addEdges("FOR SHARE", "the journal's row");
    addEdges("COMMIT", "COMMIT", 1);
    addEdges("UPDATE public.users SET tier", "a batch", 1);
    addEdges("COMMIT", "COMMIT of a batch", 5);
    addEdges("VALIDATE CONSTRAINT", "VALIDATE");
    addEdges("CREATE INDEX CONCURRENTLY", "an index build");
    addEdges("statements_done = $4", "the journal of an index");
    addEdges("DROP COLUMN old", "the contract");
    addEdges("finished = CASE WHEN $3", "the end");
}

void FaultKillTest::killedAtAnEdge()
{
    QFETCH(QByteArray, text);
    QFETCH(int, after);
    QFETCH(Fault, fault);
    RunDatabase db(3000);
    REQUIRE_DATABASE(db);
    prepareForKills(db);
    killOnce(db, text, fault, after, false);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM users WHERE n <> 1 OR tier IS DISTINCT FROM 'tier' || id % 3")),
             QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("3000"));
}

void FaultKillTest::killedAtAnEdgeOfTheWayBack_data()
{
    addEdgeColumns();
    addEdges("ADD COLUMN old", "the contract's way back");
    addEdges("COMMIT", "COMMIT", 0);
    addEdges("DROP INDEX CONCURRENTLY", "dropping an index");
    addEdges("statements_undone = $4", "the journal of that");
    addEdges("DROP CONSTRAINT", "a definition's way back");
    addEdges("finished = CASE WHEN $3", "the end");
}

void FaultKillTest::killedAtAnEdgeOfTheWayBack()
{
    QFETCH(QByteArray, text);
    QFETCH(int, after);
    QFETCH(Fault, fault);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    prepareForKills(db);
    const QString before = db.shape();
    QCOMPARE(runToItsEnd(db.target().text), 0);
    killOnce(db, text, fault, after, true);
    QCOMPARE(db.shape(), before);
    QCOMPARE(runStatus(db.target()).value().state, RunState::RolledBack);
}

void FaultKillTest::killedAmongRowsThatThePassHasMissed_data()
{
    addEdgeColumns();
    addEdges("lockstep_key0 FROM public.users WHERE tier", "their keys");
    addEdges("= $1::bigint OR id", "a batch of them", 1);
    addEdges("rows_done + $3", "the journal", 1);
}

void FaultKillTest::killedAmongRowsThatThePassHasMissed()
{
    QFETCH(QByteArray, text);
    QFETCH(int, after);
    QFETCH(Fault, fault);
    RunDatabase db(3000);
    REQUIRE_DATABASE(db);
    prepareForKills(db);
    const FaultRule missed{ "count(*) FROM public.users WHERE tier IS NULL", Fault::None, 0, 1, {}, [&db] {
                               VERIFY_OK(db.open()->execute(QStringLiteral(
                                   "INSERT INTO users (id, name, tier) SELECT i, 'behind', NULL FROM "
                                   "generate_series(10001, 10300) i")));
                           } };
    killOnce(db, text, fault, after, false, { missed });
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM users WHERE n <> 1 OR tier IS DISTINCT FROM 'tier' || id % 3")),
             QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral("SELECT sum(rows_done) FROM lockstep.backfill_range")),
             QStringLiteral("3300"));
}

int main(int argc, char *argv[])
{
    return mainOfRunnerOrTest<FaultKillTest>(argc, argv);
}

#include "tst_faultkill.moc"
