#include "statementtext.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace lockstep;
using namespace lockstep::sql;

class TestParser : public QObject
{
    Q_OBJECT

private slots:
    void readsStatements_data();
    void readsStatements();
    void readsExpressions_data();
    void readsExpressions();
    void refusesWithAPosition_data();
    void refusesWithAPosition();
    void knowsWhatRunsOutsideATransaction_data();
    void knowsWhatRunsOutsideATransaction();
    void recognisesTransactionControl();
    void tellsTheLineOfEachSubcommand();
    void parsesInManyThreads();
};

void TestParser::readsStatements_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *sql, const char *expected) {
        QTest::newRow(sql) << QString::fromUtf8(sql) << QString::fromUtf8(expected);
    };
    row("ALTER TABLE ONLY a.t ADD COLUMN IF NOT EXISTS x int NOT NULL DEFAULT 0 CHECK (x > 0)",
        "alter only a.t: add x integer not-null = 0 check (x) [x > 0] if-not-exists");
    row("ALTER TABLE t ADD x varchar(20) DEFAULT NULL", "alter t: add x character varying(20)");
    row("ALTER TABLE t ADD x numeric(10,2)[] DEFAULT coalesce(f(1, 2), 3) NOT NULL",
        "alter t: add x numeric(10,2)[] not-null = coalesce(f(1, 2), 3)");
    row("ALTER TABLE t ADD x timestamp(3) with time zone DEFAULT (now())",
        "alter t: add x timestamp(3) with time zone = (now())");
    row("ALTER TABLE t ADD x bigserial", "alter t: add x bigint serial not-null");
    row("ALTER TABLE t ADD x int GENERATED ALWAYS AS IDENTITY", "alter t: add x integer not-null identity");
    row("ALTER TABLE t ADD x int GENERATED ALWAYS AS (a * 2) STORED",
        "alter t: add x integer = a * 2 stored");
    row("ALTER TABLE t ADD x int GENERATED ALWAYS AS (a * 2) VIRTUAL",
        "alter t: add x integer = a * 2 virtual");
    row("ALTER TABLE t ADD x \"app\".\"Mood\" REFERENCES s.r (id)",
        "alter t: add x app.Mood foreign (x) -> s.r");
    row("ALTER TABLE t ALTER y TYPE varchar(20) USING y::text",
        "alter t: y type character varying(20) y::text trivial");
    row("ALTER TABLE t ALTER y TYPE int USING (y::int + 1)", "alter t: y type integer (y::int + 1)");
    row("ALTER TABLE t ALTER y TYPE interval(3)", "alter t: y type interval(3) ");
    row("ALTER TABLE t ALTER y SET NOT NULL", "alter t: not-null y");
    row("ALTER TABLE t ALTER y SET DEFAULT now()", "alter t: y default now()");
    row("ALTER TABLE t ALTER y DROP DEFAULT", "alter t: y no default");
    row("ALTER TABLE t ALTER y SET EXPRESSION AS (a * 3)", "alter t: y expression");
    row("ALTER TABLE t ADD CONSTRAINT c UNIQUE USING INDEX i", "alter t: add unique c() using i");
    row("ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES s.r (c, d) NOT VALID",
        "alter t: add foreign f(a,b) -> s.r not-valid");
    row("ALTER TABLE t ADD CONSTRAINT c CHECK ((a) > 0 AND b IN (1, 2)) NOT VALID",
        "alter t: add check c(a,b) [(a) > 0 AND b IN (1, 2)] not-valid");
    row("ALTER TABLE t ADD CONSTRAINT n NOT NULL c NOT VALID", "alter t: add not-null n(c) not-valid");
    row("ALTER TABLE t ADD CONSTRAINT n NOT NULL \"C d\"", "alter t: add not-null n(C d)");
    row("ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT ENFORCED",
        "alter t: add check k(a) [a > 0] not-valid");
    row("ALTER TABLE t VALIDATE CONSTRAINT k", "alter t: validate k");
    row("ALTER TABLE t DROP COLUMN x CASCADE", "alter t: drop x");
    row("ALTER TABLE p ATTACH PARTITION s.q DEFAULT", "alter p: attach s.q default");
    row("ALTER TABLE p DETACH PARTITION q CONCURRENTLY", "alter p: detach q concurrently");
    row("ALTER TABLE p DETACH PARTITION q FINALIZE", "alter p: detach q finalize");
    row("ALTER TABLE t SET (fillfactor = 70, autovacuum_enabled = off)",
        "alter t: options fillfactor,autovacuum_enabled");
    row("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON s.t (a, lower(b)) WHERE c > 0",
        "index i on s.t(a,) concurrently unique if-not-exists partial uses c,b");
    row("CREATE INDEX ON ONLY p (a)", "index  on only p(a)");
    row("DROP INDEX CONCURRENTLY IF EXISTS a.b, c", "drop 1 a.b,c concurrently if-exists");
    row("DROP TRIGGER tg ON s.t CASCADE", "drop 11 s.t.tg cascade");
    row("DROP FUNCTION a.f(int)", "drop 8 a.f");
    row("CREATE TABLE t (a int PRIMARY KEY, b int, FOREIGN KEY (b) REFERENCES r) PARTITION BY RANGE (a)",
        "table t: a integer not-null primary (a); b integer; foreign (b) -> r partitioned");
    row("CREATE TABLE x PARTITION OF s.p DEFAULT", "table x:  part of s.p default");
    row("CREATE TABLE x (q int) INHERITS (h)", "table x: q integer inherits h");
    row("CREATE TABLE x (LIKE t INCLUDING ALL)", "table x:  like t");
    row("CREATE OR REPLACE VIEW v AS SELECT * FROM a JOIN s.b USING (x) WHERE EXISTS (SELECT 1 FROM c)",
        "view v from a,s.b,c");
    row("CREATE MATERIALIZED VIEW m AS WITH q AS (SELECT 1 FROM a) SELECT * FROM q, b WITH NO DATA",
        "matview m from b,a no-data");
    row("WITH x AS (DELETE FROM t RETURNING *) UPDATE z SET a = 1 FROM q WHERE z.id = q.id",
        "update z from q,t where");
    row("SELECT 1 FROM t FOR UPDATE", "select t for-update");
    row("ALTER TABLE s.t RENAME a TO b", "rename 16 s.t a to b");
    row("ALTER TYPE e RENAME TO q", "rename 6 e  to q");
    row("COMMENT ON COLUMN s.t.c IS 'x'", "comment 16 s.t.c");
    row("COMMENT ON CONSTRAINT c ON s.t IS NULL", "comment 14 s.t.c");
    row("ALTER DOMAIN s.d ADD CONSTRAINT c CHECK (value > 0) NOT VALID", "domain s.d 4 not-valid");
    row("ALTER DOMAIN d VALIDATE CONSTRAINT c", "domain d 6");
    row("ALTER TYPE s.e ADD VALUE 'x' BEFORE 'y'", "enum s.e+x-");
    row("ALTER TYPE e RENAME VALUE 'a' TO 'b'", "enum e+b-a");
    row("GRANT SELECT ON a.t, u TO PUBLIC", "grant a.t,u");
    row("ALTER SEQUENCE s OWNED BY a.t.c", "sequence s owned a.t");
    row("ALTER SEQUENCE s OWNED BY NONE", "sequence s owned ");
    row("CREATE UNLOGGED TABLE t (a int)", "table t: a integer unlogged");
    row("ALTER TABLE t ENABLE ROW LEVEL SECURITY", "alter t: row security 0");
    row("ALTER TABLE t NO FORCE ROW LEVEL SECURITY", "alter t: row security 3");
    row("ALTER TABLE t REPLICA IDENTITY NOTHING", "alter t: replica identity 1 ");
    row("ALTER TABLE t REPLICA IDENTITY USING INDEX i", "alter t: replica identity 3 i");
    row("DROP DATABASE IF EXISTS d", "drop 23 d if-exists");
    row("NOTIFY x", "other NotifyStmt");
}

void TestParser::readsStatements()
{
    QFETCH(QString, sql);
    QFETCH(QString, expected);
    const auto statement = parse(sql);
    QVERIFY2(statement.has_value(), statement.has_value() ? "" : qPrintable(statement.error().toText()));
    QCOMPARE(described(*statement), expected);
}

void TestParser::readsExpressions_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("functions");
    QTest::addColumn<QStringList>("notNull");
    const auto list = [](const char *words) {
        return QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    const auto row = [&](const char *sql, const char *functions, const char *notNull) {
        QTest::newRow(sql) << QString::fromUtf8(sql) << list(functions) << list(notNull);
    };
    row("a IS NOT NULL", "", "a");
    row("(a IS NOT NULL AND b > 0)", "", "a");
    row("a IS NOT NULL AND b IS NOT NULL", "", "a b");
    row("a IS NOT NULL OR b > 0", "", "");
    row("a > 0", "", "");
    row("NOT a IS NULL", "", "");
    row("now()", "now", "");
    row("billing.tier_of(lower(x))", "billing.tier_of lower", "");
    row("CURRENT_TIMESTAMP", "", "");
    row("nextval('s'::regclass)", "nextval", "");
}

void TestParser::readsExpressions()
{
    QFETCH(QString, sql);
    const auto expression = parseExpression(sql);
    QVERIFY(expression.has_value());
    QTEST(expression->functions, "functions");
    QTEST(expression->notNullColumns, "notNull");
    QCOMPARE(expression->text, sql);
}

void TestParser::refusesWithAPosition_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("misspelt") << QStringLiteral("SELEC 1") << 1 << 1;
    QTest::newRow("second line") << QStringLiteral("ALTER TABLE t\n  ADD CLUMN x y z") << 2 << 15;
    QTest::newRow("after letters of two bytes") << QString::fromUtf8("SELECT 'größe' FROM FROM") << 1 << 21;
    QTest::newRow("after a pair of surrogates")
        << QString::fromUtf8("SELECT '\xF0\x9F\x90\x98' FROM FROM") << 1 << 18;
    QTest::newRow("two statements") << QStringLiteral("SELECT 1;\nSELECT 2") << 1 << 10;
    QTest::newRow("nothing") << QStringLiteral("  -- only a comment") << 1 << 1;
}

void TestParser::refusesWithAPosition()
{
    QFETCH(QString, sql);
    const auto statement = parse(sql);
    QVERIFY(!statement.has_value());
    QCOMPARE(statement.error().kind, base::ErrorKind::Input);
    QVERIFY(statement.error().position.has_value());
    QTEST(statement.error().position->line, "line");
    QTEST(statement.error().position->column, "column");
}

void TestParser::knowsWhatRunsOutsideATransaction_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("outside");
    const auto row = [](const char *sql, int version, bool outside) {
        QTest::addRow("%s on %d", sql, version) << QString::fromUtf8(sql) << version << outside;
    };
    row("CREATE INDEX CONCURRENTLY i ON t (a)", 150000, true);
    row("CREATE INDEX i ON t (a)", 150000, false);
    row("DROP INDEX CONCURRENTLY i", 150000, true);
    row("REINDEX (CONCURRENTLY) INDEX i", 150000, true);
    row("REINDEX (CONCURRENTLY false) INDEX i", 150000, false);
    row("REINDEX SCHEMA s", 150000, true);
    row("ALTER TABLE p DETACH PARTITION q CONCURRENTLY", 150000, true);
    row("ALTER TABLE p DETACH PARTITION q", 150000, false);
    row("REFRESH MATERIALIZED VIEW CONCURRENTLY m", 150000, false);
    row("VACUUM t", 150000, true);
    row("ANALYZE t", 150000, false);
    row("ALTER TYPE e ADD VALUE 'x'", 150000, false);
    row("ALTER TYPE e ADD VALUE 'x'", 110000, true);
    row("CREATE DATABASE d", 150000, true);
    row("DROP DATABASE d", 150000, true);
}

void TestParser::knowsWhatRunsOutsideATransaction()
{
    QFETCH(QString, sql);
    QFETCH(int, version);
    const auto statement = parse(sql);
    QVERIFY(statement.has_value());
    QTEST(mustRunOutsideTransaction(*statement, version), "outside");
}

void TestParser::recognisesTransactionControl()
{
    for (const char *sql : { "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT x", "END" })
        QVERIFY(isTransactionControl(parse(QLatin1String(sql)).value()));
    QVERIFY(!isTransactionControl(parse(QStringLiteral("SELECT 1")).value()));
}

void TestParser::tellsTheLineOfEachSubcommand()
{
    const auto statement = parse(QStringLiteral("-- why\nALTER TABLE IF EXISTS ONLY a.t\n  ADD x int,\n"
                                                "  ADD y numeric(10,\n 2), DROP z,\n  DROP w"));
    const auto *alter = statement.value().as<AlterTable>();
    QVERIFY(alter);
    QVector<int> lines;
    for (const Subcommand &command : alter->commands)
        lines.append(command.line);
    QCOMPARE(lines, QVector<int>({ 3, 4, 5, 6 }));
}

void TestParser::parsesInManyThreads()
{
    std::array<std::thread, 4> threads;
    std::atomic<int> failures = 0;
    for (std::thread &thread : threads) {
        thread = std::thread([&failures] {
            for (int i = 0; i < 200; ++i) {
                const bool good = parse(QStringLiteral("ALTER TABLE t ADD x%1 int").arg(i)).has_value();
                const bool bad = parse(QStringLiteral("ALTER TABLE t ADDD x%1 int int").arg(i)).has_value();
                failures += good && !bad ? 0 : 1;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
}

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
