#include "printmodel.h"
#include "sampleplan.h"

#include <model/items/planmodel.h>
#include <model/items/roles.h>
#include <model/plan/edits/planedit.h>
#include <model/plan/ownname.h>

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;

class TestPlanModel final : public QObject
{
    Q_OBJECT
private slots:
    void isEmptyWithoutAPlan();
    void printsTheStepsInOrder();
    void saysWhatAGateIs();
    void givesSemanticsByRole();
    void sortsByRawValues();
    void keepsTheSelectionWhenTheSameStepsAreAssessedAnew();
    void resetsForOtherSteps();
    void doesNothingForTheSamePlan();
    void findsRowsOfSteps();
    void showsStepsThatAreOffWhereTheyStood();
    void namesCopiesOfTablesByTheirTables();
};

void TestPlanModel::isEmptyWithoutAPlan()
{
    items::PlanModel model;
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.stepAt(0));
    model.setPlan(testing::samplePlan());
    model.setPlan(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.rowOf(QStringLiteral("s01")), -1);
}

void TestPlanModel::printsTheStepsInOrder()
{
    items::PlanModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(testing::samplePlan());
    const QStringList lines = testing::printed(model);
    QCOMPARE(lines.size(), 14);
    QCOMPARE(lines.at(0),
             QStringLiteral("1 | Add column subscription_tier, no default | users | expand | "
                            "ACCESS EXCLUSIVE | reads and writes | instant | 6 ms | 3 ms \u2013 40 ms"));
    QCOMPARE(lines.at(4),
             QStringLiteral("5 | Fill users.subscription_tier | users | backfill | "
                            "ROW EXCLUSIVE, 150 ms a batch | nothing | in batches | 4 min 12 s | "
                            "3 min 10 s \u2013 5 min 30 s"));
    QVERIFY(
        lines.at(7).contains(QStringLiteral("orders, accounts | validate | SHARE ROW EXCLUSIVE \u00d7 2")));
}

void TestPlanModel::saysWhatAGateIs()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    QCOMPARE(testing::printed(model).at(12),
             QStringLiteral(
                 "13 | Gate: the release that uses account_id is live |  | switch | a person confirms"));
}

void TestPlanModel::givesSemanticsByRole()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    const QModelIndex index = model.index(6, items::PlanModel::Title);
    QCOMPARE(index.data(items::StepIdRole).toString(), QStringLiteral("s07"));
    QCOMPARE(index.data(items::BlocksRole).toInt(), int(plan::Blocks::Ddl));
    QCOMPARE(index.data(items::SeverityRole).toInt(), int(plan::Severity::Warning));
    QCOMPARE(index.data(items::DependsOnRole).toStringList(), QStringList{ QStringLiteral("s06") });
    QCOMPARE(model.index(0, 0).data(items::SeverityRole).toInt(), -1);
    QCOMPARE(model.index(13, 0).data(items::DestructiveRole).toBool(), true);
    QCOMPARE(model.index(4, items::PlanModel::Title).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Step 5, Fill users.subscription_tier, blocks nothing, about 4 min 12 s"));
}

void TestPlanModel::sortsByRawValues()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    QCOMPARE(model.index(4, items::PlanModel::Estimate).data(items::SortRole).toLongLong(), 252000);
    QVERIFY(model.index(0, items::PlanModel::Blocks).data(items::SortRole).toInt()
            > model.index(1, items::PlanModel::Blocks).data(items::SortRole).toInt());
}

void TestPlanModel::keepsTheSelectionWhenTheSameStepsAreAssessedAnew()
{
    items::PlanModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(testing::samplePlan());
    QItemSelectionModel selection(&model);
    selection.setCurrentIndex(model.index(4, 0),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QSignalSpy reset(&model, &items::PlanModel::modelReset);
    QSignalSpy changed(&model, &items::PlanModel::dataChanged);
    auto anew = testing::samplePlan();
    anew->steps[4].assessment.estimate.likelyMs = 1000;
    model.setPlan(anew);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(selection.currentIndex().row(), 4);
    QCOMPARE(model.index(4, items::PlanModel::Estimate).data().toString(), QStringLiteral("1 s"));
}

void TestPlanModel::resetsForOtherSteps()
{
    items::PlanModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(testing::samplePlan());
    QSignalSpy reset(&model, &items::PlanModel::modelReset);
    auto shorter = testing::samplePlan();
    shorter->steps.removeLast();
    model.setPlan(shorter);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), 13);
}

void TestPlanModel::doesNothingForTheSamePlan()
{
    items::PlanModel model;
    const plan::PlanPtr plan = testing::samplePlan();
    model.setPlan(plan);
    QSignalSpy changed(&model, &items::PlanModel::planChanged);
    model.setPlan(plan);
    QCOMPARE(changed.count(), 0);
}

void TestPlanModel::findsRowsOfSteps()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    QCOMPARE(model.rowOf(QStringLiteral("s14")), 13);
    QCOMPARE(model.rowOf(QStringLiteral("s15")), -1);
    QCOMPARE(model.stepAt(13)->id, QStringLiteral("s14"));
    QVERIFY(!model.stepAt(14));
    QVERIFY(!model.stepAt(-1));
}

void TestPlanModel::showsStepsThatAreOffWhereTheyStood()
{
    items::PlanModel model;
    QAbstractItemModelTester tester(&model);
    plan::PlanPtr plan = testing::samplePlan();
    model.setPlan(plan);
    for (const char *id : { "s04", "s05", "s14" })
        plan = *plan::withEdit(plan, plan::SwitchStep{ QString::fromLatin1(id), false });
    model.setPlan(plan);
    QCOMPARE(model.rowCount(), 14);
    QCOMPARE(model.stepAt(3)->id, QStringLiteral("s04"));
    QCOMPARE(model.stepAt(4)->id, QStringLiteral("s05"));
    QCOMPARE(model.stepAt(13)->id, QStringLiteral("s14"));
    QVERIFY(model.isOff(4) && !model.isOff(5));
    QCOMPARE(model.numberOf(5), 4);
    QCOMPARE(model.runningFrom(3), QStringLiteral("s06"));
    QVERIFY(model.runningFrom(13).isEmpty());
    QVERIFY(testing::printed(model).at(4).contains(QStringLiteral("switched off")));
    QVERIFY(model.index(4, items::PlanModel::Title).data(items::OffRole).toBool());
}

void TestPlanModel::namesCopiesOfTablesByTheirTables()
{
    const schema::ObjectId orders =
        schema::objectId(schema::Kind::Table, QStringLiteral("public"), QStringLiteral("orders"));
    auto plan = testing::samplePlan();
    plan->steps[0].relations = { QStringLiteral("public.") + plan::ownName(orders, QStringLiteral("new")) };
    items::PlanModel model;
    model.setPlan(plan);
    QCOMPARE(model.index(0, items::PlanModel::Table).data().toString(), QStringLiteral("orders (new)"));
}

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
