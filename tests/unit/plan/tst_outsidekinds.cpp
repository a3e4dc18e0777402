#include <QRegularExpression>
#include <QTest>

#include <tests/support/postgrestest.h>
#include <tests/support/roundtrip.h>

using namespace lockstep;

/// Text search, foreign data, publications and subscriptions: changed by psql on a real server,
/// compared by our reader and by pg_dump, and taken back.
class TestOutsideKinds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void convergesBothWays_data();
    void convergesBothWays();

private:
    scratch::ScratchServerPtr m_server;
};

namespace {

void outsideCase(const char *name, const char *current, const char *target)
{
    QTest::newRow(name) << QString::fromLatin1(current) << QString::fromLatin1(target);
}

void addTextSearch()
{
    outsideCase(
        "text search objects come", "",
        "CREATE SCHEMA s; CREATE TEXT SEARCH TEMPLATE s.t (INIT = dsimple_init, LEXIZE = dsimple_lexize);"
        "CREATE TEXT SEARCH PARSER s.p (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,"
        " HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);"
        "CREATE TEXT SEARCH DICTIONARY s.d (TEMPLATE = s.t, accept = false, stopwords = english);"
        "CREATE TEXT SEARCH CONFIGURATION s.c (PARSER = s.p);"
        "ALTER TEXT SEARCH CONFIGURATION s.c ADD MAPPING FOR asciiword, word WITH s.d, simple;"
        "COMMENT ON TEXT SEARCH CONFIGURATION s.c IS 'c'; COMMENT ON TEXT SEARCH DICTIONARY s.d IS 'd';"
        "COMMENT ON TEXT SEARCH PARSER s.p IS 'p'; COMMENT ON TEXT SEARCH TEMPLATE s.t IS 't';");
    outsideCase(
        "dictionary options change",
        "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, Language = english, stopwords = english);",
        "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, Language = german);");
    outsideCase("dictionary gets another template below a configuration in use",
                "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple); CREATE TEXT SEARCH CONFIGURATION c "
                "(COPY = simple);"
                "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH d; CREATE TABLE t (a text);"
                "CREATE INDEX i ON t USING gin (to_tsvector('c', a));",
                "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, language = english);"
                "CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);"
                "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH d; CREATE TABLE t (a text);"
                "CREATE INDEX i ON t USING gin (to_tsvector('c', a));");
    outsideCase("token mappings change",
                "CREATE TEXT SEARCH DICTIONARY old (TEMPLATE = simple); CREATE TEXT SEARCH CONFIGURATION c "
                "(COPY = english);"
                "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH old, simple;",
                "CREATE TEXT SEARCH DICTIONARY new (TEMPLATE = simple); CREATE TEXT SEARCH CONFIGURATION c "
                "(COPY = english);"
                "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH simple, new;"
                "ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING FOR float, int;");
}

void addForeignData()
{
    outsideCase(
        "foreign data comes", "",
        "CREATE EXTENSION postgres_fdw;"
        "CREATE FUNCTION check_it(text[], oid) RETURNS bool LANGUAGE sql AS 'SELECT true';"
        "CREATE FOREIGN DATA WRAPPER w HANDLER postgres_fdw_handler VALIDATOR check_it OPTIONS (debug "
        "'true');"
        "CREATE SERVER s TYPE 'pg' VERSION '15' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', port "
        "'5433');"
        "CREATE ROLE ls_outside; CREATE USER MAPPING FOR ls_outside SERVER s OPTIONS (\"user\" 'u', password "
        "'x');"
        "CREATE USER MAPPING FOR PUBLIC SERVER s; CREATE SERVER bare FOREIGN DATA WRAPPER w;"
        "CREATE FOREIGN TABLE f (a int OPTIONS (column_name 'b') NOT NULL, c text COLLATE \"C\" DEFAULT 'x',"
        " CHECK (a > 0)) SERVER s OPTIONS (schema_name 'o', table_name 't');"
        "COMMENT ON FOREIGN TABLE f IS 'far'; COMMENT ON SERVER s IS 's'; COMMENT ON COLUMN f.a IS 'a';"
        "COMMENT ON FOREIGN DATA WRAPPER w IS 'w'; CREATE VIEW v AS SELECT a FROM f;");
    outsideCase(
        "foreign options change",
        "CREATE EXTENSION postgres_fdw; CREATE FOREIGN DATA WRAPPER w OPTIONS (a '1', b '2');"
        "CREATE SERVER s VERSION '1' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', port '5433');"
        "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (\"user\" 'u');"
        "CREATE FOREIGN TABLE f (a int OPTIONS (column_name 'b'), b int) SERVER s OPTIONS (table_name 't');",
        "CREATE EXTENSION postgres_fdw;"
        "CREATE FOREIGN DATA WRAPPER w HANDLER postgres_fdw_handler VALIDATOR postgres_fdw_validator;"
        "CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'it''s', dbname 'd');"
        "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (\"user\" 'v', password 'new');"
        "CREATE FOREIGN TABLE f (a bigint OPTIONS (column_name 'c'), b int OPTIONS (column_name 'x'), d text)"
        " SERVER s OPTIONS (schema_name 'o');");
    outsideCase(
        "file_fdw checks all options together",
        "CREATE EXTENSION file_fdw; CREATE SERVER s FOREIGN DATA WRAPPER file_fdw;"
        "CREATE FOREIGN TABLE f (a int) SERVER s OPTIONS (filename '/tmp/a', format 'csv', header 'true');",
        "CREATE EXTENSION file_fdw; CREATE SERVER s FOREIGN DATA WRAPPER file_fdw;"
        "CREATE FOREIGN TABLE f (a int) SERVER s OPTIONS (program 'cat /tmp/a', format 'text');");
    outsideCase("server gets another type below foreign tables",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s TYPE 'a' FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE USER MAPPING FOR PUBLIC SERVER s; CREATE FOREIGN TABLE f (a int, b text) SERVER s;"
                "CREATE VIEW v AS SELECT a FROM f; COMMENT ON FOREIGN TABLE f IS 'kept';",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s TYPE 'b' FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE USER MAPPING FOR PUBLIC SERVER s; CREATE FOREIGN TABLE f (a int, b text) SERVER s;"
                "CREATE VIEW v AS SELECT a FROM f; COMMENT ON FOREIGN TABLE f IS 'kept';");
    outsideCase("foreign table moves to another server",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE FOREIGN TABLE f (a int) SERVER s;",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER z FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE FOREIGN TABLE f (a int) SERVER z OPTIONS (table_name 'x');");
    outsideCase("table becomes foreign",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE TABLE f (a int);",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE FOREIGN TABLE f (a int) SERVER s;");
    outsideCase("partition is foreign",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE TABLE p (a int) PARTITION BY RANGE (a);",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE TABLE p (a int, b text) PARTITION BY RANGE (a);"
                "CREATE FOREIGN TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (5) SERVER s OPTIONS "
                "(table_name 'x');");
    outsideCase("trigger and not null on a foreign table",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE FOREIGN TABLE f (a int, gone text) SERVER s;",
                "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;"
                "CREATE FOREIGN TABLE f (a int NOT NULL DEFAULT 3, CONSTRAINT k CHECK (a > 1)) SERVER s;"
                "CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
                "CREATE TRIGGER tr BEFORE INSERT ON f FOR EACH ROW EXECUTE FUNCTION g();");
}

void addPublications()
{
    const char *const tables = "CREATE TABLE a (id int PRIMARY KEY, x int, y text); CREATE TABLE b (id int "
                               "PRIMARY KEY); CREATE SCHEMA s;";
    const auto withTables = [tables](const char *sql) -> QString {
        return QLatin1String(tables) + QLatin1String(sql);
    };
    const auto pair = [&](const char *name, const char *current, const char *target) {
        QTest::newRow(name) << withTables(current) << withTables(target);
    };
    pair("publication comes with members", "",
         "CREATE PUBLICATION l FOR TABLE a (id, x) WHERE (x > 3);"
         "CREATE PUBLICATION p FOR TABLE a WHERE (x > 3), b, TABLES IN SCHEMA s"
         " WITH (publish = 'insert, delete', publish_via_partition_root = true);"
         "CREATE PUBLICATION everything FOR ALL TABLES; COMMENT ON PUBLICATION p IS 'p';");
    pair("publication options and members change",
         "CREATE PUBLICATION p FOR TABLE a WITH (publish = 'insert');",
         "CREATE PUBLICATION p FOR TABLE b, TABLES IN SCHEMA s WITH (publish_via_partition_root = true);");
    pair("publication gets all tables", "CREATE PUBLICATION p FOR TABLE a;",
         "CREATE PUBLICATION p FOR ALL TABLES;");
    outsideCase("columns of a column list and a row filter go and change type",
                "CREATE TABLE a (id int PRIMARY KEY, x int, gone int, z int);"
                "CREATE PUBLICATION p FOR TABLE a (id, x, gone) WHERE (z > 1); CREATE PUBLICATION q FOR "
                "TABLE a (id, x);",
                "CREATE TABLE a (id int PRIMARY KEY, x bigint, z bigint, fresh text);"
                "CREATE PUBLICATION p FOR TABLE a (fresh, id, x) WHERE (z > 2); CREATE PUBLICATION q FOR "
                "TABLE a (id, x);");
    pair("column list gives way to a schema", "CREATE PUBLICATION p FOR TABLE a (id);",
         "CREATE PUBLICATION p FOR TABLES IN SCHEMA s;");
    outsideCase("published table goes",
                "CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE PUBLICATION p FOR TABLE a, b;",
                "CREATE TABLE b (id int); CREATE PUBLICATION p FOR TABLE b;");
    outsideCase(
        "publication goes with its tables and schema",
        "CREATE SCHEMA s; CREATE TABLE s.a (id int); CREATE PUBLICATION p FOR TABLE s.a, TABLES IN SCHEMA s;",
        "");
    outsideCase("published table is partitioned anew",
                "CREATE TABLE a (id int, d int) PARTITION BY RANGE (id); CREATE PUBLICATION p FOR TABLE a;",
                "CREATE TABLE a (id int, d int) PARTITION BY RANGE (d); CREATE PUBLICATION p FOR TABLE a;");
}

void addSubscriptions()
{
    outsideCase(
        "subscription comes", "",
        "CREATE SUBSCRIPTION s CONNECTION 'host=h password=geheim dbname=d' PUBLICATION p, \"Q\""
        " WITH (connect = false, slot_name = 'slot', binary = true, two_phase = true);"
        "CREATE SUBSCRIPTION bare CONNECTION 'host=h' PUBLICATION p WITH (connect = false, slot_name = NONE);"
        "COMMENT ON SUBSCRIPTION s IS 'reads';");
    outsideCase("subscription changes",
                "CREATE SUBSCRIPTION s CONNECTION 'host=h dbname=d' PUBLICATION p WITH (connect = false, "
                "slot_name = 'a',"
                " disable_on_error = true);",
                "CREATE SUBSCRIPTION s CONNECTION 'host=i dbname=d' PUBLICATION p, q WITH (connect = false,"
                " slot_name = 'b', binary = true, streaming = true, synchronous_commit = 'remote_apply');");
    outsideCase(
        "subscription that is made anew and one without a slot",
        "CREATE SUBSCRIPTION s CONNECTION 'host=h' PUBLICATION p WITH (connect = false);"
        "CREATE SUBSCRIPTION t CONNECTION 'host=h' PUBLICATION p WITH (connect = false, slot_name = 'x');",
        "CREATE SUBSCRIPTION s CONNECTION 'host=h' PUBLICATION p WITH (connect = false, two_phase = true);"
        "CREATE SUBSCRIPTION t CONNECTION 'host=h' PUBLICATION p WITH (connect = false, slot_name = NONE);");
    outsideCase("subscription without streaming",
                "CREATE SUBSCRIPTION s CONNECTION 'host=h' PUBLICATION p WITH (connect = false, binary = true,"
                " streaming = false);",
                "");
    outsideCase(
        "scripts that would connect", "",
        "CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (copy_data = true, "
        "binary = true);"
        "CREATE SUBSCRIPTION t CONNECTION 'host=nowhere.invalid' PUBLICATION p; ALTER SUBSCRIPTION t ENABLE;"
        "ALTER SUBSCRIPTION t ADD PUBLICATION r; ALTER SUBSCRIPTION t REFRESH PUBLICATION;"
        "CREATE SUBSCRIPTION u CONNECTION 'host=nowhere.invalid' PUBLICATION p; DROP SUBSCRIPTION u;");
}

void addTablespaces()
{
    outsideCase(
        "tablespaces change",
        "CREATE TABLE t (a int) TABLESPACE fast; CREATE INDEX i ON t (a);"
        "CREATE MATERIALIZED VIEW m AS SELECT 1 AS x; CREATE TABLE k (a int PRIMARY KEY USING INDEX "
        "TABLESPACE fast);",
        "CREATE TABLE t (a int); CREATE INDEX i ON t (a) TABLESPACE fast;"
        "CREATE MATERIALIZED VIEW m TABLESPACE fast AS SELECT 1 AS x; CREATE TABLE k (a int PRIMARY KEY);");
    outsideCase("default_tablespace of a dump",
                "SET default_tablespace = slow; CREATE TABLE t (a int); SET default_tablespace = '';"
                "CREATE TABLE u (a int);",
                "CREATE TABLE t (a int); CREATE TABLE u (a int);");
}

} // namespace

void TestOutsideKinds::initTestCase()
{
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
}

void TestOutsideKinds::convergesBothWays_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    addTextSearch();
    addForeignData();
    addPublications();
    addSubscriptions();
    addTablespaces();
}

void TestOutsideKinds::convergesBothWays()
{
    QFETCH(const QString, current);
    QFETCH(const QString, target);
    static const QRegularExpression newer(
        QStringLiteral("TABLES IN SCHEMA|TABLE a \\(id, |TABLE a \\(id\\)|two_phase|disable_on_error|binary|"
                       "TABLE a;.*PARTITION"));
    if (m_server->version() < 150000 && newer.match(current + target).hasMatch())
        QSKIP("This server does not know the syntax.");
    const testing::RoundTrip trip = testing::roundTrip(m_server, current, target);
    if (!trip.isGood())
        qInfo("%s", qPrintable(trip.scripts));
    QVERIFY2(trip.isGood(), qPrintable(trip.reason()));
    const testing::RoundTrip other = testing::roundTrip(m_server, target, current);
    if (!other.isGood())
        qInfo("%s", qPrintable(other.scripts));
    QVERIFY2(other.isGood(), qPrintable(other.reason()));
}

QTEST_GUILESS_MAIN(TestOutsideKinds)
#include "tst_outsidekinds.moc"
