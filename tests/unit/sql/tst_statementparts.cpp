#include <model/sql/parser.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::sql;

/// Small facts that only some rules ask for.
class TestStatementParts : public QObject
{
    Q_OBJECT

private slots:
    void readsTheColumnsThatAreNamed_data();
    void readsTheColumnsThatAreNamed();
    void tellsOrdinaryIndexesFromOthers();
    void readsWhatTypesAreMadeOf();
    void tellsAllTriggersFromOne();

private:
    template <typename T>
    [[nodiscard]] static T parsed(const char *sql)
    {
        const base::Result<Statement> statement = parse(QString::fromUtf8(sql));
        const T *found = statement.has_value() ? statement->as<T>() : nullptr;
        return found ? *found : T();
    }
};

void TestStatementParts::readsTheColumnsThatAreNamed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *sql, const char *columns) {
        QTest::newRow(sql) << QString::fromUtf8(sql) << QString::fromUtf8(columns);
    };
    row("UPDATE t SET a = 1, b = 2, a = 3 WHERE c", "a,b,a");
    row("UPDATE t SET (a, b) = (1, 2), \"A\" = 3", "a,b,A");
    row("UPDATE t SET a.x = 1, a[1] = 2, b = 3", "b");
    row("INSERT INTO t (a, b.x, c) VALUES (1, 2, 3)", "a,c");
    row("INSERT INTO t SELECT a FROM s", "");
    row("CREATE VIEW v AS SELECT 1 AS a, t.b, f(c), d e FROM t", "a,b,e");
    row("CREATE VIEW v (x) AS SELECT 1 a, 2 b", "x,b");
    row("CREATE VIEW v AS SELECT *, t.* FROM t", "");
}

void TestStatementParts::readsTheColumnsThatAreNamed()
{
    QFETCH(QString, sql);
    QFETCH(QString, columns);
    const base::Result<Statement> statement = parse(sql);
    QVERIFY(statement.has_value());
    QStringList found;
    if (const auto *update = statement->as<Update>())
        found = update->columns;
    else if (const auto *insert = statement->as<Insert>())
        found = insert->columns;
    else if (const auto *view = statement->as<CreateView>())
        found = view->columns;
    else
        QFAIL("no such statement");
    QCOMPARE(found.join(QLatin1Char(',')), columns);
}

void TestStatementParts::tellsOrdinaryIndexesFromOthers()
{
    QVERIFY(parsed<CreateIndex>("CREATE INDEX i ON t (a, lower(b))").isOrdinary);
    QVERIFY(!parsed<CreateIndex>("CREATE INDEX i ON t (a, b DESC)").isOrdinary);
    QVERIFY(!parsed<CreateIndex>("CREATE INDEX i ON t (a NULLS FIRST)").isOrdinary);
    QVERIFY(!parsed<CreateIndex>("CREATE INDEX i ON t (a text_pattern_ops)").isOrdinary);
    QVERIFY(!parsed<CreateIndex>("CREATE INDEX i ON t (a COLLATE \"C\")").isOrdinary);
    QCOMPARE(parsed<CreateIndex>("CREATE INDEX i ON t (a) INCLUDE (b, c)").included,
             QStringList({ QStringLiteral("b"), QStringLiteral("c") }));
}

void TestStatementParts::readsWhatTypesAreMadeOf()
{
    QVERIFY(parsed<CreateType>("CREATE TYPE e AS ENUM ('a')").isEnum);
    QVERIFY(!parsed<CreateType>("CREATE TYPE c AS (a int)").isEnum);
    QCOMPARE(parsed<AlterEnum>("ALTER TYPE e ADD VALUE 'x' BEFORE 'y'").neighbor, QStringLiteral("y"));
    QVERIFY(parsed<AlterEnum>("ALTER TYPE e ADD VALUE 'x'").neighbor.isEmpty());
    QCOMPARE(parsed<CreateTable>("CREATE TABLE t (\n  \u00e4 int,\n  b int\n)").columns.back().line, 3);
    QVERIFY(parsed<CreateTable>("CREATE TEMP TABLE t (a int) ON COMMIT DROP").dropsOnCommit);
    QVERIFY(!parsed<CreateTable>("CREATE TEMP TABLE t (a int)").dropsOnCommit);
    QVERIFY(parsed<CreateDomain>("CREATE DOMAIN d AS int CHECK (VALUE > 0)").hasConstraint);
    QVERIFY(parsed<CreateDomain>("CREATE DOMAIN d AS int NOT NULL").hasConstraint);
    QVERIFY(!parsed<CreateDomain>("CREATE DOMAIN d AS int DEFAULT 1").hasConstraint);
    QCOMPARE(parsed<CreateDomain>("CREATE DOMAIN d AS varchar(9)").type.text,
             QStringLiteral("character varying(9)"));
}

void TestStatementParts::tellsAllTriggersFromOne()
{
    const auto all = [](const char *sql) {
        const auto alter = parsed<AlterTable>(sql);
        return std::get<SwitchTrigger>(alter.commands.front().detail).all;
    };
    QVERIFY(all("ALTER TABLE t DISABLE TRIGGER ALL"));
    QVERIFY(!all("ALTER TABLE t DISABLE TRIGGER USER"));
    QVERIFY(!all("ALTER TABLE t ENABLE TRIGGER g"));
}

QTEST_MAIN(TestStatementParts)
#include "tst_statementparts.moc"
