#include <model/analysis/lint/lint.h>
#include <tests/support/filleddatabase.h>
#include <tests/support/postgrestest.h>

#include <QFile>
#include <QSet>
#include <QTest>

using namespace lockstep;

/// Statements that name what is not there, make what is there, or drop what others need: the server at hand
/// refuses just those that the findings call errors.
class TestExistence : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesWhatTheServerRefuses_data();
    void refusesWhatTheServerRefuses();

private:
    testing::FilledDatabase m_database;
};

void TestExistence::initTestCase()
{
    QFile file(testing::sourceDirectory() + QStringLiteral("/tests/data/lint/schema.sql"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto filled = testing::filledDatabase(
        QStringLiteral("existence"),
        QString::fromUtf8(file.readAll())
            + QStringLiteral(
                "CREATE SCHEMA app; CREATE TABLE app.users (id int); CREATE TABLE parent (a int); "
                "CREATE TABLE child (b int) INHERITS (parent);"));
    QVERIFY2(filled.has_value(), filled.has_value() ? "" : qPrintable(filled.error().toText()));
    m_database = std::move(*filled);
}

void TestExistence::refusesWhatTheServerRefuses_data()
{
    QTest::addColumn<QString>("statement");
    const QString statements = QStringLiteral(R"(
DROP TABLE nobody
DROP TABLE IF EXISTS nobody
DROP TABLE tiny
DROP TABLE tiny, nobody
DROP TABLE users
DROP TABLE users, orders
DROP TABLE orders
DROP TABLE users CASCADE
DROP TABLE measures
DROP TABLE measures_2024
DROP TABLE parent
DROP TABLE parent, child
DROP TABLE child
DROP VIEW order_names
DROP MATERIALIZED VIEW totals
DROP VIEW nobody
DROP TABLE order_names
DROP VIEW tiny
DROP TABLE IF EXISTS order_names
DROP VIEW totals
DROP TABLE numbers
DROP INDEX users_email
DROP INDEX nobody
DROP SEQUENCE numbers
DROP SEQUENCE nobody
ALTER TABLE nobody ADD a int
ALTER TABLE IF EXISTS nobody ADD a int
ALTER TABLE users ADD a int
ALTER TABLE users ADD name int
ALTER TABLE users ADD IF NOT EXISTS name int
ALTER TABLE users DROP name
ALTER TABLE users DROP name CASCADE
ALTER TABLE users DROP age
ALTER TABLE users DROP nothing
ALTER TABLE users DROP IF EXISTS nothing
ALTER TABLE users DROP id
ALTER TABLE users DROP age, ADD age bigint
ALTER TABLE users ADD a int, ALTER a SET NOT NULL
ALTER TABLE users ALTER nothing SET NOT NULL
ALTER TABLE users ALTER nothing DROP NOT NULL
ALTER TABLE users ALTER nothing TYPE int
ALTER TABLE users ALTER nothing SET DEFAULT 1
ALTER TABLE users ADD UNIQUE (nothing)
ALTER TABLE users ADD CONSTRAINT adult CHECK (age > 17)
ALTER TABLE users DROP CONSTRAINT adult, ADD CONSTRAINT adult CHECK (age > 18)
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES nobody
ALTER TABLE orders ADD FOREIGN KEY (nothing) REFERENCES users
ALTER TABLE users RENAME name TO email
ALTER TABLE users RENAME name TO label
ALTER TABLE users RENAME nothing TO label
ALTER TABLE users RENAME TO orders
ALTER TABLE users RENAME TO people
ALTER VIEW order_names RENAME TO users
ALTER TABLE child ADD a int
CREATE TABLE users (id int)
CREATE TABLE IF NOT EXISTS users (id int)
CREATE TEMP TABLE users (id int)
CREATE TABLE app.orders (id int)
CREATE TABLE app.users (id int)
CREATE TABLE numbers (id int)
CREATE TABLE users AS SELECT 1 AS a
CREATE TABLE fresh AS SELECT * FROM nobody
CREATE VIEW users AS SELECT 1 AS a
CREATE VIEW order_names AS SELECT 1 AS a
CREATE OR REPLACE VIEW fresh AS SELECT 1 AS a
CREATE VIEW fresh AS SELECT * FROM nobody
CREATE INDEX users_email ON users (name)
CREATE INDEX IF NOT EXISTS users_email ON users (name)
CREATE INDEX users_email ON app.users (id)
CREATE INDEX fresh ON users (nothing)
CREATE INDEX fresh ON users (name) INCLUDE (nothing)
CREATE INDEX fresh ON users (lower(name))
CREATE INDEX fresh ON nobody (a)
INSERT INTO nobody VALUES (1)
INSERT INTO users (id, nothing) VALUES (1, 2)
INSERT INTO tiny (id) SELECT id FROM nobody
UPDATE users SET nothing = 1
UPDATE users SET name = 'x' FROM nobody
DELETE FROM nobody
DELETE FROM users USING orders WHERE users.id = orders.user_id
SELECT * FROM nobody
SELECT users.ctid FROM users, pg_class, information_schema.tables
WITH nobody AS (SELECT 1) SELECT * FROM nobody
SELECT * FROM generate_series(1, 2) AS nobody
TRUNCATE nobody
LOCK TABLE nobody
REFRESH MATERIALIZED VIEW nobody
CREATE TRIGGER t BEFORE INSERT ON nobody FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()
CREATE RULE r AS ON INSERT TO nobody DO NOTHING
CREATE POLICY p ON nobody
)");
    for (const QString &statement : statements.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        QTest::newRow(qPrintable(statement)) << statement;
}

void TestExistence::refusesWhatTheServerRefuses()
{
    QFETCH(const QString, statement);
    QVERIFY(m_database.session->execute(QStringLiteral("BEGIN")).has_value());
    const auto done = m_database.session->execute(statement);
    QVERIFY(m_database.session->execute(QStringLiteral("ROLLBACK")).has_value());

    static const QSet<QString> rules = { QStringLiteral("object-missing"), QStringLiteral("object-exists"),
                                         QStringLiteral("drop-refused") };
    analysis::lint::LintOptions options;
    options.knowsSchema = true;
    const auto report =
        analysis::lint::lint({ { QStringLiteral("x.sql"), statement } }, m_database.catalog, options, {});
    QVERIFY(report.has_value());
    QStringList said;
    for (const plan::Finding &finding : report->statements.first().findings) {
        if (rules.contains(finding.rule) && finding.severity == plan::Severity::Error)
            said.append(finding.message);
    }
    const QString server = done.has_value() ? QStringLiteral("takes it") : done.error().message;
    QVERIFY2(said.isEmpty() == done.has_value(),
             qPrintable(QStringLiteral("The server: %1\nSaid: %2").arg(server, said.join(QLatin1Char(' ')))));
}

QTEST_GUILESS_MAIN(TestExistence)
#include "tst_existence.moc"
