#include "preflightfixture.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using analysis::CheckVerdict;

/// What the rows of a database say of a plan, before it runs.
class PreflightRowsTest : public testing::PreflightFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void cleanup() { m_list.reset(); }
    void countsRowsThatWouldStopThePlan();
    void leavesRowsToABackfillBeforeThem();
    void tellsWhichQueriesMustWait();
    void givesUpOnASlowQueryAndGoesOn();
};

void PreflightRowsTest::countsRowsThatWouldStopThePlan()
{
    plan::Plan asking = plan();
    asking.steps.prepend(questionStep(
        QStringLiteral("s00"), QStringLiteral("SELECT count(*) FROM public.orders WHERE user_id > 10"),
        QStringLiteral("0"),
        QStringLiteral("SELECT id, user_id FROM public.orders WHERE user_id > 10 ORDER BY id")));
    QUIET(ask(asking));
    QUIET(verdict(QStringLiteral("data-s00"), CheckVerdict::Stop,
                  { QStringLiteral("gives 2 and must give 0") }));
    const analysis::CheckItem *item = m_list->find(QStringLiteral("data-s00"));
    QCOMPARE(item->columns, (QStringList{ QStringLiteral("id"), QStringLiteral("user_id") }));
    QCOMPARE(item->rows.size(), 2);
    QCOMPARE(item->rows.first().last(), QStringLiteral("11"));
}

void PreflightRowsTest::leavesRowsToABackfillBeforeThem()
{
    plan::Plan asking = plan();
    plan::Step fill;
    fill.id = QStringLiteral("s01");
    fill.kind = plan::StepKind::Backfill;
    fill.relations = { QStringLiteral("public.orders") };
    asking.steps = { fill, questionStep(QStringLiteral("s02"),
                                        QStringLiteral("SELECT count(*) FROM orders WHERE note IS NULL"),
                                        QStringLiteral("0")) };
    QUIET(ask(asking));
    QUIET(verdict(QStringLiteral("data-s02"), CheckVerdict::Ok, { QStringLiteral("a backfill before it") }));
    // What a backfill writes counts, not the table alone.
    asking.steps.first().backfill = plan::BackfillSpec();
    asking.steps.first().backfill->set = QStringLiteral("note = 'none', \"user_id\" = user_id");
    QUIET(ask(asking));
    QUIET(verdict(QStringLiteral("data-s02"), CheckVerdict::Ok, { QStringLiteral("a backfill before it") }));
    asking.steps.first().backfill->set = QStringLiteral("user_id = CASE WHEN note IS NULL THEN 1 ELSE 2 END");
    QUIET(ask(asking));
    QUIET(verdict(QStringLiteral("data-s02"), CheckVerdict::Stop, { QStringLiteral("must give 0") }));
}

void PreflightRowsTest::tellsWhichQueriesMustWait()
{
    plan::Plan asking = plan();
    asking.steps.append(questionStep(QStringLiteral("s02"),
                                     QStringLiteral("SELECT count(*) FROM orders WHERE a IS NULL"),
                                     QStringLiteral("0")));
    QUIET(ask(asking));
    QVERIFY(!m_list->find(QStringLiteral("data-s02")));
    QUIET(verdict(QStringLiteral("data-later"), CheckVerdict::Ok, { QStringLiteral("step s02") }));
}

void PreflightRowsTest::givesUpOnASlowQueryAndGoesOn()
{
    plan::Plan asking = plan();
    asking.steps.append(
        questionStep(QStringLiteral("s02"), QStringLiteral("SELECT pg_sleep(20)"), QStringLiteral("0")));
    asking.steps.append(questionStep(QStringLiteral("s03"), QStringLiteral("SELECT 0"), QStringLiteral("0")));
    project::PreflightOptions options = quick();
    options.rowsTimeoutMs = 300;
    QUIET(ask(asking, options));
    QUIET(verdict(QStringLiteral("data-s02"), CheckVerdict::NotKnown, { QStringLiteral("within 0.3 s") }));
    QUIET(verdict(QStringLiteral("data-s03"), CheckVerdict::Ok));
    // Nothing is waited for: a locked table is not known, and nobody queues behind the question.
    const auto other = open();
    QVERIFY(other->executeScript(QStringLiteral("BEGIN; LOCK TABLE orders")).has_value());
    asking.steps.last().verify.first().sql = QStringLiteral("SELECT count(*) FROM orders");
    QUIET(ask(asking, options));
    QUIET(verdict(QStringLiteral("data-s03"), CheckVerdict::NotKnown));
    QVERIFY(other->execute(QStringLiteral("ROLLBACK")).has_value());
    // And nothing is written, whatever a query says.
    asking.steps.last().verify.first().sql = QStringLiteral("SELECT setval('orders_id_seq', 5)");
    QUIET(ask(asking, options));
    QUIET(verdict(QStringLiteral("data-s03"), CheckVerdict::NotKnown, { QStringLiteral("read-only") }));
}

QTEST_GUILESS_MAIN(PreflightRowsTest)
#include "tst_preflightrows.moc"
