#include <model/analysis/lint/lint.h>
#include <model/sources/catalogreader.h>
#include <model/sql/parser.h>
#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;

namespace {

const char schemaSql[] = R"(
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TABLE orders (id bigint, user_id bigint, total numeric, note text, state text NOT NULL);
CREATE TABLE "Odd ""t" ("a b" int, "Check" int);
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE parent (a int);
CREATE TABLE child () INHERITS (parent);
CREATE INDEX orders_total ON orders (total);
CREATE MATERIALIZED VIEW sums AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id;
CREATE UNIQUE INDEX ON sums (user_id);
)";

struct Database
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    std::unique_ptr<postgres::Session> session;
    schema::CatalogPtr catalog;
};

Database databaseWith(const QStringList &statements)
{
    Database result;
    auto made = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("fixes"));
    if (!made.has_value())
        return result;
    result.database = std::move(made).value();
    auto session = result.database->open();
    if (!session.has_value() || !(*session)->executeScript(QLatin1String(schemaSql)).has_value())
        return result;
    result.session = std::move(session).value();
    for (const QString &statement : statements) {
        const auto done = result.session->execute(statement);
        if (!done.has_value()) {
            qWarning().noquote() << statement << done.error().toText();
            return result;
        }
    }
    if (const auto catalog = sources::readCatalog(*result.session); catalog.has_value())
        result.catalog = *catalog;
    return result;
}

lint::LintReport linted(const QString &script, const schema::CatalogPtr &catalog)
{
    lint::LintOptions options;
    options.knowsSchema = true;
    const auto report = lint::lint({ { QStringLiteral("x.sql"), script } }, catalog, options, {});
    return report.has_value() ? *report : lint::LintReport();
}

} // namespace

/// What is offered instead of a statement does the same, and keeps nobody waiting.
class TestFixes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void doTheSameWithoutBlocking_data();
    void doTheSameWithoutBlocking();
    void areNotOfferedWhereNothingIsGained_data();
    void areNotOfferedWhereNothingIsGained();
    void keepOldNamesForOldCode();
    void detachConcurrentlyWhereThatIsPossible();

private:
    schema::CatalogPtr m_catalog;
};

void TestFixes::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_catalog = databaseWith({}).catalog;
    QVERIFY(m_catalog);
}

void TestFixes::doTheSameWithoutBlocking_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("statements");
    const auto add = [](const char *statement, int statements) {
        QTest::newRow(statement) << QString::fromUtf8(statement) << statements;
    };
    add("CREATE INDEX i ON orders (user_id)", 1);
    add("CREATE UNIQUE INDEX i ON orders USING btree (id, lower(note)) WHERE total > 0", 1);
    add("CREATE INDEX ON orders (user_id)", 1);
    add("CREATE INDEX IF NOT EXISTS i ON \"Odd \"\"t\" (\"a b\", \"Check\")", 1);
    add("CREATE INDEX events_at ON events (at DESC)", 5);
    add("DROP INDEX orders_total", 1);
    add("DROP INDEX IF EXISTS orders_total, nowhere", 2);
    add("REINDEX TABLE orders", 1);
    add("REINDEX (VERBOSE) INDEX orders_total", 1);
    add("REFRESH MATERIALIZED VIEW sums", 1);
    add("ALTER TABLE orders ALTER user_id SET NOT NULL", 4);
    add("ALTER TABLE events ALTER id SET NOT NULL", 4);
    add("ALTER TABLE orders ADD CHECK (total > 0)", 2);
    add("ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0 AND note <> 'a, b')", 2);
    add("ALTER TABLE ONLY orders ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL DEFERRABLE",
        2);
    add("ALTER TABLE orders ADD CONSTRAINT u UNIQUE (user_id, note)", 2);
    add("ALTER TABLE orders ADD UNIQUE (user_id) INCLUDE (note) DEFERRABLE INITIALLY DEFERRED", 2);
    add("ALTER TABLE orders ADD PRIMARY KEY (id)", 6);
    add("ALTER TABLE \"Odd \"\"t\" ADD UNIQUE (\"Check\")", 2);
    add("ALTER TABLE orders ADD COLUMN u timestamptz NOT NULL DEFAULT clock_timestamp()", 7);
    add("ALTER TABLE orders ADD COLUMN n int DEFAULT 3 CHECK (n > 2) NOT NULL", 3);
    add("ALTER TABLE orders ADD COLUMN IF NOT EXISTS v bigint CONSTRAINT f REFERENCES users (id) ON DELETE "
        "SET "
        "NULL UNIQUE",
        5);
    add("ALTER TABLE orders ADD w text COLLATE \"C\" DEFAULT 'x' UNIQUE, DROP COLUMN note", 4);
    add("ALTER TABLE orders ADD CHECK (total > 0), ALTER note SET DEFAULT '', ALTER note SET NOT NULL", 7);
    add("CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2026-03-01') TO ('2026-04-01')", 2);
    add("CREATE TABLE events_rest PARTITION OF events DEFAULT", 2);
}

void TestFixes::doTheSameWithoutBlocking()
{
    QFETCH(QString, statement);
    QFETCH(int, statements);
    const lint::LintReport report = linted(statement, m_catalog);
    QCOMPARE(report.statements.size(), 1);
    const QStringList fix = report.statements.first().fix;
    QVERIFY2(fix.size() == statements, qPrintable(fix.join(QStringLiteral(";\n"))));
    const Database expected = databaseWith({ statement });
    QVERIFY(expected.catalog);
    const Database actual = databaseWith(fix);
    QVERIFY(actual.catalog);
    QCOMPARE(actual.catalog->fingerprint(), expected.catalog->fingerprint());

    for (const lint::LintedStatement &safe : linted(fix.join(QStringLiteral(";\n")), m_catalog).statements) {
        const bool blocks = safe.blocks >= plan::Blocks::Writes && safe.effect != plan::Effect::Instant;
        QVERIFY2(!blocks, qPrintable(safe.sql));
        QVERIFY2(safe.fix.isEmpty(), qPrintable(safe.sql + safe.fix.value(0)));
    }
}

void TestFixes::areNotOfferedWhereNothingIsGained_data()
{
    QTest::addColumn<QString>("script");
    const auto add = [](const char *script) { QTest::newRow(script) << QString::fromUtf8(script); };
    add("CREATE TABLE n (a int); CREATE INDEX ON n (a); ALTER TABLE n ALTER a SET NOT NULL; ALTER TABLE n "
        "ADD "
        "UNIQUE (a)");
    add("CREATE INDEX CONCURRENTLY i ON orders (id)");
    add("CREATE INDEX ON ONLY events (at)");
    add("DROP INDEX CONCURRENTLY orders_total");
    add("ALTER TABLE users ALTER id SET NOT NULL");
    add("ALTER TABLE orders ADD CHECK (id > 0) NOT VALID");
    add("ALTER TABLE orders ADD COLUMN x int NOT NULL DEFAULT 0");
    add("ALTER TABLE orders ADD COLUMN x serial");
    add("ALTER TABLE ONLY parent ADD CHECK (a > 0) NO INHERIT");
    add("ALTER TABLE events ADD UNIQUE (at)");
    add("REINDEX SYSTEM postgres");
    add("REFRESH MATERIALIZED VIEW sums WITH NO DATA");
    add("CREATE TABLE x (id int)");
    add("SELECT 1");
}

void TestFixes::areNotOfferedWhereNothingIsGained()
{
    QFETCH(QString, script);
    for (const lint::LintedStatement &statement : linted(script, m_catalog).statements)
        QVERIFY2(statement.fix.isEmpty(), qPrintable(statement.fix.join(QStringLiteral("; "))));
}

void TestFixes::keepOldNamesForOldCode()
{
    const lint::LintReport report =
        linted(QStringLiteral("ALTER TABLE orders RENAME TO purchases"), m_catalog);
    const Database renamed = databaseWith(report.statements.first().fix);
    QVERIFY(renamed.session);
    for (const char *statement :
         { "INSERT INTO orders (id, state) VALUES (1, 'new')", "UPDATE orders SET note = 'x' WHERE id = 1",
           "SELECT note FROM purchases" })
        QVERIFY2(renamed.session->execute(QLatin1String(statement)).has_value(), statement);
}

/// Not quite the same: PostgreSQL leaves a CHECK of the bound on what was a partition.
void TestFixes::detachConcurrentlyWhereThatIsPossible()
{
    const QString detach = QStringLiteral("ALTER TABLE events DETACH PARTITION events_1");
    const QStringList fix = linted(detach, m_catalog).statements.first().fix;
    if (m_catalog->serverVersion() < 140000) {
        QCOMPARE(fix, QStringList());
        return;
    }
    QCOMPARE(fix, QStringList{ detach + QStringLiteral(" CONCURRENTLY") });
    QVERIFY(databaseWith(fix).catalog);
    const QString withDefault = QStringLiteral("CREATE TABLE events_rest PARTITION OF events DEFAULT;");
    QCOMPARE(linted(withDefault + detach, m_catalog).statements.last().fix, QStringList());
}

QTEST_GUILESS_MAIN(TestFixes)
#include "tst_fixes.moc"
