#include "../../support/faultproxy.h"
#include "../../support/owncluster.h"
#include "runfixture.h"

#include <QFile>

#include <unistd.h>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// A server that has run out of memory, and one that takes long to find where the next batch ends.
class FaultResourcesTest : public QObject
{
    Q_OBJECT
private slots:
    void waitsForMemoryAndGoesOn();
    void looksForLessWhereTheSearchTakesTooLong();
};

void FaultResourcesTest::waitsForMemoryAndGoesOn()
{
    const auto cluster = OwnCluster::create();
    if (!cluster)
        QFAIL("No server of its own");
    RunDatabase db(cluster->target(), 20'000);
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    db.countUpdates();
    db.slowDown();
    // With a row in that table, each of users takes thirty megabytes for a moment.
    db.exec(QStringLiteral("CREATE TABLE greedy ()"));
    const QString set =
        QStringLiteral("tier = 'tier' || (length(repeat(repeat('x', 1000), (SELECT 1 + 30000 * "
                       "count(*)::integer FROM greedy))) * 0 + id % 3)");
    const auto plan = planOf(
        { backfill(QStringLiteral("s01"), QStringLiteral("users"), set, QStringLiteral("tier IS NULL")) });
    BackgroundRun run(db.target(), plan, quickOptions());
    QVERIFY(run.waitForRows(0));
    QVERIFY(!run.isDone);
    // The server process that writes gets no more memory than it has.
    const pid_t worker = db.one(QStringLiteral("SELECT work_pid FROM lockstep.run")).toInt();
    QFile statm(QStringLiteral("/proc/%1/statm").arg(worker));
    QVERIFY(worker > 0 && statm.open(QIODevice::ReadOnly));
    const qint64 used = statm.readAll().split(' ').first().toLongLong() * ::getpagesize();
    if (!cluster->limitMemory(worker, used + (1 << 20)))
        QSKIP("This machine lets nobody limit another process.");
    db.exec(QStringLiteral("INSERT INTO greedy DEFAULT VALUES"));
    QVERIFY(run.waitFor(RunState::Throttled));
    QVERIFY2(!run.isDone, qPrintable(run.outcome.has_value() ? QString() : run.outcome.error().toText()));
    QVERIFY(run.events.says(QStringLiteral("The server has run out of something (out of memory")));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Throttled);
    // Nothing is tried meanwhile, and nothing of the batch that failed stays.
    const QString done = QStringLiteral("SELECT count(*) FROM users WHERE tier IS NOT NULL");
    const QString held = db.one(done);
    QCOMPARE(db.one(QStringLiteral("SELECT sum(rows_done) FROM lockstep.backfill_range")), held);
    QTest::qWait(500);
    QCOMPARE(db.one(done), held);
    QVERIFY(cluster->limitMemory(worker, 0));
    db.exec(QStringLiteral("DELETE FROM greedy")); // Or it would take long.
    // Somebody who looked into it need not wait for the next try.
    run.control.pause();
    QVERIFY(run.waitFor(RunState::Paused));
    run.control.resume();
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM users WHERE n <> 1 OR tier IS DISTINCT FROM 'tier' || id % 3")),
             QStringLiteral("0"));
}

/// A key whose comparisons take long in the query that looks for the end of a batch of 500.
static void makeSlowKey(RunDatabase &db)
{
    db.exec(QStringLiteral("CREATE TYPE slowkey"));
    for (const char *sql :
         { "CREATE FUNCTION slow_in(cstring) RETURNS slowkey LANGUAGE internal IMMUTABLE STRICT AS 'int4in'",
           "CREATE FUNCTION slow_out(slowkey) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS "
           "'int4out'",
           "CREATE TYPE slowkey (INPUT = slow_in, OUTPUT = slow_out, LIKE = integer)",
           "CREATE CAST (slowkey AS integer) WITHOUT FUNCTION",
           "CREATE CAST (integer AS slowkey) WITHOUT FUNCTION",
           "CREATE FUNCTION slow_cmp(a slowkey, b slowkey) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS "
           "$$BEGIN IF "
           "current_query() LIKE '%OFFSET 499 %' THEN PERFORM pg_sleep(0.02); END IF; RETURN sign(a::integer "
           "- "
           "b::integer); "
           "END$$" })
        db.exec(QLatin1String(sql));
    const std::pair<const char *, const char *> operators[] = {
        { "<", "lt" }, { "<=", "le" }, { "=", "eq" }, { ">=", "ge" }, { ">", "gt" }
    };
    QString members;
    int number = 0;
    for (const auto &[text, name] : operators) {
        db.exec(
            QStringLiteral(
                "CREATE FUNCTION slow_%2(a slowkey, b slowkey) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS "
                "$$BEGIN RETURN slow_cmp(a, b) %1 0; END$$")
                .arg(QLatin1String(text), QLatin1String(name)));
        db.exec(
            QStringLiteral("CREATE OPERATOR %1 (LEFTARG = slowkey, RIGHTARG = slowkey, FUNCTION = slow_%2)")
                .arg(QLatin1String(text), QLatin1String(name)));
        members += QStringLiteral("OPERATOR %1 %2, ").arg(++number).arg(QLatin1String(text));
    }
    db.exec(QStringLiteral("CREATE OPERATOR CLASS slow_ops DEFAULT FOR TYPE slowkey USING btree AS "
                           "%1FUNCTION 1 slow_cmp(slowkey, "
                           "slowkey)")
                .arg(members));
}

void FaultResourcesTest::looksForLessWhereTheSearchTakesTooLong()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    makeSlowKey(db);
    db.exec(QStringLiteral("CREATE TABLE slow (id slowkey PRIMARY KEY, tier text)"));
    db.exec(QStringLiteral("INSERT INTO slow SELECT i::slowkey FROM generate_series(1, 620) i"));
    db.exec(QStringLiteral("ANALYZE slow"));
    const auto plan = planOf({ backfill(QStringLiteral("s01"), QStringLiteral("slow"),
                                        QStringLiteral("tier = 'x'"), QStringLiteral("tier IS NULL"),
                                        { QStringLiteral("id") }, { QStringLiteral("slowkey") }) });
    FaultProxy proxy(db.target());
    // The limit of the search, of a second here.
    proxy.add({ "SET statement_timeout = '30s'; SET lock_timeout = '250ms'", Fault::Replace, 0, 1,
                "SET statement_timeout = '01s'; SET lock_timeout = '250ms'" });
    BackgroundRun run(proxy.target(), plan, quickOptions());
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(proxy.faults(), 1);
    QVERIFY(run.events.says(QStringLiteral("statement timeout")));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM slow WHERE tier IS NULL")), QStringLiteral("0"));
    QVERIFY(db.one(QStringLiteral("SELECT sum(batches) FROM lockstep.backfill_range")).toInt() > 2);
}

QTEST_GUILESS_MAIN(FaultResourcesTest)
#include "tst_faultresources.moc"
