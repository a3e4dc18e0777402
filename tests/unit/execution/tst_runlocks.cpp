#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

class RunLocksTest : public QObject
{
    Q_OBJECT
private slots:
    void waitsForALockWithoutFreezingTheTable();
    void canBeStoppedWhileWaitingForALock();
    void repeatsATransactionAfterADeadlock();
    void indexBuildWaitsForOldTransactions();
    void rebuildsAnInvalidIndex();
    void keepsAValidIndexOfThePlan();
    void refusesAnIndexOfAnotherDefinition();
    void dropsTheIndexOfAFailedUniqueBuild();
    void addsAnEnumLabelOnce();
    void stopsALongStatement();
    void stopsWhileClearingALeftoverIndex();
};

namespace {

const QString addColumn = QStringLiteral("ALTER TABLE public.users ADD COLUMN x integer");

plan::PlanPtr columnPlan()
{
    return planOf({ ddl(QStringLiteral("s01"), { addColumn },
                        { QStringLiteral("ALTER TABLE public.users DROP COLUMN x") }) });
}

plan::PlanPtr indexPlan(const QString &sql = QStringLiteral(
                            "CREATE INDEX CONCURRENTLY users_name_idx ON public.users USING btree (name)"))
{
    return planOf({ ddl(QStringLiteral("s01"), { sql },
                        { QStringLiteral("DROP INDEX CONCURRENTLY public.users_name_idx") }, false) });
}

} // namespace

void RunLocksTest::waitsForALockWithoutFreezingTheTable()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN")));
    VERIFY_OK(holder->query(QStringLiteral("SELECT count(*) FROM users")));
    BackgroundRun run(db, columnPlan());
    double longest = 0;
    QElapsedTimer total;
    total.start();
    while (total.elapsed() < 4000) {
        QElapsedTimer one;
        one.start();
        db.exec(QStringLiteral("UPDATE users SET name = 'x' WHERE id = 5"));
        longest = std::max(longest, double(one.elapsed()));
        QTest::qWait(5);
    }
    const bool waited = !run.isDone;
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    QElapsedTimer sinceRelease;
    sinceRelease.start();
    run.join();
    QVERIFY(waited);
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Done);
    QVERIFY2(longest < 2000, qPrintable(QString::number(longest)));
    QVERIFY2(sinceRelease.elapsed() < promptMs, qPrintable(QString::number(sinceRelease.elapsed())));
    QVERIFY(run.events.has(RunState::WaitingLock));
    const auto waits = run.events.of<LockWait>();
    QVERIFY(!waits.isEmpty());
    bool namesHolder = false;
    for (const LockWait &wait : waits)
        namesHolder = namesHolder || wait.blockers.value(0).pid == holder->server().backendPid;
    QVERIFY(namesHolder);
    QVERIFY(
        db.one(QStringLiteral("SELECT count(*) FROM lockstep.step_attempt WHERE outcome = '55P03'")).toInt()
        > 0);
}

void RunLocksTest::canBeStoppedWhileWaitingForALock()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; LOCK TABLE users IN ACCESS SHARE MODE")));
    BackgroundRun run(db, columnPlan());
    const bool waiting = run.waitFor(RunState::WaitingLock);
    QElapsedTimer since;
    since.start();
    run.control.stop();
    run.join();
    QVERIFY(waiting);
    QVERIFY(since.elapsed() < promptMs);
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Stopped);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(columnPlan(), options));
    QVERIFY(db.shape().contains(QStringLiteral("x:false")));
}

void RunLocksTest::repeatsATransactionAfterADeadlock()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE TABLE other (id bigint)"));
    // Fails like a deadlock's victim the first two times: a sequence is not rolled back.
    db.exec(QStringLiteral("CREATE SEQUENCE tries"));
    db.exec(QStringLiteral(
        "CREATE FUNCTION unlucky() RETURNS void LANGUAGE plpgsql AS $$BEGIN IF nextval('tries') < 3 THEN"
        " RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF; END$$"));
    VERIFY_OK(db.run(
        planOf({ ddl(QStringLiteral("s01"), { addColumn, QStringLiteral("SELECT unlucky()") }, {}) })));
    QVERIFY(db.shape().contains(QStringLiteral("x:false")));
    QCOMPARE(db.one(QStringLiteral("SELECT string_agg(outcome, ',' ORDER BY n) FROM lockstep.step_attempt")),
             QStringLiteral("40P01,40P01,done"));
}

void RunLocksTest::indexBuildWaitsForOldTransactions()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; UPDATE users SET name = 'x' WHERE id = 1")));
    BackgroundRun run(db, indexPlan());
    const bool blocked = run.waitForEvent<LockWait>();
    QTest::qWait(1500);
    const bool waited = !run.isDone;
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    QVERIFY(blocked);
    QVERIFY(waited);
    VERIFY_OK(run.outcome);
    QCOMPARE(run.events.of<LockWait>().first().blockers.first().pid, holder->server().backendPid);
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
}

void RunLocksTest::rebuildsAnInvalidIndex()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE INDEX users_name_idx ON users (name)"));
    db.exec(QStringLiteral(
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'users_name_idx'::regclass"));
    const QString leftover = db.one(QStringLiteral("SELECT 'users_name_idx'::regclass::oid"));
    VERIFY_OK(db.run(indexPlan()));
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
    QVERIFY(db.one(QStringLiteral("SELECT 'users_name_idx'::regclass::oid")) != leftover);
}

void RunLocksTest::keepsAValidIndexOfThePlan()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE INDEX users_name_idx ON users (name)"));
    const QString there = db.one(QStringLiteral("SELECT 'users_name_idx'::regclass::oid"));
    VERIFY_OK(db.run(indexPlan()));
    QCOMPARE(db.one(QStringLiteral("SELECT 'users_name_idx'::regclass::oid")), there);
}

void RunLocksTest::refusesAnIndexOfAnotherDefinition()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE INDEX users_name_idx ON users (n)"));
    const auto outcome = db.run(indexPlan());
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, base::ErrorKind::Refused);
    QVERIFY(outcome.error().message.contains(QStringLiteral("another definition")));
    // Nor does a resume take it for the one this run made.
    RunOptions options = quickOptions();
    options.resume = true;
    QVERIFY(!db.run(indexPlan(), options).has_value());
    db.exec(QStringLiteral("DROP INDEX users_name_idx"));
    VERIFY_OK(db.run(indexPlan(), options));
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
}

void RunLocksTest::dropsTheIndexOfAFailedUniqueBuild()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("UPDATE users SET name = 'same' WHERE id IN (7, 8)"));
    const auto plan = indexPlan(
        QStringLiteral("CREATE UNIQUE INDEX CONCURRENTLY users_name_idx ON public.users USING btree (name)"));
    const auto failed = db.run(plan);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().sqlstate, QStringLiteral("23505"));
    QVERIFY2(failed.error().hint.contains(QStringLiteral("GROUP BY name HAVING count(*) > 1")),
             qPrintable(failed.error().toText()));
    QVERIFY(!db.shape().contains(QStringLiteral("users_name_idx")));
    db.exec(QStringLiteral("UPDATE users SET name = 'other' WHERE id = 8"));
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(plan, options));
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
}

void RunLocksTest::addsAnEnumLabelOnce()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE TYPE mood AS ENUM ('ok')"));
    db.exec(QStringLiteral("ALTER TYPE mood ADD VALUE 'fine'"));
    VERIFY_OK(db.run(planOf({ ddl(QStringLiteral("s01"),
                                  { QStringLiteral("ALTER TYPE public.mood ADD VALUE 'fine'"),
                                    QStringLiteral("ALTER TYPE public.mood ADD VALUE 'bad'") },
                                  {}, false) })));
    QCOMPARE(db.one(QStringLiteral("SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum")),
             QStringLiteral("ok,fine,bad"));
}

void RunLocksTest::stopsWhileClearingALeftoverIndex()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN")));
    VERIFY_OK(holder->execute(QStringLiteral("UPDATE users SET name = name WHERE id = 1")));
    // The first stop leaves an invalid index; the second comes while it is being dropped.
    for (const bool resume : { false, true }) {
        BackgroundRun run(db, indexPlan(), resume);
        QVERIFY(run.waitForEvent<LockWait>());
        run.control.stop();
        run.join();
        VERIFY_OK(run.outcome);
        QCOMPARE(run.outcome->state, RunState::Stopped);
        const auto status = runStatus(db.target());
        VERIFY_OK(status);
        QCOMPARE(status->state, RunState::Stopped);
    }
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(indexPlan(), options));
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
}

void RunLocksTest::stopsALongStatement()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    plan::Step step = ddl(QStringLiteral("s01"), { addColumn, QStringLiteral("SELECT pg_sleep(30)") }, {});
    step.timeouts.statementMs = 0;
    BackgroundRun run(db, planOf({ step }));
    const bool started = run.waitForEvent<RunStarted>();
    QTest::qWait(300);
    QElapsedTimer since;
    since.start();
    run.control.stop();
    run.join();
    QVERIFY(started);
    QVERIFY(since.elapsed() < promptMs);
    VERIFY_OK(run.outcome);
    QCOMPARE(run.outcome->state, RunState::Stopped);
    QVERIFY(!db.shape().contains(QStringLiteral("x:")));
}

QTEST_GUILESS_MAIN(RunLocksTest)
#include "tst_runlocks.moc"
