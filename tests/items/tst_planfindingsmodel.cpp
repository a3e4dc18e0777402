#include "sampleplan.h"

#include <model/items/planfindingsmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;

class TestPlanFindingsModel final : public QObject
{
    Q_OBJECT
private slots:
    void listsFindingsInTheOrderOfTheSteps();
};

void TestPlanFindingsModel::listsFindingsInTheOrderOfTheSteps()
{
    items::PlanFindingsModel model;
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    auto plan = testing::samplePlan();
    plan->steps[2].assessment.findings = { { QStringLiteral("rule"), plan::Severity::Error,
                                             QStringLiteral("Bad."), 0, 2 } };
    model.setPlan(plan);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.stepAt(0)->id, QStringLiteral("s03"));
    QCOMPARE(model.findingAt(0)->line, 2);
    const QModelIndex step = model.index(1, items::PlanFindingsModel::Step);
    QCOMPARE(step.data().toString(), QStringLiteral("7 Build index orders_account_id_idx"));
    QCOMPARE(step.data(items::StepIdRole).toString(), QStringLiteral("s07"));
    model.setPlan(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.findingAt(0));
}

QTEST_GUILESS_MAIN(TestPlanFindingsModel)
#include "tst_planfindingsmodel.moc"
