#include "proofharness.h"

#include <QTest>

#include <algorithm>

using namespace lockstep;
using plan::Plan;
using plan::PlanPtr;
using plan::ProofStatus;
using plan::RowProofStatus;
using testing::planFor;
using testing::proved;
using testing::stepWith;

/// When two values are the same to the proof with rows, though they are written or made otherwise.
class RowValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void compositeValuesAreReadByName_data();
    void compositeValuesAreReadByName();
    void partsThatAreLostAreSaid();
    void valuesThatAreWrittenOtherwiseAreKept_data();
    void valuesThatAreWrittenOtherwiseAreKept();
    void virtualColumnsCanBeCalculated();
};

void RowValuesTest::initTestCase()
{
    QString why;
    if (!testing::canProve(&why))
        QSKIP(qPrintable(why));
}

void RowValuesTest::compositeValuesAreReadByName_data()
{
    QTest::addColumn<QString>("more");
    QTest::newRow("column") << QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, v c);");
    QTest::newRow("array") << QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, v c[]);");
    QTest::newRow("in another") << QStringLiteral(
        "CREATE TYPE d AS (x c, y int); CREATE TABLE t (id int PRIMARY KEY, v d);");
    QTest::newRow("domain") << QStringLiteral(
        "CREATE DOMAIN d AS c CHECK ((value).a > 0); CREATE TABLE t (id int PRIMARY KEY, v d);");
}

void RowValuesTest::compositeValuesAreReadByName()
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

void RowValuesTest::partsThatAreLostAreSaid()
{
    const PlanPtr result = proved(planFor(QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, d timestamp);"),
                                          QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, d date);")));
    QCOMPARE(result->proof.status, ProofStatus::Proved);
    const plan::Step &step = result->steps[stepWith(*result, "DROP COLUMN zzz_lockstep_")];
    QCOMPARE(step.loses.size(), 1);
    QCOMPARE(plan::lostText(step.loses[0]), QStringLiteral("the time of day in column public.t.d"));
    QVERIFY2(step.rollback.caution.contains(QStringLiteral("does not bring back the time of day")),
             qPrintable(step.rollback.caution));
    const QString notes = result->proof.rows.notes.join(QLatin1Char('\n'));
    QVERIFY2(notes.contains(QStringLiteral("because %1 says what they lose").arg(step.id)),
             qPrintable(notes));
}

void RowValuesTest::valuesThatAreWrittenOtherwiseAreKept_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("domain") << QStringLiteral("CREATE DOMAIN d AS %1;");
    QTest::newRow("domain over a domain") << QStringLiteral("CREATE DOMAIN b AS %1; CREATE DOMAIN d AS b;");
    QTest::newRow("composite") << QStringLiteral("CREATE TYPE d AS (a int, x %1);");
}

void RowValuesTest::valuesThatAreWrittenOtherwiseAreKept()
{
    QFETCH(const QString, type);
    const QString sql = type + QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, v d);");
    const PlanPtr result =
        proved(planFor(sql.arg(QStringLiteral("date")), sql.arg(QStringLiteral("timestamp"))));
    QCOMPARE(result->proof.forward + result->proof.rollback + result->proof.rows.lost, QStringList());
    QCOMPARE(result->proof.rows.status, RowProofStatus::Proved);
}

void RowValuesTest::virtualColumnsCanBeCalculated()
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

QTEST_GUILESS_MAIN(RowValuesTest)
#include "tst_rowvalues.moc"
