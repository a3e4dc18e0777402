#include <QTest>

#include <tests/support/plainharness.h>

using namespace lockstep;

/// The plain plan on a real server: forward gives the target, backward the current schema, and no
/// table is ever dropped because of something that hangs on it.
class TestPlainCases : public QObject
{
    Q_OBJECT

private slots:
    void convergesBothWays_data();
    void convergesBothWays();
    void changesNotNullConstraints_data();
    void changesNotNullConstraints();
    void neverDropsATable_data();
    void neverDropsATable();
};

namespace {

void addCase(const char *name, const char *current, const char *target)
{
    QTest::newRow(name) << QString::fromLatin1(current) << QString::fromLatin1(target);
}

} // namespace

void TestPlainCases::convergesBothWays_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    addCase("view groups by a primary key", "",
            "CREATE TABLE t (id int PRIMARY KEY, a text); CREATE VIEW v AS SELECT id, a FROM t GROUP BY id;");
    addCase(
        "default calls a new function", "CREATE TABLE t (id int);",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (id int DEFAULT f());");
    addCase("check, index and generated column call a new function", "CREATE TABLE t (a int);",
            "CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 + 1';"
            "CREATE TABLE t (a int CHECK (f(a) > 0), g int GENERATED ALWAYS AS (f(a)) STORED);"
            "CREATE INDEX i ON t (f(a)) WHERE f(a) > 3;");
    addCase("sql function reads a new table", "",
            "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) "
            "FROM public.t';");
    addCase("function signature changes below check, generated column and policy",
            "CREATE FUNCTION f(int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';"
            "CREATE TABLE t (a int CHECK (f(a)), g bool GENERATED ALWAYS AS (f(a)) STORED); CREATE INDEX i "
            "ON t (g);"
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (f(a));",
            "CREATE FUNCTION f(bigint) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';"
            "CREATE TABLE t (a int CHECK (f(a)), g bool GENERATED ALWAYS AS (f(a)) STORED); CREATE INDEX i "
            "ON t (g);"
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (f(a));");
    addCase("return type changes below a view and a view of it",
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT f() AS x;"
            "CREATE VIEW w AS SELECT x FROM v; COMMENT ON VIEW w IS 'kept';",
            "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT f() AS x;"
            "CREATE VIEW w AS SELECT x FROM v; COMMENT ON VIEW w IS 'kept';");
    addCase(
        "column type changes below views, materialized views, rules, policies and generated columns",
        "CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 3, g int GENERATED ALWAYS AS (a * 2) STORED);"
        "CREATE VIEW v AS SELECT a FROM t; CREATE MATERIALIZED VIEW m AS SELECT a FROM v;"
        "CREATE INDEX mi ON m (a); CREATE RULE r AS ON UPDATE TO t WHERE new.a > 3 DO ALSO NOTHING;"
        "CREATE POLICY p ON t USING (a > 0);",
        "CREATE TABLE t (id int PRIMARY KEY, a bigint DEFAULT 3, g int GENERATED ALWAYS AS (a * 2) STORED);"
        "CREATE VIEW v AS SELECT a FROM t; CREATE MATERIALIZED VIEW m AS SELECT a FROM v;"
        "CREATE INDEX mi ON m (a); CREATE RULE r AS ON UPDATE TO t WHERE new.a > 3 DO ALSO NOTHING;"
        "CREATE POLICY p ON t USING (a > 0);");
    addCase("trigger on a column whose type changes",
            "CREATE TABLE t (a int, b int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN "
            "RETURN new; END';"
            "CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();",
            "CREATE TABLE t (a text, b int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN "
            "RETURN new; END';"
            "CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();");
    addCase(
        "mutual foreign keys come and go", "",
        "CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);"
        "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;");
    addCase(
        "mutual foreign keys go",
        "CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);"
        "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;",
        "");
    addCase("serial column goes with its table",
            "CREATE TABLE t (id serial PRIMARY KEY, a text); CREATE INDEX i ON t (a);"
            "COMMENT ON COLUMN t.a IS 'x'; GRANT SELECT ON t TO PUBLIC;",
            "");
    addCase("serial becomes identity", "CREATE TABLE t (id serial PRIMARY KEY);",
            "CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);");
    addCase("identity becomes serial",
            "CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);",
            "CREATE TABLE t (id serial PRIMARY KEY);");
    addCase("new label is used by a default, a check and an index",
            "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (x e);",
            "CREATE TYPE e AS ENUM ('0', 'a', 'b'); CREATE TABLE t (x e DEFAULT 'b' CHECK (x <> '0'));"
            "CREATE INDEX i ON t (x) WHERE x = 'b';");
    addCase("label goes from a type with everything on it",
            "CREATE TYPE e AS ENUM ('a', 'b', 'c'); COMMENT ON TYPE e IS 'kinds';"
            "CREATE TABLE t (x e DEFAULT 'a' CHECK (x <> 'b'), y e[]); CREATE INDEX i ON t (x) WHERE x = 'a';"
            "CREATE VIEW v AS SELECT x FROM t WHERE x = 'a';"
            "CREATE FUNCTION f(e) RETURNS e LANGUAGE sql AS 'SELECT $1';",
            "CREATE TYPE e AS ENUM ('b', 'a'); COMMENT ON TYPE e IS 'kinds';"
            "CREATE TABLE t (x e DEFAULT 'a' CHECK (x <> 'b'), y e[]); CREATE INDEX i ON t (x) WHERE x = 'a';"
            "CREATE VIEW v AS SELECT x FROM t WHERE x = 'a';"
            "CREATE FUNCTION f(e) RETURNS e LANGUAGE sql AS 'SELECT $1';");
    addCase("domain changes its base type below a column",
            "CREATE DOMAIN d AS int CHECK (value > 0); CREATE TABLE t (x d DEFAULT 4);",
            "CREATE DOMAIN d AS bigint CHECK (value > 0); CREATE TABLE t (x d DEFAULT 4);");
    addCase("policy reads another new table", "CREATE TABLE t (a int);",
            "CREATE TABLE t (a int); CREATE TABLE u (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;"
            "CREATE POLICY p ON t USING (EXISTS (SELECT FROM u WHERE u.a = t.a));");
    addCase("view becomes a table",
            "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM v;",
            "CREATE TABLE t (a int); CREATE TABLE v (a int); CREATE VIEW w AS SELECT a FROM v;");
    addCase("constraint and index change places", "CREATE TABLE t (a int); CREATE UNIQUE INDEX k ON t (a);",
            "CREATE TABLE t (a int CONSTRAINT k UNIQUE);");
    addCase(
        "partitioned table with named keys, indexes and triggers", "",
        "CREATE TABLE p (id int, d date NOT NULL, CONSTRAINT pk PRIMARY KEY (id, d)) PARTITION BY RANGE (d);"
        "CREATE INDEX pi ON p (d); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO "
        "('2021-01-01');"
        "ALTER INDEX p1_d_idx RENAME TO other; CREATE INDEX own ON p1 (id);"
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
        "CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();");
    addCase("index on a partitioned table that is there",
            "CREATE TABLE p (id int, d date) PARTITION BY RANGE (d);"
            "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');",
            "CREATE TABLE p (id int, d date, PRIMARY KEY (id, d)) PARTITION BY RANGE (d);"
            "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01'); CREATE INDEX "
            "pi ON p (id);");
    addCase("partition gets another bound",
            "CREATE TABLE p (d int) PARTITION BY RANGE (d); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM "
            "(1) TO (5);",
            "CREATE TABLE p (d int) PARTITION BY RANGE (d); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM "
            "(1) TO (9);");
    addCase("varchar list in a check", "CREATE TABLE t (s varchar(9));",
            "CREATE TABLE t (s varchar(9) CHECK (s IN ('a', 'b'))); CREATE INDEX i ON t (s) WHERE s NOT IN "
            "('x', 'y');");
    addCase("table options, security and replica identity",
            "CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX i ON t (a);",
            "CREATE UNLOGGED TABLE t (a int NOT NULL) WITH (fillfactor = 70, autovacuum_enabled = false);"
            "CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t REPLICA IDENTITY USING INDEX i;"
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;"
            "ALTER TABLE t ALTER a SET STATISTICS 50;");
    addCase("foreign key becomes deferrable and valid",
            "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int);"
            "ALTER TABLE b ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES a NOT VALID;",
            "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int);"
            "ALTER TABLE b ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES a DEFERRABLE INITIALLY DEFERRED;");
    addCase("names that need quotes", "",
            "CREATE SCHEMA \"My Schema\"; CREATE TYPE \"My Schema\".\"E\" AS ENUM ('it''s');"
            "CREATE TABLE \"My Schema\".\"select\" (\"a b\" \"My Schema\".\"E\" DEFAULT 'it''s', \"C\" int);"
            "CREATE INDEX \"I x\" ON \"My Schema\".\"select\" (\"a b\"); COMMENT ON COLUMN \"My "
            "Schema\".\"select\".\"a b\" IS 'q''q';"
            "GRANT SELECT (\"C\") ON \"My Schema\".\"select\" TO PUBLIC;");
    addCase("primary key changes below a foreign key",
            "CREATE TABLE a (x int PRIMARY KEY, y int UNIQUE); CREATE TABLE b (x int REFERENCES a (x));",
            "CREATE TABLE a (x int UNIQUE, y int PRIMARY KEY); CREATE TABLE b (x int REFERENCES a (x));");
    addCase("foreign key columns change type on both ends",
            "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES a);",
            "CREATE TABLE a (id text PRIMARY KEY); CREATE TABLE b (a text REFERENCES a);");
    addCase("generated column changes its expression",
            "CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 1) STORED);"
            "CREATE INDEX i ON t (g); CREATE VIEW v AS SELECT g FROM t;",
            "CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 2) STORED);"
            "CREATE INDEX i ON t (g); CREATE VIEW v AS SELECT g FROM t;");
    addCase("storage, compression and column options", "CREATE TABLE t (a text, b numeric);",
            "CREATE TABLE t (a text COMPRESSION pglz, b numeric); ALTER TABLE t ALTER a SET STORAGE external;"
            "ALTER TABLE t ALTER b SET STORAGE plain; ALTER TABLE t ALTER b SET (n_distinct = 5);");
    addCase("storage outlives a new type",
            "CREATE TABLE t (a varchar(9)); ALTER TABLE t ALTER a SET STORAGE external;",
            "CREATE TABLE t (a text); ALTER TABLE t ALTER a SET STORAGE external;");
    addCase("composite type below a column changes an attribute's type",
            "CREATE TYPE c AS (x int, y text); CREATE TABLE t (a c, b c[]);",
            "CREATE TYPE c AS (x bigint, y text); CREATE TABLE t (a c, b c[]);");
    addCase("inheritance begins and ends",
            "CREATE TABLE p (a int); CREATE TABLE q (b int); CREATE TABLE c (a int, b int) INHERITS (q);",
            "CREATE TABLE p (a int); CREATE TABLE q (b int); CREATE TABLE c (a int, b int) INHERITS (p);");
    addCase("generated column becomes a plain one",
            "CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 1) STORED); CREATE INDEX i ON t (g);",
            "CREATE TABLE t (a int, g int DEFAULT 4); CREATE INDEX i ON t (g);");
    addCase("plain column becomes a generated one",
            "CREATE TABLE t (a int, g int DEFAULT 4); CREATE INDEX i ON t (g);",
            "CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a + 1) STORED); CREATE INDEX i ON t (g);");
    addCase("function gets another default and argument name",
            "CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS "
            "SELECT f(2);",
            "CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 2'; CREATE VIEW v AS SELECT f(2);");
    addCase("function becomes a procedure",
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
            "CREATE PROCEDURE f(a int) LANGUAGE sql AS 'SELECT 1';");
    addCase("column goes from below a view and an index",
            "CREATE TABLE t (a int, b int); CREATE INDEX i ON t (b, a); CREATE VIEW v AS SELECT a, b FROM t;",
            "CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE VIEW v AS SELECT a FROM t;");
    addCase(
        "view options and instead-of trigger", "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;",
        "CREATE TABLE t (a int, b int); CREATE VIEW v WITH (security_invoker = true) AS SELECT a, b FROM t;"
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
        "CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();");
    addCase("sequence changes its owner and its limits",
            "CREATE SEQUENCE s; CREATE TABLE t (a int, b int); ALTER SEQUENCE s OWNED BY t.a;",
            "CREATE SEQUENCE s AS integer INCREMENT 5 MAXVALUE 1000 CYCLE; CREATE TABLE t (a int, b int);"
            "ALTER SEQUENCE s OWNED BY t.b;");
    addCase("sequence outlives the table that owned it",
            "CREATE SEQUENCE s; CREATE TABLE t (a int); ALTER SEQUENCE s OWNED BY t.a;",
            "CREATE SEQUENCE s;");
    addCase("exclusion constraint and statistics", "CREATE TABLE t (r int4range, a int, b int);",
            "CREATE TABLE t (r int4range, a int, b int, CONSTRAINT x EXCLUDE USING gist (r WITH &&));"
            "CREATE STATISTICS st (dependencies) ON a, b FROM t;");
    addCase("partitioned column gets another type and a default",
            "CREATE TABLE p (a int, d date) PARTITION BY RANGE (d);"
            "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');",
            "CREATE TABLE p (a bigint NOT NULL DEFAULT 3 CHECK (a > 0), d date) PARTITION BY RANGE (d);"
            "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');");
    addCase("typed table", "CREATE TYPE c AS (x int, y text);",
            "CREATE TYPE c AS (x int, y text); CREATE TABLE t OF c (PRIMARY KEY (x));");
    addCase("publication of a new table", "",
            "CREATE TABLE t (a int PRIMARY KEY); CREATE PUBLICATION pub FOR TABLE t;");
    addCase("domain gets a constraint, a default and NOT NULL",
            "CREATE DOMAIN d AS text; CREATE TABLE t (x d);",
            "CREATE DOMAIN d AS text DEFAULT 'a' NOT NULL CONSTRAINT c CHECK (value <> ''); CREATE TABLE t "
            "(x d);");
    addCase("trigger is disabled and changes",
            "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN "
            "new; END';"
            "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"
            "CREATE TRIGGER y BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
            "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN "
            "new; END';"
            "CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"
            "CREATE TRIGGER y BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t DISABLE "
            "TRIGGER y;");
}

void TestPlainCases::convergesBothWays()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    if (testing::server() && testing::server()->version() / 10000 < testing::majorFor(current + target))
        QSKIP("This version of PostgreSQL has no such feature.");
    const auto run = testing::runPlain(current, target);
    QVERIFY2(run.failure.isEmpty(),
             qPrintable(run.failure + QLatin1Char('\n') + testing::describe(run.plan)));
    QVERIFY(!run.plan.actions.empty());
}

void TestPlainCases::changesNotNullConstraints_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const char *byDefault = "CREATE TABLE t (a int NOT NULL)";
    const char *named = "CREATE TABLE t (a int CONSTRAINT n NOT NULL)";
    const char *open = "CREATE TABLE t (a int)";
    const char *notValid = "CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID";
    addCase("name", byDefault, named);
    addCase("named one comes", open, named);
    addCase("is validated", notValid, named);
    addCase("is validated and renamed", notValid, byDefault);
    addCase("comes not valid", open, notValid);
    addCase("table with a named one", "CREATE SCHEMA s",
            QByteArray("CREATE SCHEMA s; ").append(named).constData());
    addCase("table with one that is not valid", "CREATE SCHEMA s",
            QByteArray("CREATE SCHEMA s; ").append(notValid).constData());
    addCase("of a parent", "CREATE TABLE p (a int NOT NULL); CREATE TABLE q () INHERITS (p)",
            "CREATE TABLE p (a int CONSTRAINT n NOT NULL); CREATE TABLE q () INHERITS (p)");
}

void TestPlainCases::changesNotNullConstraints()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    if (testing::server() && testing::server()->version() < 180000)
        QSKIP("Before PostgreSQL 18 NOT NULL is no constraint.");
    const auto run = testing::runPlain(current, target);
    QVERIFY2(run.failure.isEmpty(),
             qPrintable(run.failure + QLatin1Char('\n') + testing::describe(run.plan)));
    QVERIFY(!run.plan.actions.empty());
}

void TestPlainCases::neverDropsATable_data()
{
    convergesBothWays_data();
}

void TestPlainCases::neverDropsATable()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    if (testing::server() && testing::server()->version() / 10000 < testing::majorFor(current + target))
        QSKIP("This version of PostgreSQL has no such feature.");
    const auto run = testing::runPlain(current, target);
    for (const schema::Fact &fact : run.current->facts()) {
        if (fact.id.kind != schema::Kind::Table || !run.target->find(fact.id))
            continue;
        const QString drop = QStringLiteral("DROP TABLE ") + schema::sqlName(fact.id);
        QVERIFY2(!run.forward().contains(drop), qPrintable(drop));
    }
}

QTEST_GUILESS_MAIN(TestPlainCases)
#include "tst_plaincases.moc"
