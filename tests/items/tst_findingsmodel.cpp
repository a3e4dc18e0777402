#include "printmodel.h"
#include "sampleplan.h"

#include <model/items/findingsmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;

class TestFindingsModel final : public QObject
{
    Q_OBJECT
private slots:
    void listsThoseOfAllSteps();
    void listsThoseOfOneStep();
    void countsBySeverity();
};

namespace {

plan::PlanPtr planWithFindings()
{
    auto plan = testing::samplePlan();
    plan->steps[13].assessment.findings = {
        { QStringLiteral("drop-column"), plan::Severity::Error, QStringLiteral("Rows are lost."), 0, 1 },
        { QStringLiteral("naming"), plan::Severity::Info, QStringLiteral("A name."), 0, 2 },
    };
    return plan;
}

} // namespace

void TestFindingsModel::listsThoseOfAllSteps()
{
    items::FindingsModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(planWithFindings());
    const QStringList lines = testing::printed(model);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).startsWith(QStringLiteral("warning | 7 | The build waits")));
    QCOMPARE(lines.at(1), QStringLiteral("error | 14 | Rows are lost. | drop-column"));
    QCOMPARE(model.index(1, 0).data(items::StepIdRole).toString(), QStringLiteral("s14"));
    QCOMPARE(model.index(1, 0).data(items::SortRole).toInt(), int(plan::Severity::Error));
}

void TestFindingsModel::listsThoseOfOneStep()
{
    items::FindingsModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(planWithFindings(), QStringLiteral("s14"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.findingAt(1)->line, 2);
    QVERIFY(!model.findingAt(2));
}

void TestFindingsModel::countsBySeverity()
{
    items::FindingsModel model;
    model.setPlan(planWithFindings());
    QCOMPARE(model.count(plan::Severity::Error), 1);
    QCOMPARE(model.count(plan::Severity::Warning), 1);
    QCOMPARE(model.count(plan::Severity::Info), 1);
    model.setPlan(nullptr);
    QCOMPARE(model.count(plan::Severity::Error), 0);
}

QTEST_GUILESS_MAIN(TestFindingsModel)
#include "tst_findingsmodel.moc"
