#include "printmodel.h"
#include "sampleplan.h"

#include <model/items/roles.h>
#include <model/items/runstepsmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;
using execution::StepState;
using execution::StepStatus;

class TestRunStepsModel final : public QObject
{
    Q_OBJECT
private slots:
    void showsEstimatesBeforeTheRun();
    void showsWhatStepsTook();
    void showsHowFarABackfillIs();
    void doesNotMoveAStepThatIsOver();
    void ignoresUnknownSteps();
    void changesOnlyTheRowConcerned();
};

void TestRunStepsModel::showsEstimatesBeforeTheRun()
{
    items::RunStepsModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(testing::samplePlan());
    const QStringList lines = testing::printed(model);
    QCOMPARE(lines.at(4), QStringLiteral("Fill users.subscription_tier | waiting | 4 min 12 s"));
    QCOMPARE(lines.at(12),
             QStringLiteral("Gate: the release that uses account_id is live | will wait for you"));
}

void TestRunStepsModel::showsWhatStepsTook()
{
    items::RunStepsModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(testing::samplePlan());
    model.apply(QVector<StepStatus>{
        { QStringLiteral("s01"), StepState::Done, 9, 1, {} },
        { QStringLiteral("s02"), StepState::Failed, 501, 3, QStringLiteral("timeout") } });
    const QStringList lines = testing::printed(model);
    QCOMPARE(lines.at(0), QStringLiteral("Add column subscription_tier, no default | done | 9 ms"));
    QCOMPARE(lines.at(1), QStringLiteral("Keep subscription_tier filled by trigger | failed | 501 ms"));
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("timeout"));
    QCOMPARE(model.doneCount(), 1);
}

void TestRunStepsModel::showsHowFarABackfillIs()
{
    items::RunStepsModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(testing::samplePlan());
    model.apply(StepStatus{ QStringLiteral("s05"), StepState::Running, 0, 1, {} });
    execution::BackfillProgress progress;
    progress.step = QStringLiteral("s05");
    progress.fractionDone = 0.58;
    model.apply(progress);
    QCOMPARE(model.index(4, items::RunStepsModel::State).data().toString(), QStringLiteral("running, 58 %"));
    progress.fractionDone = 1.4;
    model.apply(progress);
    QCOMPARE(model.index(4, items::RunStepsModel::State).data().toString(), QStringLiteral("running, 100 %"));
}

void TestRunStepsModel::doesNotMoveAStepThatIsOver()
{
    items::RunStepsModel model;
    model.setPlan(testing::samplePlan());
    model.apply(StepStatus{ QStringLiteral("s05"), StepState::Done, 1000, 1, {} });
    execution::BackfillProgress late;
    late.step = QStringLiteral("s05");
    late.fractionDone = 0.9;
    model.apply(late);
    QCOMPARE(model.index(4, items::RunStepsModel::State).data().toString(), QStringLiteral("done"));
}

void TestRunStepsModel::ignoresUnknownSteps()
{
    items::RunStepsModel model;
    model.setPlan(testing::samplePlan());
    QSignalSpy changed(&model, &items::RunStepsModel::dataChanged);
    model.apply(StepStatus{ QStringLiteral("s99"), StepState::Done, 1, 1, {} });
    QCOMPARE(changed.count(), 0);
}

void TestRunStepsModel::changesOnlyTheRowConcerned()
{
    items::RunStepsModel model;
    model.setPlan(testing::samplePlan());
    QSignalSpy changed(&model, &items::RunStepsModel::dataChanged);
    model.apply(StepStatus{ QStringLiteral("s03"), StepState::Running, 0, 1, {} });
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);
    QCOMPARE(model.index(2, 0).data(items::StepStateRole).toInt(), int(StepState::Running));
}

QTEST_GUILESS_MAIN(TestRunStepsModel)
#include "tst_runstepsmodel.moc"
