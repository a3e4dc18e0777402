#include "proofharness.h"

#include <QTest>

using namespace lockstep;
using plan::Plan;
using plan::PlanPtr;
using plan::ProofStatus;
using plan::RowProofStatus;
using testing::planFor;
using testing::proved;
using testing::stepWith;

namespace {

const QString shopSql = QStringLiteral(R"(
CREATE TABLE users (id bigint PRIMARY KEY, name text, note text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, cents int NOT NULL CHECK (cents >= 0));
CREATE TABLE audit (id int PRIMARY KEY, what text NOT NULL);
)");
const QString shopWithColumnSql = QString(shopSql).replace(
    QStringLiteral("note text"), QStringLiteral("note text, tier varchar(20) NOT NULL DEFAULT 'free'"));

std::shared_ptr<Plan> shopPlan()
{
    return std::make_shared<Plan>(*planFor(shopSql, shopWithColumnSql));
}

} // namespace

/// What only rows show: losses, data that a plan cannot pass on, rewrites nobody named.
class RowProofTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void goodPlanKeepsEveryRow();
    void lostRowsAreCaught_data();
    void lostRowsAreCaught();
    void namedLossIsExpected();
    void columnOfPartitionsGoesWithTheParents();
    void dataToPrepareIsNamed_data();
    void dataToPrepareIsNamed();
    void backfilledColumnIsProved();
    void renamedColumnIsFollowed();
    void unnamedRewriteIsCaught();
    void statedRewriteThatIsNoneIsNoted();
    void tableThatCannotBeSeededIsNamed();
    void changedFunctionSignatureKeepsTheRows();
    void rollbackThatLosesRowsIsCaught();
    void compositeValuesAreReadByName_data();
    void compositeValuesAreReadByName();
    void partsThatAreLostAreSaid();
    void viewsStayUntilTheGate();
    void virtualColumnsCanBeCalculated();
    void rowsAreOptional();
};

void RowProofTest::initTestCase()
{
    QString why;
    if (!testing::canProve(&why))
        QSKIP(qPrintable(why));
}

void RowProofTest::goodPlanKeepsEveryRow()
{
    const PlanPtr result = proved(planFor(shopSql, shopWithColumnSql));
    const plan::RowProof &rows = result->proof.rows;
    QCOMPARE(rows.lost + rows.prepare + rows.notSeeded, QStringList());
    QCOMPARE(rows.status, RowProofStatus::Proved);
    QCOMPARE(rows.tables, 3);
    QCOMPARE(rows.rows, 21);
    QCOMPARE(result->proof.status, ProofStatus::Proved);
}

void RowProofTest::lostRowsAreCaught_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *sql, const char *sentence) {
        QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(sentence);
    };
    row("deleted rows", "DELETE FROM audit WHERE id > 3",
        "Table public.audit has 3 rows after the plan instead of 7.");
    row("emptied table", "TRUNCATE audit", "Table public.audit has 0 rows after the plan instead of 7.");
    row("changed values", "UPDATE audit SET what = 'same' WHERE id = 1",
        "Column public.audit.what does not hold the same values after the plan.");
    row("swapped values", "UPDATE orders SET cents = CASE cents WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE cents END",
        "The values of table public.orders are in other rows than before after the plan.");
    row("table made anew", "DROP TABLE audit; CREATE TABLE audit (id int PRIMARY KEY, what text NOT NULL)",
        "Table public.audit has 0 rows after the plan instead of 7.");
    row("column made anew", "ALTER TABLE users DROP COLUMN note; ALTER TABLE users ADD COLUMN note text",
        "Column public.users.note does not hold the same values after the plan.");
    row("rows made up", "INSERT INTO audit VALUES (4711, 'x')",
        "Table public.audit has 8 rows after the plan instead of 7.");
}

void RowProofTest::lostRowsAreCaught()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, sentence);
    const auto plan = shopPlan();
    plan::Step &step = plan->steps[stepWith(*plan, "tier")];
    step.sql += sql.split(QStringLiteral("; "));
    step.edited = true;
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Failed);
    QCOMPARE(result->proof.rows.status, RowProofStatus::Failed);
    const QString text = result->proof.forward.join(QLatin1Char('\n'));
    QVERIFY2(text.contains(QStringLiteral("With rows: ") + sentence), qPrintable(text));
}

void RowProofTest::columnOfPartitionsGoesWithTheParents()
{
    const QString sql =
        QStringLiteral("CREATE TABLE p (id int, at date NOT NULL%1) PARTITION BY RANGE (at);"
                       "CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');");
    const PlanPtr result = proved(planFor(sql.arg(QStringLiteral(", extra text")), sql.arg(QString())));
    QCOMPARE(result->proof.forward + result->proof.rollback, QStringList());
    QCOMPARE(result->proof.rows.status, RowProofStatus::Proved);
}

void RowProofTest::namedLossIsExpected()
{
    const PlanPtr result = proved(planFor(
        shopSql, QStringLiteral(
                     "CREATE TABLE users (id bigint PRIMARY KEY, name text);"
                     "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, "
                     "cents int NOT NULL CHECK (cents >= 0));")));
    QCOMPARE(result->proof.forward, QStringList());
    QCOMPARE(result->proof.rows.status, RowProofStatus::Proved);
    const QString notes = result->proof.rows.notes.join(QLatin1Char('\n'));
    QVERIFY2(notes.contains(QLatin1String("Table public.audit is gone with its 7 rows, as s")),
             qPrintable(notes));
}

void RowProofTest::dataToPrepareIsNamed_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *current, const char *target, const QStringList &words) {
        QTest::newRow(name) << QString::fromUtf8(current) << QString::fromUtf8(target) << words;
    };
    row("not null", "CREATE TABLE t (id int PRIMARY KEY, a text);",
        "CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL);",
        { QStringLiteral("of 7 rows of public.t"), QStringLiteral("Correct") });
    row("unique", "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);",
        "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL CONSTRAINT t_a UNIQUE);",
        { QStringLiteral("1 of 7 rows of public.t"), QStringLiteral("For example, the row (") });
    row("check", "CREATE TABLE t (id int PRIMARY KEY, a int);",
        "CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT t_c CHECK (a > 1));",
        { QStringLiteral("rows of public.t"), QStringLiteral("the check gives") });
    row("foreign key", "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int);",
        "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES p);",
        { QStringLiteral("rows of public.t"), QStringLiteral("For example") });
    row("narrower type", "CREATE TABLE t (id int PRIMARY KEY, a bigint);",
        "CREATE TABLE t (id int PRIMARY KEY, a int);",
        { QStringLiteral("rows of public.t"), QStringLiteral("22003") });
    row("enum label", "CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (id int PRIMARY KEY, a e);",
        "CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (id int PRIMARY KEY, a e);",
        { QStringLiteral("rows of public.t"), QStringLiteral("22P02") });
}

void RowProofTest::dataToPrepareIsNamed()
{
    QFETCH(const QString, current);
    QFETCH(const QString, target);
    QFETCH(const QStringList, words);
    const PlanPtr result = proved(planFor(current, target));
    const plan::RowProof &rows = result->proof.rows;
    QCOMPARE(result->proof.forward, QStringList());
    QCOMPARE(rows.status, RowProofStatus::NotProved);
    const QString text = rows.prepare.join(QLatin1Char('\n'));
    for (const QString &word : words)
        QVERIFY2(text.contains(word), qPrintable(text));
    // The rest was proved on the rows that pass.
    QVERIFY2(!rows.notes.join(QLatin1Char('\n')).contains(QLatin1String("not tried")), qPrintable(text));
    // The SQL itself is right, so the plan may be run once the data is.
    QVERIFY(result->isProved());
}

void RowProofTest::compositeValuesAreReadByName_data()
{
    QTest::addColumn<QString>("more");
    QTest::newRow("column") << QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, v c);");
    QTest::newRow("array") << QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, v c[]);");
    QTest::newRow("in another") << QStringLiteral(
        "CREATE TYPE d AS (x c, y int); CREATE TABLE t (id int PRIMARY KEY, v d);");
    QTest::newRow("domain") << QStringLiteral(
        "CREATE DOMAIN d AS c CHECK ((value).a > 0); CREATE TABLE t (id int PRIMARY KEY, v d);");
}

void RowProofTest::compositeValuesAreReadByName()
{
    QFETCH(const QString, more);
    const QString narrow = QStringLiteral("CREATE TYPE c AS (a int, b text);") + more;
    const QString wide = QStringLiteral("CREATE TYPE c AS (a int, b text, n date);") + more;
    const PlanPtr wider = proved(planFor(narrow, wide));
    QCOMPARE(wider->proof.forward + wider->proof.rollback + wider->proof.rows.lost, QStringList());
    QCOMPARE(wider->proof.rows.status, RowProofStatus::Proved);
    const PlanPtr narrower = proved(planFor(wide, narrow));
    QCOMPARE(narrower->proof.forward + narrower->proof.rollback + narrower->proof.rows.lost, QStringList());
    const plan::Step &step = narrower->steps[stepWith(*narrower, "DROP ATTRIBUTE")];
    QCOMPARE(step.phase, plan::Phase::Contract);
    QCOMPARE(step.loses.size(), 1);
    QCOMPARE(plan::lostText(step.loses[0]), QStringLiteral("attribute n in column public.t.v"));
    // Unsaid it is a loss.
    auto silent = std::make_shared<Plan>(*narrower);
    silent->steps[stepWith(*narrower, "DROP ATTRIBUTE")].loses.clear();
    const PlanPtr caught = proved(silent);
    QCOMPARE(caught->proof.status, ProofStatus::Failed);
    QVERIFY(caught->proof.forward.join(QLatin1Char(' ')).contains(QLatin1String("public.t.v does not hold")));
}

void RowProofTest::partsThatAreLostAreSaid()
{
    const PlanPtr result = proved(planFor(QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, d timestamp);"),
                                          QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, d date);")));
    QCOMPARE(result->proof.status, ProofStatus::Proved);
    const plan::Step &step = result->steps[stepWith(*result, "ALTER COLUMN d TYPE date")];
    QCOMPARE(step.loses.size(), 1);
    QCOMPARE(plan::lostText(step.loses[0]), QStringLiteral("the time of day in column public.t.d"));
    QVERIFY2(step.rollback.caution.contains(QStringLiteral("does not bring back the time of day")),
             qPrintable(step.rollback.caution));
    const QString notes = result->proof.rows.notes.join(QLatin1Char('\n'));
    QVERIFY2(notes.contains(QStringLiteral("because %1 says what they lose").arg(step.id)),
             qPrintable(notes));
}

void RowProofTest::viewsStayUntilTheGate()
{
    const QString sql = QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, d %1); CREATE VIEW v AS SELECT d "
                                       "FROM t; CREATE INDEX t_d ON t (d);");
    const PlanPtr result =
        proved(planFor(sql.arg(QStringLiteral("timestamp")), sql.arg(QStringLiteral("date"))));
    QCOMPARE(result->proof.status, ProofStatus::Proved);
    const plan::Step &step = result->steps[stepWith(*result, "ALTER COLUMN d TYPE date")];
    // Nobody sees the database without the view, and the values are there until a person lets them go.
    const QString together = step.sql.join(QLatin1Char(';'));
    QVERIFY2(together.contains(QLatin1String("DROP VIEW")) && together.contains(QLatin1String("CREATE VIEW")),
             qPrintable(together));
    QCOMPARE(step.loses.size(), 1);
    QCOMPARE(result->steps.first().kind, plan::StepKind::Gate);
    QVERIFY(step.dependsOn.contains(result->steps.first().id));
}

void RowProofTest::virtualColumnsCanBeCalculated()
{
    if (testing::server()->version() < 180000)
        QSKIP("Before PostgreSQL 18 there are no virtual columns.");
    const QString sql = QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, a int, b int GENERATED ALWAYS AS "
                                       "(a + 1) VIRTUAL, c int GENERATED ALWAYS AS (100 / a) VIRTUAL%1);");
    const PlanPtr result = proved(planFor(sql.arg(QString()), sql.arg(QStringLiteral(", d int"))));
    QCOMPARE(result->proof.forward + result->proof.rollback, QStringList());
    QCOMPARE(result->proof.rows.status, RowProofStatus::Proved);
    QCOMPARE(result->proof.rows.rows, 7);
}

void RowProofTest::backfilledColumnIsProved()
{
    plan::Intents intents;
    intents.backfills.append({ QStringLiteral("public.t.b"), QStringLiteral("id * 2") });
    const PlanPtr result =
        proved(planFor(QStringLiteral("CREATE TABLE t (id int PRIMARY KEY);"),
                       QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, b bigint NOT NULL);"), intents));
    QCOMPARE(result->proof.forward, QStringList());
    QCOMPARE(result->proof.rows.prepare, QStringList());
    QCOMPARE(result->proof.rows.status, RowProofStatus::Proved);
}

void RowProofTest::renamedColumnIsFollowed()
{
    plan::Intents intents;
    intents.renames.append(
        { schema::Kind::Column, QStringLiteral("public.t.a"), QStringLiteral("public.t.b") });
    const PlanPtr plan = planFor(QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, a text);"),
                                 QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, b text);"), intents);
    QCOMPARE(proved(plan)->proof.rows.status, RowProofStatus::Proved);
    auto emptied = std::make_shared<Plan>(*plan);
    emptied->steps.last().sql.append(QStringLiteral("UPDATE t SET b = NULL"));
    const QString text = proved(emptied)->proof.forward.join(QLatin1Char('\n'));
    QVERIFY2(text.contains(QLatin1String("Column public.t.b does not hold the same values after the plan.")),
             qPrintable(text));
}

void RowProofTest::unnamedRewriteIsCaught()
{
    const auto plan = shopPlan();
    plan::Step &step = plan->steps[stepWith(*plan, "tier")];
    QVERIFY(step.assessment.analysed);
    QCOMPARE(step.assessment.effect, plan::Effect::Instant);
    step.sql += { QStringLiteral("ALTER TABLE audit ALTER COLUMN id TYPE bigint"),
                  QStringLiteral("ALTER TABLE audit ALTER COLUMN id TYPE int") };
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Failed);
    QVERIFY2(result->proof.forward.contains(
                 QStringLiteral("%1 rewrote table public.audit, but its effect is stated as \"instant\".")
                     .arg(step.id)),
             qPrintable(result->proof.forward.join(QLatin1Char('\n'))));
}

void RowProofTest::statedRewriteThatIsNoneIsNoted()
{
    const auto plan = shopPlan();
    plan::Step &step = plan->steps[stepWith(*plan, "tier")];
    step.assessment.effect = plan::Effect::Rewrite;
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Proved);
    QVERIFY(result->proof.notes.join(QLatin1Char('\n'))
                .contains(step.id + QStringLiteral(" is stated as a rewrite")));
}

void RowProofTest::tableThatCannotBeSeededIsNamed()
{
    const QString current = QStringLiteral(
        "CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL CONSTRAINT t_c CHECK (md5(a) = 'x'));");
    const PlanPtr result = proved(planFor(current, current + QStringLiteral("CREATE INDEX i ON t (a);")));
    QCOMPARE(result->proof.status, ProofStatus::Proved);
    QCOMPARE(result->proof.rows.status, RowProofStatus::NotProved);
    QCOMPARE(result->proof.rows.notSeeded,
             QStringList{ QStringLiteral("table public.t: no value for check t_c was found.") });
}

void RowProofTest::changedFunctionSignatureKeepsTheRows()
{
    const QString table = QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT f(1) NOT NULL, b "
                                         "text NOT NULL, CONSTRAINT c CHECK (f(a) > 0));");
    const QString function = QStringLiteral(
        "CREATE FUNCTION f(%1) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT abs($1)::int + 1';");
    const PlanPtr result = proved(
        planFor(function.arg(QStringLiteral("int")) + table, function.arg(QStringLiteral("bigint")) + table));
    const QStringList differences = result->proof.forward + result->proof.rollback;
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QLatin1Char('\n'))));
    QCOMPARE(result->proof.rows.status, RowProofStatus::Proved);
}

void RowProofTest::rollbackThatLosesRowsIsCaught()
{
    const auto plan = shopPlan();
    plan->steps[stepWith(*plan, "tier")].rollback.sql.append(QStringLiteral("DELETE FROM audit"));
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Failed);
    QVERIFY(result->proof.rows.lost.contains(
        QStringLiteral("Table public.audit has 0 rows after the rollback instead of 7.")));
}

void RowProofTest::rowsAreOptional()
{
    const auto result = proof::prove(shopPlan(), testing::server(), {}, {}, { false });
    QVERIFY(result.has_value());
    QCOMPARE((*result)->proof.rows.status, RowProofStatus::None);
}

QTEST_GUILESS_MAIN(RowProofTest)
#include "tst_rowproof.moc"
