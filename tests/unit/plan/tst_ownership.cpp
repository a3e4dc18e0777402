#include "ownershiprun.h"

using namespace lockstep;
using namespace lockstep::testing;

/// Who owns what, on a real server, read by our reader and by pg_dump.
class OwnershipTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { makeRoles(); }
    void ownersConvergeBothWays_data();
    void ownersConvergeBothWays();
    void unstatedOwnersAreNoDifference_data();
    void unstatedOwnersAreNoDifference();
    void aRoleWithoutSuperuserCanRunThePlan();
};

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
