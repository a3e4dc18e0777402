#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/sources/catalogreader.h>

#include <QRegularExpression>
#include <QTest>

#include <tests/support/plainharness.h>

#include <algorithm>

using namespace lockstep;

/// What nobody may see half done is one step: whatever a plan says about one object that is taken down and
/// comes back, or about who may see a table's rows.
class TestTransactions : public QObject
{
    Q_OBJECT

private slots:
    void keepsTogether_data();
    void keepsTogether();
    void saysWhereItCannot();
    void noGateIsInBetween();

private:
    static base::Result<plan::PlanPtr> planFor(const QString &currentSql, const QString &targetSql);
};

namespace {

QString textOf(const plan::Plan &plan)
{
    QStringList lines;
    for (const plan::Step &step : plan.steps) {
        lines << QStringLiteral("%1 %2 (%3)").arg(step.id, step.title, step.why);
        for (const QString &sql : step.sql)
            lines << QStringLiteral("    ") + sql;
    }
    return lines.join(QLatin1Char('\n'));
}

/// The steps with a statement that matches.
QStringList stepsWith(const plan::Plan &plan, const QString &pattern)
{
    const QRegularExpression expression(pattern);
    QStringList ids;
    for (const plan::Step &step : plan.steps) {
        if (!step.sql.filter(expression).isEmpty())
            ids << step.id;
    }
    return ids;
}

base::Result<schema::CatalogPtr> catalogOf(const QString &sql)
{
    QString why;
    const auto server = testing::server(&why);
    if (!server)
        return base::internalError(why);
    auto database = scratch::ScratchDatabase::create(server, QStringLiteral("transactions"));
    if (!database.has_value())
        return database.error();
    const auto session = testing::openLoaded(*database.value(), sql, &why);
    if (!session)
        return base::internalError(why);
    return sources::readCatalog(*session);
}

void addRow(const char *name, const char *pattern, const char *current, const char *target)
{
    QTest::newRow(name) << QString::fromLatin1(pattern) << QString::fromLatin1(current)
                        << QString::fromLatin1(target);
}

void addRebuilds()
{
    addRow("privileges, owner and comment of a function", "FUNCTION public.f|COLUMN x",
           "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT a';"
           "REVOKE ALL ON FUNCTION f(int) FROM PUBLIC; GRANT EXECUTE ON FUNCTION f(int) TO pg_monitor;"
           "COMMENT ON FUNCTION f(int) IS 'f'; CREATE TABLE t (x int DEFAULT f(1));",
           "CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT a::bigint';"
           "REVOKE ALL ON FUNCTION f(int) FROM PUBLIC; GRANT EXECUTE ON FUNCTION f(int) TO pg_monitor;"
           "COMMENT ON FUNCTION f(int) IS 'f'; CREATE TABLE t (x int DEFAULT f(1));");
    addRow("privileges of views, one on the other", "public.[mn]\\b",
           "CREATE TABLE t (a int, b text); CREATE VIEW m AS SELECT a, b FROM t;"
           "CREATE VIEW n AS SELECT * FROM m; GRANT SELECT ON m, n TO pg_monitor;",
           "CREATE TABLE t (a int, b text); CREATE VIEW m AS SELECT b, a FROM t;"
           "CREATE VIEW n AS SELECT * FROM m; GRANT SELECT ON m TO pg_monitor; GRANT SELECT ON n TO PUBLIC;");
    const QString view =
        QStringLiteral("CREATE TABLE t (a %1, b text); CREATE VIEW m AS SELECT a, b FROM t;"
                       "GRANT SELECT ON m TO pg_monitor; COMMENT ON COLUMN m.a IS 'a'; ALTER VIEW m ALTER "
                       "COLUMN b SET DEFAULT 'x';"
                       "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
                       "CREATE TRIGGER tr INSTEAD OF INSERT ON m FOR EACH ROW EXECUTE FUNCTION f();"
                       "CREATE RULE ru AS ON DELETE TO m DO INSTEAD NOTHING;");
    addRow("privileges, comments, defaults, triggers and rules of a view", "public.m\\b|ALTER COLUMN a",
           qPrintable(view.arg(QStringLiteral("int"))), qPrintable(view.arg(QStringLiteral("bigint"))));
    const QString stored = QStringLiteral(
        "CREATE TABLE t (a %1, b text); CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;"
        "CREATE UNIQUE INDEX mi ON m (a); CREATE INDEX mj ON m (b); ALTER MATERIALIZED VIEW m CLUSTER ON mi;"
        "CREATE VIEW v AS SELECT * FROM m; GRANT SELECT ON m, v TO pg_monitor; COMMENT ON INDEX mi IS 'i';");
    addRow("indexes and privileges of a materialized view", "public.(m|v|mi|mj)\\b|ALTER COLUMN a",
           qPrintable(stored.arg(QStringLiteral("int"))), qPrintable(stored.arg(QStringLiteral("bigint"))));
    addRow("a type that is swapped below a default", "public.mood\\b",
           "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (a mood DEFAULT 'ok', b mood);",
           "CREATE TYPE mood AS ENUM ('ok', 'fine'); CREATE TABLE t (a mood DEFAULT 'ok', b mood);");
}

void addAccess()
{
    const QString secured =
        QStringLiteral("CREATE TABLE t (id int, tn int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;");
    const auto policies = [&](const char *name, const char *current, const char *target) {
        addRow(name, "POLICY|ROW LEVEL SECURITY", qPrintable(secured + QString::fromLatin1(current)),
               qPrintable(secured + QString::fromLatin1(target)));
    };
    policies("policies that change, go and come",
             "CREATE POLICY a ON t USING (tn = 1); CREATE POLICY b ON t AS RESTRICTIVE USING (tn < 5);",
             "CREATE POLICY a ON t AS RESTRICTIVE USING (tn = 1); CREATE POLICY c ON t FOR SELECT USING (tn "
             "< 5);");
    policies("expressions of two policies",
             "CREATE POLICY a ON t AS RESTRICTIVE USING (tn = 1); CREATE POLICY b ON t USING (true);",
             "CREATE POLICY a ON t AS RESTRICTIVE USING (tn = 1 AND id > 0); CREATE POLICY b ON t USING (tn "
             "< 9);");
    policies("a policy for another command", "CREATE POLICY p ON t USING (tn = 1);",
             "CREATE POLICY p ON t FOR SELECT USING (tn = 1);");
    policies("policies that follow a column's type",
             "CREATE POLICY p ON t USING (tn = 1); CREATE POLICY q ON t AS RESTRICTIVE USING (id > 1);",
             "ALTER TABLE t ALTER tn TYPE bigint; CREATE POLICY p ON t USING (tn = 1);"
             "ALTER TABLE t FORCE ROW LEVEL SECURITY;");
    addRow(
        "row security with its first policy on a new column", "POLICY|ROW LEVEL SECURITY",
        "CREATE TABLE t (id int);",
        "CREATE TABLE t (id int, tn int NOT NULL DEFAULT random()); ALTER TABLE t ENABLE ROW LEVEL SECURITY;"
        "ALTER TABLE t FORCE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (tn = 1);");
    addRow("row security and privileges", "POLICY|ROW LEVEL SECURITY|GRANT|REVOKE",
           "CREATE TABLE t (id int, tn int); GRANT SELECT (id) ON t TO pg_monitor;",
           "CREATE TABLE t (id int, tn int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;"
           "CREATE POLICY p ON t USING (tn = 1); GRANT SELECT ON t TO pg_monitor;");
    addRow("owner and privileges", "OWNER|GRANT|REVOKE",
           "CREATE TABLE t (id int); ALTER TABLE t OWNER TO pg_signal_backend;"
           "GRANT SELECT (id) ON t TO pg_monitor; GRANT INSERT ON t TO PUBLIC;",
           "CREATE TABLE t (id int); ALTER TABLE t OWNER TO pg_read_all_stats; GRANT SELECT ON t TO "
           "pg_monitor;");
}

} // namespace

base::Result<plan::PlanPtr> TestTransactions::planFor(const QString &currentSql, const QString &targetSql)
{
    const auto current = catalogOf(currentSql);
    if (!current.has_value())
        return current.error();
    const auto target = catalogOf(targetSql);
    if (!target.has_value())
        return target.error();
    const auto changes = diff::diff(current.value(), target.value(), {}, {});
    if (!changes.has_value())
        return changes.error();
    return plan::makePlan(changes.value(), {}, {}, {});
}

void TestTransactions::keepsTogether_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    addRebuilds();
    addAccess();
}

void TestTransactions::keepsTogether()
{
    QFETCH(QString, pattern);
    QFETCH(QString, current);
    QFETCH(QString, target);
    for (const auto &[from, to] : { std::pair{ current, target }, std::pair{ target, current } }) {
        const auto plan = planFor(from, to);
        QVERIFY2(plan.has_value(), plan.has_value() ? "" : qPrintable(plan.error().toText()));
        const QStringList steps = stepsWith(*plan.value(), pattern);
        QVERIFY2(steps.size() == 1, qPrintable(textOf(*plan.value())));
        const plan::Step *step = plan.value()->find(steps.first());
        QCOMPARE(step->transaction, plan::TransactionMode::Own);
        QCOMPARE(step->rollback.transaction, plan::TransactionMode::Own);
        if (step->sql.size() > 1)
            QVERIFY2(step->why.contains(QLatin1String("nobody sees the database")), qPrintable(step->why));
    }
}

/// A label that is new cannot be used in the transaction that adds it.
void TestTransactions::saysWhereItCannot()
{
    const QString before = QStringLiteral("CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (a mood);"
                                          "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; "
                                          "CREATE VIEW v AS SELECT f() AS n FROM t;");
    const QString after =
        QStringLiteral("CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (a mood);"
                       "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';"
                       "CREATE VIEW v AS SELECT f() AS n FROM t WHERE a = 'ok';");
    const auto plan = planFor(before, after);
    QVERIFY2(plan.has_value(), plan.has_value() ? "" : qPrintable(plan.error().toText()));
    const QStringList steps = stepsWith(*plan.value(), QStringLiteral("VIEW public.v"));
    QVERIFY2(steps.size() == 2, qPrintable(textOf(*plan.value())));
    QVERIFY2(plan.value()->find(steps.first())->why.contains(QLatin1String("half changed")),
             qPrintable(textOf(*plan.value())));
}

/// Nobody knows how long a gate stays closed: what comes back behind it goes behind it as well.
void TestTransactions::noGateIsInBetween()
{
    const QString schema = QStringLiteral(
        "CREATE FUNCTION f(a int, b %1 DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';"
        "CREATE TABLE t (a int CONSTRAINT k CHECK (f(a) > 0)); CREATE INDEX i ON t (f(a));");
    const auto plan = planFor(schema.arg(QStringLiteral("int")), schema.arg(QStringLiteral("bigint")));
    QVERIFY2(plan.has_value(), plan.has_value() ? "" : qPrintable(plan.error().toText()));
    const QVector<plan::Step> &steps = plan.value()->steps;
    const auto gate = std::find_if(steps.begin(), steps.end(),
                                   [](const plan::Step &step) { return step.kind == plan::StepKind::Gate; });
    QVERIFY2(gate != steps.end(), qPrintable(textOf(*plan.value())));
    const QStringList found =
        stepsWith(*plan.value(), QStringLiteral("CONSTRAINT k|INDEX (CONCURRENTLY )?(public.)?i\\b"));
    QVERIFY2(found.size() > 3, qPrintable(textOf(*plan.value())));
    for (const QString &id : found)
        QVERIFY2(plan.value()->find(id) > &*gate, qPrintable(textOf(*plan.value())));
    for (const QString &id : { found.at(0), found.at(1) })
        QVERIFY2(plan.value()->find(id)->dependsOn.contains(gate->id), qPrintable(textOf(*plan.value())));
}

QTEST_GUILESS_MAIN(TestTransactions)
#include "tst_transactions.moc"
