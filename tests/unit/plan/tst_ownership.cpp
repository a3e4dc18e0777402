#include "plainharness.h"

#include <model/proof/dumpcompare.h>
#include <model/sources/pgdump.h>

#include <QTest>

using namespace lockstep;
using testing::PlainRun;

namespace {

/// Roles belong to the cluster: made once, and the same for every case.
constexpr const char *kRoles[] = { "alice", "bob", "carol", "reader", "Odd \"Role\"" };

struct Loaded
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    std::unique_ptr<postgres::Session> session;
    schema::CatalogPtr catalog;
    QString dump;
};

QString dumpOf(const scratch::ScratchDatabase &database, QString *failure)
{
    const auto dump =
        sources::dumpSchema(database.target(), testing::server()->toolDirectory(), {}, std::stop_token());
    if (!dump.has_value())
        *failure = dump.error().toText();
    return dump.has_value() ? *dump : QString();
}

bool makeDatabase(Loaded &side, const QString &templateName, QString *failure)
{
    auto database =
        scratch::ScratchDatabase::create(testing::server(), QStringLiteral("owners"), templateName);
    if (!database.has_value()) {
        *failure = database.error().toText();
        return false;
    }
    side.database = std::move(*database);
    return true;
}

Loaded load(const QString &sql, QString *failure)
{
    Loaded side;
    if (!makeDatabase(side, {}, failure))
        return side;
    side.session = testing::openLoaded(*side.database, sql, failure);
    if (!side.session)
        return side;
    const auto catalog = sources::readCatalog(*side.session);
    if (!catalog.has_value()) {
        *failure = catalog.error().toText();
        return side;
    }
    side.catalog = *catalog;
    side.dump = dumpOf(*side.database, failure);
    side.session.reset(); // A database in use cannot be copied.
    return side;
}

Loaded copyOf(const Loaded &original, QString *failure)
{
    Loaded copy;
    if (!makeDatabase(copy, original.database->name(), failure))
        return copy;
    auto session = copy.database->open();
    if (session.has_value())
        copy.session = std::move(*session);
    else
        *failure = session.error().toText();
    return copy;
}

QString differences(const Loaded &work, const Loaded &expected, const QString &when)
{
    QString failure = testing::compareWith(*work.session, expected.catalog, when);
    const QString dump = dumpOf(*work.database, &failure);
    const QStringList lines = proof::compareDumps(dump, expected.dump);
    if (!lines.isEmpty())
        failure += QStringLiteral("\n%1, pg_dump:\n%2").arg(when, lines.join(QLatin1Char('\n')));
    return failure;
}

struct Run
{
    QString failure;
    QStringList forward;
    plan::PlainPlan plan;
};

/// Plans, runs forward and back as `runner`, and compares by the reader and by pg_dump after each.
Run runOwned(const QString &currentSql, const QString &targetSql, const QString &runner = {})
{
    Run run;
    const Loaded current = load(currentSql, &run.failure);
    const Loaded target = load(targetSql, &run.failure);
    if (!run.failure.isEmpty())
        return run;
    const Loaded work = copyOf(current, &run.failure);
    if (!run.failure.isEmpty())
        return run;
    const auto changes = diff::diff(current.catalog, target.catalog, {}, {});
    if (!changes.has_value()) {
        run.failure = changes.error().toText();
        return run;
    }
    const auto plan = plan::makePlainPlan(*changes, {}, {});
    if (!plan.has_value()) {
        run.failure = plan.error().toText();
        return run;
    }
    run.plan = *plan;
    QStringList backward;
    for (const plan::Action &action : plan->actions) {
        run.forward += action.forward;
        backward = action.backward + backward;
    }
    QStringList act{ QStringLiteral("SET check_function_bodies = off"),
                     QStringLiteral("SET search_path = ''") };
    if (!runner.isEmpty())
        act << QStringLiteral("SET ROLE ") + schema::quoteIdent(runner);
    const QStringList rest{ QStringLiteral("RESET ROLE") };
    run.failure = testing::runAll(*work.session, act + run.forward + rest);
    if (run.failure.isEmpty())
        run.failure = differences(work, target, QStringLiteral("forward"));
    if (run.failure.isEmpty())
        run.failure = testing::runAll(*work.session, act + backward + rest);
    if (run.failure.isEmpty())
        run.failure = differences(work, current, QStringLiteral("backward"));
    if (!run.failure.isEmpty())
        run.failure += QStringLiteral("\n") + testing::describe(*plan);
    return run;
}

} // namespace

/// Who owns what and who may do what, on a real server, read by our reader and by pg_dump.
class OwnershipTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void ownersConvergeBothWays_data();
    void ownersConvergeBothWays();
    void privilegesConvergeBothWays_data();
    void privilegesConvergeBothWays();
    void defaultPrivilegesDoNotLeak_data();
    void defaultPrivilegesDoNotLeak();
    void unstatedOwnersAreNoDifference_data();
    void unstatedOwnersAreNoDifference();
    void namesPrivilegesThatOthersGranted();
    void aRoleWithoutSuperuserCanRunThePlan();
};

void OwnershipTest::initTestCase()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    const auto session = postgres::Session::open(server->maintenance());
    QVERIFY(session.has_value());
    for (const char *role : kRoles)
        QVERIFY((*session)
                    ->execute(QStringLiteral("CREATE ROLE ") + schema::quoteIdent(QLatin1String(role)))
                    .has_value());
    QVERIFY((*session)->execute(QStringLiteral("CREATE ROLE boss SUPERUSER")).has_value());
}

namespace {

/// One object of each kind that has an owner: how it is made and what ALTER calls it.
struct OwnedKind
{
    const char *name;
    const char *create;
    const char *object;
};

const OwnedKind ownedKinds[] = {
    { "schema", "CREATE SCHEMA s", "SCHEMA s" },
    { "table", "CREATE TABLE t (a int)", "TABLE t" },
    { "partitioned table", "CREATE TABLE t (a int) PARTITION BY LIST (a)", "TABLE t" },
    { "table with serial and identity", "CREATE TABLE t (a serial, b int GENERATED ALWAYS AS IDENTITY)",
      "TABLE t" },
    { "view", "CREATE VIEW v AS SELECT 1 AS a", "VIEW v" },
    { "materialized view", "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a", "MATERIALIZED VIEW v" },
    { "sequence", "CREATE SEQUENCE q", "SEQUENCE q" },
    { "function", "CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
      "FUNCTION f(int, text)" },
    { "procedure", "CREATE PROCEDURE p(a int) LANGUAGE sql AS 'SELECT 1'", "PROCEDURE p(int)" },
    { "aggregate", "CREATE AGGREGATE g(int) (SFUNC = int4pl, STYPE = int)", "AGGREGATE g(int)" },
    { "ordered-set aggregate",
      "CREATE AGGREGATE g(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = "
      "internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA)",
      "AGGREGATE g(double precision ORDER BY anyelement)" },
    { "enum", "CREATE TYPE e AS ENUM ('a')", "TYPE e" },
    { "domain", "CREATE DOMAIN d AS int", "DOMAIN d" },
    { "composite type", "CREATE TYPE c AS (a int)", "TYPE c" },
    { "range type", "CREATE TYPE r AS RANGE (subtype = int)", "TYPE r" },
    { "collation", "CREATE COLLATION co (lc_collate = 'C', lc_ctype = 'C')", "COLLATION co" },
    { "statistics", "CREATE TABLE t (a int, b int); CREATE STATISTICS st ON a, b FROM t", "STATISTICS st" },
    { "publication", "CREATE PUBLICATION pub", "PUBLICATION pub" },
    { "operator", "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)",
      "OPERATOR === (int, int)" },
    { "operator family", "CREATE OPERATOR FAMILY fam USING btree", "OPERATOR FAMILY fam USING btree" },
    { "conversion", "CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
      "CONVERSION conv" },
    { "text search dictionary", "CREATE TEXT SEARCH DICTIONARY dict (TEMPLATE = simple)",
      "TEXT SEARCH DICTIONARY dict" },
    { "text search configuration", "CREATE TEXT SEARCH CONFIGURATION conf (PARSER = \"default\")",
      "TEXT SEARCH CONFIGURATION conf" },
    { "foreign server", "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER srv FOREIGN DATA WRAPPER w",
      "SERVER srv" },
    { "foreign table",
      "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER srv FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE ft (a "
      "int) "
      "SERVER srv",
      "FOREIGN TABLE ft" },
};

} // namespace

void OwnershipTest::ownersConvergeBothWays_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const auto owned = [](const OwnedKind &kind, const char *role) {
        return QStringLiteral("%1;\nALTER %2 OWNER TO %3;")
            .arg(QLatin1String(kind.create), QLatin1String(kind.object),
                 schema::quoteIdent(QLatin1String(role)));
    };
    for (const OwnedKind &kind : ownedKinds) {
        QTest::addRow("%s changes hands", kind.name) << owned(kind, "alice") << owned(kind, "Odd \"Role\"");
        QTest::addRow("%s is new", kind.name) << QString() << owned(kind, "bob");
    }
    const auto row = [](const char *name, const char *current, const char *target) {
        QTest::newRow(name) << QString::fromUtf8(current) << QString::fromUtf8(target);
    };
    row("a partition has an owner of its own",
        "CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);"
        "ALTER TABLE t OWNER TO alice; ALTER TABLE t1 OWNER TO alice;",
        "CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);"
        "ALTER TABLE t OWNER TO alice; ALTER TABLE t1 OWNER TO bob;");
    row("the old owner keeps a privilege, the new one had one",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; GRANT SELECT ON t TO bob; GRANT SELECT (a) ON "
        "t TO bob;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO bob; GRANT INSERT ON t TO alice; GRANT UPDATE (a) ON "
        "t TO alice;");
    row("owner and privileges of others",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; GRANT SELECT ON t TO carol, reader;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO bob; GRANT SELECT, INSERT ON t TO carol;");
    row("an owner without all privileges hands over",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; REVOKE DELETE ON t FROM alice;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO bob; REVOKE DELETE ON t FROM bob;");
    row("an owner loses other privileges than the one before",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; REVOKE DELETE, UPDATE ON t FROM alice;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO bob; REVOKE DELETE, TRUNCATE ON t FROM bob;");
    row("the new owner has all his privileges",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; REVOKE DELETE ON t FROM alice;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO bob;");
    row("a serial column of a table that changes hands goes",
        "CREATE TABLE t (a serial, b int); ALTER TABLE t OWNER TO alice;",
        "CREATE TABLE t (b int); ALTER TABLE t OWNER TO bob;");
    row("a serial column of a table that changes hands comes",
        "CREATE TABLE t (b int); ALTER TABLE t OWNER TO alice;",
        "CREATE TABLE t (b int, a serial); ALTER TABLE t OWNER TO bob;");
    row("a sequence is joined to a table of another owner",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; CREATE SEQUENCE q; ALTER SEQUENCE q OWNER TO "
        "bob;",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; CREATE SEQUENCE q; ALTER SEQUENCE q OWNER TO "
        "alice; ALTER SEQUENCE q OWNED BY t.a;");
    row("a view is rebuilt and keeps its owner and privileges",
        "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t; ALTER TABLE t OWNER TO alice; "
        "ALTER "
        "VIEW v OWNER TO bob; GRANT SELECT ON v TO carol WITH GRANT OPTION;",
        "CREATE TABLE t (a bigint, b int); CREATE VIEW v AS SELECT a FROM t; ALTER TABLE t OWNER TO alice; "
        "ALTER VIEW v OWNER TO bob; GRANT SELECT ON v TO carol WITH GRANT OPTION;");
    row("a view is rebuilt and changes hands",
        "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; ALTER VIEW v OWNER TO bob; REVOKE SELECT "
        "ON v FROM bob;",
        "CREATE TABLE t (a bigint); CREATE VIEW v AS SELECT a FROM t; ALTER VIEW v OWNER TO carol; GRANT "
        "SELECT ON v TO bob;");
    row("a function with another result changes hands",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION f() OWNER TO alice; "
        "REVOKE "
        "ALL ON FUNCTION f() FROM PUBLIC; GRANT EXECUTE ON FUNCTION f() TO reader;",
        "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 1::text'; ALTER FUNCTION f() OWNER TO bob; "
        "REVOKE ALL ON FUNCTION f() FROM PUBLIC; GRANT EXECUTE ON FUNCTION f() TO alice;");
    row("an enum that is swapped keeps its owner and privileges",
        "CREATE TYPE e AS ENUM ('a', 'b'); ALTER TYPE e OWNER TO alice; REVOKE ALL ON TYPE e FROM PUBLIC; "
        "GRANT USAGE ON TYPE e TO reader; CREATE TABLE t (x e);",
        "CREATE TYPE e AS ENUM ('b'); ALTER TYPE e OWNER TO alice; REVOKE ALL ON TYPE e FROM PUBLIC; "
        "GRANT USAGE ON TYPE e TO reader; CREATE TABLE t (x e);");
    row("schema public changes hands", "ALTER SCHEMA public OWNER TO alice;",
        "ALTER SCHEMA public OWNER TO bob; GRANT CREATE ON SCHEMA public TO alice;");
    row("an event trigger changes hands",
        "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER x "
        "ON "
        "ddl_command_start EXECUTE FUNCTION f(); ALTER EVENT TRIGGER x OWNER TO boss;",
        "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER x "
        "ON "
        "ddl_command_start EXECUTE FUNCTION f(); ALTER EVENT TRIGGER x OWNER TO postgres;");
    row("a foreign data wrapper changes hands",
        "CREATE FOREIGN DATA WRAPPER w; ALTER FOREIGN DATA WRAPPER w OWNER TO boss;",
        "CREATE FOREIGN DATA WRAPPER w; ALTER FOREIGN DATA WRAPPER w OWNER TO postgres;");
    row("all is dropped",
        "CREATE SCHEMA s; ALTER SCHEMA s OWNER TO alice; CREATE TABLE s.t (a serial); ALTER "
        "TABLE s.t OWNER TO bob; REVOKE ALL ON s.t FROM bob; GRANT SELECT ON s.t TO carol;",
        "");
}

void OwnershipTest::ownersConvergeBothWays()
{
    QFETCH(const QString, current);
    QFETCH(const QString, target);
    const Run run = runOwned(current, target);
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    QVERIFY(!run.forward.isEmpty());
}

void OwnershipTest::privilegesConvergeBothWays_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("privileges");
    const auto row = [](const char *name, const char *base, const char *privileges) {
        QTest::newRow(name) << QString::fromUtf8(base) << QString::fromUtf8(privileges);
    };
    row("table", "CREATE TABLE t (a int);",
        "GRANT SELECT, INSERT ON t TO alice; GRANT UPDATE ON t TO bob WITH GRANT OPTION; GRANT SELECT ON t "
        "TO "
        "PUBLIC;");
    row("column", "CREATE TABLE t (a int, b int);",
        "GRANT SELECT (a), UPDATE (b) ON t TO alice WITH GRANT OPTION; GRANT REFERENCES (a) ON t TO PUBLIC;");
    row("view and its column", "CREATE VIEW v AS SELECT 1 AS a, 2 AS b;",
        "GRANT SELECT ON v TO alice; GRANT SELECT (b) ON v TO bob;");
    row("materialized view and its column", "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a, 2 AS b;",
        "GRANT SELECT ON v TO alice; GRANT SELECT (b) ON v TO bob;");
    row("sequence", "CREATE SEQUENCE q;", "GRANT USAGE ON SEQUENCE q TO alice;");
    row("sequence of an identity column", "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY);",
        "GRANT USAGE ON SEQUENCE t_a_seq TO alice;");
    row("schema", "CREATE SCHEMA s;",
        "GRANT USAGE ON SCHEMA s TO PUBLIC; GRANT CREATE ON SCHEMA s TO alice;");
    row("schema public", "",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT CREATE, USAGE ON SCHEMA public TO bob;");
    row("function nobody else may call", "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        "REVOKE ALL ON FUNCTION f(int) FROM PUBLIC; GRANT EXECUTE ON FUNCTION f(int) TO alice;");
    row("procedure", "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';",
        "REVOKE ALL ON PROCEDURE p() FROM PUBLIC;");
    row("aggregate", "CREATE AGGREGATE g(int) (SFUNC = int4pl, STYPE = int);",
        "REVOKE ALL ON FUNCTION g(int) FROM PUBLIC; GRANT EXECUTE ON FUNCTION g(int) TO alice;");
    row("aggregate of rows", "CREATE AGGREGATE g(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');",
        "REVOKE ALL ON FUNCTION g() FROM PUBLIC;");
    row("types", "CREATE TYPE e AS ENUM ('a'); CREATE DOMAIN d AS int; CREATE TYPE c AS (a int);",
        "REVOKE ALL ON TYPE e FROM PUBLIC; REVOKE ALL ON DOMAIN d FROM PUBLIC; GRANT USAGE ON TYPE c TO "
        "alice "
        "WITH GRANT OPTION;");
    row("language", "",
        "REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC; GRANT USAGE ON LANGUAGE plpgsql TO alice;");
    row("foreign data wrapper and server",
        "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER srv FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE ft (a "
        "int) "
        "SERVER srv;",
        "GRANT USAGE ON FOREIGN DATA WRAPPER w TO alice WITH GRANT OPTION; GRANT USAGE ON FOREIGN SERVER srv "
        "TO "
        "bob; GRANT SELECT ON ft TO carol; GRANT SELECT (a) ON ft TO bob;");
    row("language of one's own",
        "CREATE TRUSTED LANGUAGE lang HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;",
        "REVOKE ALL ON LANGUAGE lang FROM PUBLIC; GRANT USAGE ON LANGUAGE lang TO alice;");
    row("built-in function", "",
        "REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC; "
        "GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO alice;");
    row("built-in view", "", "GRANT SELECT ON pg_catalog.pg_authid TO alice;");
    row("owner who took privileges from himself", "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice;",
        "REVOKE DELETE, TRUNCATE ON t FROM alice;");
    row("owner without any privilege",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER "
        "FUNCTION f() OWNER TO alice;",
        "REVOKE ALL ON FUNCTION f() FROM PUBLIC, alice;");
    row("unstated owner without privileges", "CREATE TABLE t (a int);",
        "REVOKE DELETE ON t FROM CURRENT_USER;");
    row("owner with grant option", "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice;",
        "GRANT SELECT ON t TO alice WITH GRANT OPTION;");
    row("member of an extension", "CREATE EXTENSION pg_stat_statements;",
        "REVOKE ALL ON FUNCTION pg_stat_statements_reset FROM PUBLIC; GRANT SELECT ON pg_stat_statements TO "
        "alice; REVOKE ALL ON pg_stat_statements FROM PUBLIC;");
    row("member of an extension that only the target has", "",
        "CREATE EXTENSION citext; REVOKE ALL ON FUNCTION citext_eq(citext, citext) FROM PUBLIC; GRANT "
        "EXECUTE "
        "ON FUNCTION citext_eq(citext, citext) TO alice;");
    row("default privileges of every kind", "CREATE SCHEMA s;",
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice GRANT SELECT ON TABLES TO bob WITH GRANT OPTION;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA s GRANT USAGE ON SEQUENCES TO bob;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA s GRANT EXECUTE ON ROUTINES TO carol;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice REVOKE USAGE ON TYPES FROM PUBLIC;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice GRANT USAGE ON SCHEMAS TO reader;");
    row("default privileges that take from the role itself", "",
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice REVOKE DELETE ON TABLES FROM alice;");
    row("default privileges of whoever runs the script", "CREATE SCHEMA s;",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO reader;"
        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;");
}

void OwnershipTest::privilegesConvergeBothWays()
{
    QFETCH(const QString, base);
    QFETCH(const QString, privileges);
    const QString with = base + privileges;
    for (const auto &[from, to] : { std::pair(base, with), std::pair(with, base) }) {
        const Run run = runOwned(from, to);
        QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
        QVERIFY(!run.forward.isEmpty());
    }
}

void OwnershipTest::defaultPrivilegesDoNotLeak_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const QString defaults = QStringLiteral(
        "CREATE SCHEMA s; GRANT CREATE, USAGE ON SCHEMA s TO PUBLIC;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE boss GRANT SELECT ON TABLES TO reader WITH GRANT OPTION;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE boss IN SCHEMA s GRANT INSERT ON TABLES TO carol;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE boss GRANT USAGE ON SEQUENCES TO reader;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE boss REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE boss GRANT EXECUTE ON FUNCTIONS TO carol;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE boss REVOKE USAGE ON TYPES FROM PUBLIC;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE boss GRANT ALL ON SCHEMAS TO bob;");
    const auto row = [&](const char *name, const char *current, const char *target) {
        QTest::newRow(name) << defaults + QString::fromUtf8(current) << defaults + QString::fromUtf8(target);
    };
    row("new table, sequence and identity column", "",
        "CREATE TABLE s.t (a serial, b int GENERATED ALWAYS AS IDENTITY); CREATE SEQUENCE s.q; GRANT SELECT "
        "ON s.t TO reader;");
    row("new identity column", "CREATE TABLE s.t (a int);",
        "CREATE TABLE s.t (a int, b int GENERATED ALWAYS AS IDENTITY);");
    row("new table of the role that is given privileges", "",
        "CREATE TABLE s.t (a int); ALTER TABLE s.t OWNER TO reader;");
    row("new function and procedure", "",
        "CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE PROCEDURE s.p() LANGUAGE sql "
        "AS "
        "'SELECT 1'; CREATE AGGREGATE s.g(int) (SFUNC = int4pl, STYPE = int);");
    row("new types", "",
        "CREATE TYPE s.e AS ENUM ('a'); CREATE DOMAIN s.d AS int; CREATE TYPE s.c AS (a int); CREATE TYPE "
        "s.r "
        "AS RANGE (subtype = int);");
    row("new schema", "", "CREATE SCHEMA z; ALTER SCHEMA z OWNER TO carol;");
    row("rebuilt view",
        "CREATE TABLE s.t (a int); CREATE VIEW s.v AS SELECT a FROM s.t; GRANT DELETE ON s.v TO "
        "alice;",
        "CREATE TABLE s.t (a bigint); CREATE VIEW s.v AS SELECT a FROM s.t; GRANT DELETE ON s.v TO alice;");
    row("rebuilt function", "CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1';",
        "CREATE FUNCTION s.f() RETURNS text LANGUAGE sql AS 'SELECT 1::text'; REVOKE ALL ON FUNCTION s.f() "
        "FROM PUBLIC; GRANT EXECUTE ON FUNCTION s.f() TO alice;");
    row("swapped enum", "CREATE TYPE s.e AS ENUM ('a', 'b'); CREATE TABLE s.t (x s.e);",
        "CREATE TYPE s.e AS ENUM ('b'); CREATE TABLE s.t (x s.e);");
}

void OwnershipTest::defaultPrivilegesDoNotLeak()
{
    QFETCH(const QString, current);
    QFETCH(const QString, target);
    // Whoever runs the plan: the scripts were loaded by a role without default privileges.
    for (const char *runner : { "boss", "" }) {
        const Run run = runOwned(current, target, QLatin1String(runner));
        QVERIFY2(run.failure.isEmpty(), qPrintable(QLatin1String(runner) + QLatin1Char('\n') + run.failure));
    }
}

void OwnershipTest::unstatedOwnersAreNoDifference_data()
{
    QTest::addColumn<QString>("stated");
    QTest::addColumn<QString>("unstated");
    const auto row = [](const char *name, const char *stated, const char *unstated) {
        QTest::newRow(name) << QString::fromUtf8(stated) << QString::fromUtf8(unstated);
    };
    row("table", "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice;", "CREATE TABLE t (a int);");
    row("privileges of the owner",
        "CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; GRANT SELECT ON t TO bob;",
        "CREATE TABLE t (a int); GRANT SELECT ON t TO alice, bob; GRANT UPDATE (a) ON t TO alice;");
    row("default privileges",
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice GRANT SELECT ON TABLES TO bob;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice REVOKE DELETE ON TABLES FROM alice;",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO bob;"
        "ALTER DEFAULT PRIVILEGES REVOKE DELETE ON TABLES FROM CURRENT_USER;");
    row("owner postgres", "CREATE TABLE t (a int); ALTER TABLE t OWNER TO postgres;",
        "CREATE TABLE t (a int);");
}

void OwnershipTest::unstatedOwnersAreNoDifference()
{
    QFETCH(const QString, stated);
    QFETCH(const QString, unstated);
    for (const auto &[from, to] : { std::pair(stated, unstated), std::pair(unstated, stated) }) {
        const Run run = runOwned(from, to);
        QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
        QCOMPARE(run.forward, QStringList());
    }
}

void OwnershipTest::namesPrivilegesThatOthersGranted()
{
    QString failure;
    const Loaded side =
        load(QStringLiteral("CREATE TABLE t (a int); ALTER TABLE t OWNER TO alice; GRANT SELECT ON t TO "
                            "bob WITH GRANT OPTION; SET SESSION AUTHORIZATION bob; GRANT SELECT "
                            "ON t TO carol; RESET SESSION AUTHORIZATION;"),
             &failure);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    const std::vector<schema::Unmodelled> expected{
        { QStringLiteral("privilege granted by another role than the owner"),
          QStringLiteral("SELECT on table public.t to carol by bob") }
    };
    QCOMPARE(side.catalog->unmodelled(), expected);
}

/// Members of the roles concerned, with CREATE on the schema only because the plan grants it.
void OwnershipTest::aRoleWithoutSuperuserCanRunThePlan()
{
    const auto session = postgres::Session::open(testing::server()->maintenance());
    QVERIFY(session.has_value());
    QVERIFY((*session)
                ->executeScript(QStringLiteral("CREATE ROLE deployer; GRANT alice, bob, carol TO deployer"))
                .has_value());
    const Run run = runOwned(
        QStringLiteral(
            "CREATE SCHEMA s; ALTER SCHEMA s OWNER TO alice; CREATE TABLE s.t (a int); ALTER TABLE s.t "
            "OWNER TO alice;"),
        QStringLiteral(
            "CREATE SCHEMA s; ALTER SCHEMA s OWNER TO alice; GRANT USAGE, CREATE ON SCHEMA s TO bob, carol; "
            "CREATE TABLE s.t (a int); ALTER TABLE s.t OWNER TO bob; CREATE TABLE s.u (a serial); ALTER "
            "TABLE s.u OWNER TO carol; GRANT SELECT ON s.u TO bob;"),
        QStringLiteral("deployer"));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
}

QTEST_GUILESS_MAIN(OwnershipTest)
#include "tst_ownership.moc"
