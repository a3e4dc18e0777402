#include <model/scratch/statementkind.h>

#include <QTest>

using lockstep::scratch::kindOf;
using Is = lockstep::scratch::StatementKind;

/// How the statements of a script are treated when a schema is loaded.
class StatementKindTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsKindsApart_data();
    void tellsKindsApart();
};

void StatementKindTest::tellsKindsApart_data()
{
    QTest::addColumn<int>("kind");
    const auto rows = [](Is kind, std::initializer_list<const char *> statements) {
        for (const char *sql : statements)
            QTest::newRow(sql) << int(kind);
    };
    rows(Is::Definition, { "CREATE TABLE t (a int)", "alter table t add b int", "COMMENT ON TABLE t IS 'x'",
                           "GRANT SELECT ON t TO bob", "REVOKE ALL ON t FROM bob", "DO $$BEGIN END$$",
                           "SECURITY LABEL ON TABLE t IS 'x'", "CREATE USER MAPPING FOR bob SERVER s",
                           "SELECT create_hypertable('t', 'at')", "/* DROP */ CREATE TABLE t (a int)",
                           "-- INSERT\nCREATE VIEW v AS SELECT 1", "ALTER EXTENSION e UPDATE", "CALL p()" });
    rows(Is::Drop, { "DROP TABLE t", "drop index if exists i", "DROP EXTENSION e",
                     "DROP USER MAPPING FOR u SERVER s" });
    rows(Is::Settings,
         { "SET search_path = public", "SET SESSION AUTHORIZATION bob", "RESET ROLE",
           "SELECT pg_catalog.set_config('search_path', '', false)", "set local role bob",
           "SELECT set_config('a.b', 'c', false)", "UPDATE pg_catalog.pg_index SET indisvalid = false" });
    rows(Is::IgnoredSettings,
         { "SET client_encoding = 'UTF8'", "SET NAMES 'latin1'", "SET SESSION client_min_messages TO error",
           "SET check_function_bodies = false", "set lc_messages = 'de_DE'" });
    rows(Is::Rows, { "INSERT INTO t VALUES (1)", "COPY t FROM stdin", "UPDATE t SET a = 1", "DELETE FROM t",
                     "TRUNCATE t", "SELECT pg_catalog.setval('s', 1, true)", "SELECT lo_create(1)",
                     "REFRESH MATERIALIZED VIEW m", "select setval('s', 4)" });
    rows(Is::Extension, { "CREATE EXTENSION hstore", "create extension if not exists citext" });
    rows(Is::Subscription, { "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p", "DROP SUBSCRIPTION s",
                             "ALTER SUBSCRIPTION s DISABLE" });
    rows(Is::Role,
         { "CREATE ROLE r", "CREATE USER bob", "ALTER GROUP g ADD USER bob", "alter role r login" });
    rows(Is::OtherDatabase, { "CREATE DATABASE d", "DROP ROLE r", "ALTER SYSTEM SET work_mem = '1GB'",
                              "CREATE TABLESPACE x LOCATION '/'", "ALTER DATABASE d SET a.b = 'c'" });
    rows(Is::Begin, { "BEGIN", "START TRANSACTION", "begin isolation level serializable" });
    rows(Is::Commit, { "COMMIT", "END" });
    rows(Is::Rollback, { "ROLLBACK", "abort" });
    rows(Is::Maintenance,
         { "VACUUM t", "ANALYZE", "LOCK TABLE t", "SAVEPOINT a", "ROLLBACK TO SAVEPOINT a",
           "SET TRANSACTION READ ONLY", "SET CONSTRAINTS ALL DEFERRED", "EXPLAIN SELECT 1", "REINDEX TABLE t",
           "CLUSTER t", "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY" });
}

void StatementKindTest::tellsKindsApart()
{
    const QString sql = QString::fromLatin1(QTest::currentDataTag());
    QTEST(int(kindOf(sql)), "kind");
    QTEST(int(kindOf(QStringLiteral("  -- first a word: DROP\n ") + sql)), "kind");
}

QTEST_GUILESS_MAIN(StatementKindTest)
#include "tst_statementkind.moc"
