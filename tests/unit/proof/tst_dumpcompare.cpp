#include <model/proof/dumpcompare.h>

#include <QTest>

using namespace lockstep::proof;

/// pg_dump texts as the second observer.
class DumpCompareTest : public QObject
{
    Q_OBJECT

private slots:
    void equalSchemasAreEqual_data();
    void equalSchemasAreEqual();
    void differencesAreShown_data();
    void differencesAreShown();
    void namesBothSides();
};

void DumpCompareTest::equalSchemasAreEqual_data()
{
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *a, const char *b) {
        QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b);
    };
    row("column order", "CREATE TABLE t (\n    a integer,\n    b text\n);",
        "CREATE TABLE t (\n    b text,\n    a integer\n);");
    row("commas and parentheses inside a column",
        "CREATE TABLE t (\n a numeric(10,2) DEFAULT 1,\n b text DEFAULT '),('::text,\n \"c,(\" "
        "int\n)\nINHERITS (p);",
        "CREATE TABLE t (\n \"c,(\" int,\n b text DEFAULT '),('::text,\n a numeric(10,2) DEFAULT "
        "1\n)\nINHERITS (p);");
    row("comments", "-- Name: t\n\nCREATE TABLE t (\n    a int\n);", "CREATE TABLE t (\n    a int\n);");
    row("settings",
        "SET statement_timeout = 0;\nSELECT pg_catalog.set_config('search_path', '', false);\nCREATE SCHEMA "
        "s;",
        "CREATE SCHEMA s;");
    row("an owner that only one side states", "CREATE SCHEMA s;\nALTER SCHEMA s OWNER TO bob;",
        "CREATE SCHEMA s;\nALTER SCHEMA s OWNER TO lockstep_scratch;");
    row("privileges that the owner took from himself",
        "CREATE TABLE public.t (\n);\nALTER TABLE public.t OWNER TO bob;\n"
        "REVOKE ALL ON TABLE public.t FROM bob;",
        "CREATE TABLE public.t (\n);\nREVOKE ALL ON TABLE public.t FROM lockstep_scratch;");
    row("a grant to the role that owns the object on the other side",
        "CREATE TABLE public.t (\n);\nALTER TABLE public.t OWNER TO \"a b\";",
        "CREATE TABLE public.t (\n);\nGRANT SELECT ON TABLE public.t TO \"a b\";");
    row("default privileges whose role only one side states",
        "ALTER DEFAULT PRIVILEGES FOR ROLE bob IN SCHEMA s GRANT SELECT ON TABLES  TO carol;",
        "ALTER DEFAULT PRIVILEGES FOR ROLE lockstep_scratch IN SCHEMA s GRANT SELECT ON TABLES  TO carol;");
    row("default privileges that a role took from itself",
        "ALTER DEFAULT PRIVILEGES FOR ROLE bob REVOKE ALL ON TABLES  FROM bob;",
        "ALTER DEFAULT PRIVILEGES FOR ROLE lockstep_scratch REVOKE ALL ON TABLES  FROM lockstep_scratch;");
    row("order of statements", "CREATE SCHEMA a;\nCREATE SCHEMA b;", "CREATE SCHEMA b;\nCREATE SCHEMA a;");
    row("names of NOT NULL that a partition has from its parent",
        "CREATE TABLE s.q (\n    a integer CONSTRAINT p_a_not_null NOT NULL\n);\n"
        "ALTER TABLE ONLY s.p ATTACH PARTITION s.q FOR VALUES IN (1);",
        "CREATE TABLE s.q (\n    a integer NOT NULL\n);\n"
        "ALTER TABLE ONLY s.p ATTACH PARTITION s.q FOR VALUES IN (1);");
    row("places that are set for something else",
        "SET default_tablespace = fast;\nCREATE TABLE t (\n a int\n);\nCREATE VIEW v AS\n SELECT 1;\n"
        "ALTER TABLE ONLY t\n    ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u(a);",
        "CREATE VIEW v AS\n SELECT 1;\nALTER TABLE ONLY t\n    ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES "
        "u(a);\nSET default_tablespace = fast;\nCREATE TABLE t (\n a int\n);");
    row("access method that a partitioned table does not have",
        "SET default_table_access_method = columnar;\nCREATE TABLE p (\n a int\n)\nPARTITION BY LIST (a);",
        "SET default_table_access_method = heap;\nCREATE TABLE p (\n a int\n)\nPARTITION BY LIST (a);");
    row("order of storage parameters",
        "CREATE TABLE s.u (\n    id integer\n)\nWITH (fillfactor='90', autovacuum_enabled=off);\n"
        "CREATE INDEX i ON s.u USING btree (id) WITH (fillfactor='70', deduplicate_items=off);",
        "CREATE TABLE s.u (\n    id integer\n)\nWITH (autovacuum_enabled=off, fillfactor='90');\n"
        "CREATE INDEX i ON s.u USING btree (id) WITH (deduplicate_items=off, fillfactor='70');");
    row("restrict lines", "\\restrict abc\nCREATE SCHEMA a;\n\\unrestrict abc\n", "CREATE SCHEMA a;");
}

void DumpCompareTest::equalSchemasAreEqual()
{
    QFETCH(const QString, actual);
    QFETCH(const QString, expected);
    QCOMPARE(compareDumps(actual, expected), QStringList());
}

void DumpCompareTest::differencesAreShown_data()
{
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *a, const char *b) {
        QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b);
    };
    row("name of a table's own NOT NULL", "CREATE TABLE t (\n a int CONSTRAINT n NOT NULL\n);",
        "CREATE TABLE t (\n a int NOT NULL\n);");
    row("type", "CREATE TABLE t (\n a int\n);", "CREATE TABLE t (\n a bigint\n);");
    row("tablespace of a table",
        "SET default_tablespace = '';\nCREATE TABLE a (\n);\nSET default_tablespace = fast;\n"
        "CREATE TABLE b (\n);",
        "SET default_tablespace = fast;\nCREATE TABLE a (\n);\nSET default_tablespace = '';\n"
        "CREATE TABLE b (\n);");
    row("tablespace of an index",
        "SET default_tablespace = fast;\nCREATE UNIQUE INDEX i ON t USING btree (a);",
        "CREATE UNIQUE INDEX i ON t USING btree (a);");
    row("tablespace of a key",
        "SET default_tablespace = fast;\nALTER TABLE ONLY t\n    ADD CONSTRAINT \"k k\" PRIMARY KEY (a);",
        "ALTER TABLE ONLY t\n    ADD CONSTRAINT \"k k\" PRIMARY KEY (a);");
    row("access method", "SET default_table_access_method = columnar;\nCREATE TABLE t (\n a int\n);",
        "SET default_table_access_method = heap;\nCREATE TABLE t (\n a int\n);");
    row("order of index columns", "CREATE INDEX i ON t USING btree (a, b);",
        "CREATE INDEX i ON t USING btree (b, a);");
    row("order of composite fields", "CREATE TYPE c AS (\n a int,\n b text\n);",
        "CREATE TYPE c AS (\n b text,\n a int\n);");
    row("one statement twice", "CREATE SCHEMA a;\nCREATE SCHEMA a;", "CREATE SCHEMA a;");
    row("function body", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 1$$;",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 2$$;");
    row("owners that both sides state", "ALTER SCHEMA s OWNER TO bob;", "ALTER SCHEMA s OWNER TO alice;");
    row("default privileges of two roles",
        "ALTER DEFAULT PRIVILEGES FOR ROLE bob GRANT SELECT ON TABLES  TO carol;",
        "ALTER DEFAULT PRIVILEGES FOR ROLE alice GRANT SELECT ON TABLES  TO carol;");
    row("another role that granted",
        "SET SESSION AUTHORIZATION bob;\nGRANT SELECT ON TABLE public.t TO carol;\nRESET SESSION "
        "AUTHORIZATION;",
        "GRANT SELECT ON TABLE public.t TO carol;");
    row("a grant to a role that owns the object on neither side", "GRANT SELECT ON TABLE public.t TO bob;",
        "CREATE SCHEMA a;");
    row("a SET inside a body", "CREATE FUNCTION f() AS $$\nSET x = 1;\n$$;",
        "CREATE FUNCTION f() AS $$\n$$;");
}

void DumpCompareTest::differencesAreShown()
{
    QFETCH(const QString, actual);
    QFETCH(const QString, expected);
    QVERIFY(!compareDumps(actual, expected).isEmpty());
}

void DumpCompareTest::namesBothSides()
{
    const QStringList differences = compareDumps(QStringLiteral("CREATE SCHEMA a;\nCREATE SCHEMA b;"),
                                                 QStringLiteral("CREATE SCHEMA b;\nCREATE SCHEMA c;"));
    QCOMPARE(differences,
             QStringList({ QStringLiteral("- CREATE SCHEMA a"), QStringLiteral("+ CREATE SCHEMA c") }));
}

QTEST_GUILESS_MAIN(DumpCompareTest)
#include "tst_dumpcompare.moc"
