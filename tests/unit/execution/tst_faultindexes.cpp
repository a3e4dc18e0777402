#include "traffic.h"

#include "../../support/faultproxy.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Index builds that fail, are interrupted, or are somebody else's.
class FaultIndexesTest : public QObject
{
    Q_OBJECT
private slots:
    void clearsWhatAnInterruptedReindexLeft_data();
    void clearsWhatAnInterruptedReindexLeft();
    void leavesOthersLeftoversOfReindexAlone();
    void waitsForABuildOfSomebodyElse_data();
    void waitsForABuildOfSomebodyElse();
    void anIndexBySomebodyElseIsNotTakenForTheOneThatWasBegun();
    void anIndexThatIsTheSameIsTaken_data();
    void anIndexThatIsTheSameIsTaken();
    void anIndexThatCannotBeComparedIsNotCalledAnother();
    void aConnectionLostWhileComparingIsMadeAgain();
    void aDuplicateUnderTrafficLeavesNothing();
    void anInvalidConstraintNamesItsRows_data();
    void anInvalidConstraintNamesItsRows();
    void limitsSetByTheStepDoNotReachTheBuild();
};

namespace {

plan::PlanPtr indexPlan(const QString &sql)
{
    return planOf({ ddl(QStringLiteral("s01"), { sql }, {}, false) });
}

const QString createIndex = QStringLiteral("CREATE INDEX CONCURRENTLY users_name_idx ON public.users (name)");

} // namespace

void FaultIndexesTest::clearsWhatAnInterruptedReindexLeft_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("of an index") << QStringLiteral("REINDEX INDEX CONCURRENTLY public.users_pkey");
    QTest::newRow("of a table") << QStringLiteral("REINDEX TABLE CONCURRENTLY public.users");
}

void FaultIndexesTest::clearsWhatAnInterruptedReindexLeft()
{
    QFETCH(QString, sql);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; UPDATE users SET name = 'x' WHERE id = 1")));
    BackgroundRun run(db, indexPlan(sql));
    const QString left =
        QStringLiteral("SELECT count(*) FROM pg_class WHERE relname LIKE 'users_pkey_ccnew%'");
    QVERIFY(QTest::qWaitFor([&] { return db.one(left) == QStringLiteral("1"); }, longEnoughMs));
    // As by an administrator, or by the end of the server.
    db.exec(
        QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'REINDEX%'"
                       " AND application_name LIKE 'lockstep:%'"));
    QTest::qWait(500);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(db.shape(), before);
    QCOMPARE(db.one(left), QStringLiteral("0"));
}

void FaultIndexesTest::leavesOthersLeftoversOfReindexAlone()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE INDEX users_pkey_ccnew ON users (id)"));
    db.exec(QStringLiteral(
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'users_pkey_ccnew'::regclass"));
    VERIFY_OK(db.run(indexPlan(QStringLiteral("REINDEX INDEX CONCURRENTLY public.users_pkey"))));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM pg_class WHERE relname = 'users_pkey_ccnew'")),
             QStringLiteral("1"));
}

void FaultIndexesTest::waitsForABuildOfSomebodyElse_data()
{
    QTest::addColumn<bool>("isHidden");
    QTest::newRow("that can be seen") << false;
    QTest::newRow("of a role that this one may not watch") << true;
}

void FaultIndexesTest::waitsForABuildOfSomebodyElse()
{
    QFETCH(bool, isHidden);
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral(
        "DO $$ BEGIN IF to_regrole('run_guest') IS NULL THEN CREATE ROLE run_guest LOGIN; END IF; "
        "END $$"));
    auto target = db.target();
    if (isHidden) {
        db.exec(QStringLiteral("ALTER TABLE users OWNER TO run_guest"));
        db.exec(QStringLiteral("GRANT CREATE ON SCHEMA public TO run_guest"));
        db.exec(QStringLiteral("DO $$BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO run_guest',"
                               " current_database()); END$$"));
        target.text += QStringLiteral(" user=run_guest");
    }
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; UPDATE users SET name = 'x' WHERE id = 1")));
    const auto other = db.open();
    std::thread build([&] { (void)other->execute(createIndex); });
    const bool begun = QTest::qWaitFor(
        [&] { return db.shape().contains(QStringLiteral("users_name_idxfalse")); }, longEnoughMs);
    BackgroundRun run(target, indexPlan(createIndex), quickOptions());
    QTest::qWait(1500);
    const bool waited = !run.isDone;
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    build.join();
    run.join();
    QVERIFY(begun);
    QVERIFY(waited);
    VERIFY_OK(run.outcome);
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
    // Theirs was taken, not dropped and built again.
    for (const LogLine &line : run.events.of<LogLine>())
        QVERIFY2(!line.text.contains(QStringLiteral("Dropping")), qPrintable(line.text));
}

void FaultIndexesTest::anIndexBySomebodyElseIsNotTakenForTheOneThatWasBegun()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; UPDATE users SET name = 'x' WHERE id = 1")));
    {
        BackgroundRun run(db, indexPlan(createIndex));
        QVERIFY(run.waitForEvent<LockWait>());
        db.endSessions();
        run.control.stop();
    }
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    db.exec(QStringLiteral("DROP INDEX IF EXISTS users_name_idx"));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM lockstep.owned_object")), QStringLiteral("1"));
    db.exec(QStringLiteral("CREATE INDEX users_name_idx ON users (n)"));
    RunOptions options = quickOptions();
    options.resume = true;
    const auto refused = db.run(indexPlan(createIndex), options);
    QVERIFY2(isRefused(refused, QStringLiteral("another definition")),
             qPrintable(refused.has_value() ? QString() : refused.error().toText()));
    QVERIFY(refused.error().detail.contains(QStringLiteral("(n)")));
    db.exec(QStringLiteral("DROP INDEX users_name_idx"));
    VERIFY_OK(db.run(indexPlan(createIndex), options));
    QCOMPARE(db.one(QStringLiteral("SELECT pg_get_indexdef('users_name_idx'::regclass)")),
             QStringLiteral("CREATE INDEX users_name_idx ON public.users USING btree (name)"));
}

void FaultIndexesTest::anIndexThatIsTheSameIsTaken_data()
{
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char *name, const char *there, const char *wanted, bool isSame) {
        QTest::newRow(name) << QStringLiteral("CREATE %1").arg(QLatin1String(there))
                            << QStringLiteral("CREATE %1").arg(QLatin1String(wanted)) << isSame;
    };
    const char *signatures =
        "INDEX i ON users USING gist (to_tsvector('simple', name) tsvector_ops (siglen = 100))";
    row("with a cast that the server adds", "INDEX i ON users (name) WHERE name = 'a'",
        "INDEX CONCURRENTLY i ON public.users (name) WHERE name = 'a'", true);
    row("with another condition", "INDEX i ON users (name) WHERE name = 'a'",
        "INDEX CONCURRENTLY i ON public.users (name) WHERE name = 'b'", false);
    row("with what goes without saying", "INDEX i ON users (name)",
        "INDEX CONCURRENTLY i ON public.users (name ASC NULLS LAST)", true);
    row("in another order", "INDEX i ON users (name)", "INDEX CONCURRENTLY i ON public.users (name DESC)",
        false);
    row("with an expression", "INDEX i ON users (lower(name), (n + 1))",
        "INDEX CONCURRENTLY IF NOT EXISTS i ON public.users (LOWER(users.name), (n+1))", true);
    row("unique", "UNIQUE INDEX i ON users (id, name)", "INDEX CONCURRENTLY i ON users (id, name)", false);
    row("with a column beside the key", "INDEX i ON users (id) INCLUDE (name)",
        "INDEX CONCURRENTLY i ON users (id, name)", false);
    row("with a parameter", "INDEX i ON users (id) WITH (fillfactor = 70)",
        "INDEX CONCURRENTLY i ON users (id) WITH (fillfactor='70')", true);
    row("without it", "INDEX i ON users (id)", "INDEX CONCURRENTLY i ON users (id) WITH (fillfactor='70')",
        false);
    row("of another table", "INDEX i ON others (name)",
        "INDEX CONCURRENTLY i ON public.users (name ASC NULLS LAST)", false);
    row("with a parameter of the operator class", signatures,
        "INDEX CONCURRENTLY i ON users USING gist "
        "(to_tsvector('simple', name) tsvector_ops (siglen = '100'))",
        true);
    row("with another one", signatures,
        "INDEX CONCURRENTLY i ON users USING gist "
        "(to_tsvector('simple', name) tsvector_ops (siglen = 200))",
        false);
    row("by another collation", "INDEX i ON users (name COLLATE \"C\")",
        "INDEX CONCURRENTLY i ON users (name COLLATE \"POSIX\")", false);
}

void FaultIndexesTest::anIndexThatIsTheSameIsTaken()
{
    QFETCH(QString, there);
    QFETCH(QString, wanted);
    QFETCH(bool, isSame);
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    if (there.contains(QStringLiteral("siglen")) && testing::server()->version() < 130000)
        QSKIP("Operator classes have no parameters there.");
    db.exec(QStringLiteral("CREATE TABLE others (LIKE users)"));
    db.exec(there);
    const QString before = db.one(QStringLiteral("SELECT 'i'::regclass::oid"));
    const auto outcome = db.run(indexPlan(wanted));
    QVERIFY2(isSame ? outcome.has_value() : isRefused(outcome, QStringLiteral("another definition")),
             qPrintable(outcome.has_value() ? QString() : outcome.error().toText()));
    QCOMPARE(db.one(QStringLiteral("SELECT 'i'::regclass::oid")), before);
    QCOMPARE(db.one(QStringLiteral("SELECT to_regclass('pg_temp.lockstep_twin') IS NULL")),
             QStringLiteral("t"));
}

void FaultIndexesTest::anIndexThatCannotBeComparedIsNotCalledAnother()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE INDEX users_name_idx ON users (name)"));
    const auto plan = planOf(
        { ddl(QStringLiteral("s01"),
              { QStringLiteral("CREATE FUNCTION no_tables() RETURNS event_trigger LANGUAGE plpgsql AS "
                               "$$BEGIN RAISE 'no tables today'; END$$"),
                QStringLiteral("CREATE EVENT TRIGGER no_tables ON ddl_command_start WHEN TAG IN ('CREATE "
                               "TABLE') EXECUTE FUNCTION no_tables()") },
              {}),
          ddl(QStringLiteral("s02"),
              { QStringLiteral("CREATE INDEX CONCURRENTLY users_name_idx ON public.users (name ASC)") }, {},
              false) });
    const auto refused = db.run(plan);
    QVERIFY2(isRefused(refused, QStringLiteral("could not be compared with the one that this step makes")),
             qPrintable(refused.has_value() ? QString() : refused.error().toText()));
    QVERIFY2(refused.error().message.contains(QStringLiteral("no tables today")),
             qPrintable(refused.error().toText()));
    RunOptions options = quickOptions();
    options.resume = true;
    QVERIFY(isRefused(db.run(plan, options), QStringLiteral("could not be compared")));
    // As if it had been begun by this very run.
    db.exec(QStringLiteral("INSERT INTO lockstep.owned_object SELECT id, 'index', 'users_name_idx', 'plan', "
                           "'s02' FROM lockstep.run"));
    VERIFY_OK(db.run(plan, options));
    QVERIFY(db.events.says(QStringLiteral("could not be compared: no tables today")));
}

void FaultIndexesTest::aConnectionLostWhileComparingIsMadeAgain()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE INDEX users_name_idx ON users (name)"));
    FaultProxy proxy(db.target());
    proxy.add({ "INDEX lockstep_twin", Fault::CutBefore });
    BackgroundRun run(
        proxy.target(),
        indexPlan(QStringLiteral("CREATE INDEX CONCURRENTLY users_name_idx ON public.users (name ASC)")),
        quickOptions());
    run.join();
    VERIFY_OK(run.outcome);
    QCOMPARE(proxy.faults(), 1);
}

void FaultIndexesTest::aDuplicateUnderTrafficLeavesNothing()
{
    RunDatabase db(3000);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("UPDATE users SET name = 'same' WHERE id IN (7, 8)"));
    const QString before = db.shape();
    Traffic traffic(db, 3000);
    const auto failed = db.run(
        indexPlan(QStringLiteral("CREATE UNIQUE INDEX CONCURRENTLY users_name_idx ON public.users (name)")));
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().sqlstate, QStringLiteral("23505"));
    QVERIFY(failed.error().hint.contains(QStringLiteral("GROUP BY name")));
    QCOMPARE(db.shape(), before);
    QTest::qWait(200);
    const QString problems = traffic.problems(db, false);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void FaultIndexesTest::anInvalidConstraintNamesItsRows_data()
{
    QTest::addColumn<QString>("constraint");
    QTest::addColumn<QString>("sqlstate");
    QTest::addColumn<QString>("part");
    QTest::newRow("check") << QStringLiteral("CHECK (id <> 7)") << QStringLiteral("23514")
                           << QStringLiteral("SELECT * FROM public.users WHERE NOT ((id <> 7))");
    QTest::newRow("foreign key") << QStringLiteral("FOREIGN KEY (id) REFERENCES public.owners (o)")
                                 << QStringLiteral("23503")
                                 << QStringLiteral("SELECT * FROM public.users c WHERE");
}

void FaultIndexesTest::anInvalidConstraintNamesItsRows()
{
    QFETCH(QString, constraint);
    QFETCH(QString, sqlstate);
    QFETCH(QString, part);
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE TABLE owners (o bigint PRIMARY KEY)"));
    db.exec(QStringLiteral("INSERT INTO owners SELECT i FROM generate_series(1, 10) i WHERE i <> 7"));
    const auto plan = planOf(
        { ddl(QStringLiteral("s01"),
              { QStringLiteral("ALTER TABLE public.users ADD CONSTRAINT c %1 NOT VALID").arg(constraint) },
              { QStringLiteral("ALTER TABLE public.users DROP CONSTRAINT c") }),
          ddl(QStringLiteral("s02"), { QStringLiteral("ALTER TABLE public.users VALIDATE CONSTRAINT c") },
              {}) });
    const auto failed = db.run(plan);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().sqlstate, sqlstate);
    QVERIFY2(failed.error().hint.contains(part), qPrintable(failed.error().toText()));
    // The query in the hint finds the row.
    const QString query =
        failed.error().hint.section(QStringLiteral(": "), 1).section(QLatin1Char(';'), 0, 0);
    QCOMPARE(db.one(query), QStringLiteral("7"));
    // It stays, and still holds for new rows.
    QVERIFY(db.shape().contains(QStringLiteral("cfalse")));
    QVERIFY(!db.open()->execute(QStringLiteral("UPDATE users SET id = 7 WHERE id = 7")).has_value()
            || sqlstate == QLatin1String("23503"));
    db.exec(QStringLiteral("DELETE FROM users WHERE id = 7"));
    RunOptions options = quickOptions();
    options.resume = true;
    VERIFY_OK(db.run(plan, options));
    QVERIFY(db.shape().contains(QStringLiteral("ctrue")));
}

void FaultIndexesTest::limitsSetByTheStepDoNotReachTheBuild()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; UPDATE users SET name = 'x' WHERE id = 1")));
    const auto plan = planOf(
        { ddl(QStringLiteral("s01"), { QStringLiteral("SET lock_timeout = '100ms'"), createIndex }, {},
              false),
          ddl(QStringLiteral("s02"),
              { QStringLiteral("SET lock_timeout = '100ms'"), QStringLiteral("SET work_mem = '77MB'"),
                QStringLiteral("SET ROLE pg_monitor"), QStringLiteral("SET application_name = 'mine'") },
              {}),
          ddl(QStringLiteral("s03"),
              { QStringLiteral("CREATE TABLE seen AS SELECT current_user AS who,"
                               " current_setting('work_mem') AS mem,"
                               " current_setting('application_name') AS name") },
              {}) });
    BackgroundRun run(db, plan);
    QTest::qWait(1500);
    const bool waited = !run.isDone;
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    run.join();
    QVERIFY(waited);
    VERIFY_OK(run.outcome);
    QVERIFY(db.shape().contains(QStringLiteral("users_name_idxtrue")));
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT who = session_user AND mem <> '77MB' AND name LIKE 'lockstep:%' FROM seen")),
             QStringLiteral("t"));
}

QTEST_GUILESS_MAIN(FaultIndexesTest)
#include "tst_faultindexes.moc"
