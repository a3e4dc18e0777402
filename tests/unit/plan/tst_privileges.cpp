#include "ownershiprun.h"

using namespace lockstep;
using namespace lockstep::testing;

/// Who may do what, on a real server, read by our reader and by pg_dump.
class PrivilegesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { makeRoles(); }
    void privilegesConvergeBothWays_data();
    void privilegesConvergeBothWays();
    void defaultPrivilegesDoNotLeak_data();
    void defaultPrivilegesDoNotLeak();
    void namesPrivilegesThatOthersGranted();
};

void PrivilegesTest::privilegesConvergeBothWays_data()
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

void PrivilegesTest::privilegesConvergeBothWays()
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

void PrivilegesTest::defaultPrivilegesDoNotLeak_data()
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

void PrivilegesTest::defaultPrivilegesDoNotLeak()
{
    QFETCH(const QString, current);
    QFETCH(const QString, target);
    // Whoever runs the plan: the scripts were loaded by a role without default privileges.
    for (const char *runner : { "boss", "" }) {
        const Run run = runOwned(current, target, QLatin1String(runner));
        QVERIFY2(run.failure.isEmpty(), qPrintable(QLatin1String(runner) + QLatin1Char('\n') + run.failure));
    }
}

void PrivilegesTest::namesPrivilegesThatOthersGranted()
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

QTEST_GUILESS_MAIN(PrivilegesTest)
#include "tst_privileges.moc"
