#include "printmodel.h"

#include <model/items/rehearsalmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;
using execution::StepState;
using items::RehearsalModel;

/// The steps of a rehearsal as a table, while it goes on and afterwards.
class TestRehearsalModel final : public QObject
{
    Q_OBJECT
private slots:
    void showsStepsAsTheyGoOn();
    void showsWhatWasMeasured();
    void forgetsWhatIsOfNoUse();
};

namespace {

plan::PlanPtr samplePlan()
{
    auto plan = std::make_shared<plan::Plan>();
    for (const char *title : { "Build an index", "Wait for the release", "Fill a column" }) {
        plan::Step step;
        step.id = QStringLiteral("s0%1").arg(plan->steps.size() + 1);
        step.title = QLatin1String(title);
        step.kind = plan->steps.size() == 1 ? plan::StepKind::Gate : plan::StepKind::Ddl;
        plan->steps.append(step);
    }
    return plan;
}

proof::RehearsalPtr sampleRehearsal()
{
    auto rehearsal = std::make_shared<proof::Rehearsal>();
    proof::RehearsedStep index;
    index.id = QStringLiteral("s01");
    index.result = proof::StepResult::Done;
    index.ms = 1300;
    index.backMs = 4;
    index.here = { 400, 800, 1000, QStringLiteral("It sorts.") };
    index.holds = { { { QStringLiteral("public.t"), plan::LockMode::Share }, 240 } };
    index.walBytes = 5 * 1024 * 1024;
    index.flags = { proof::StepFlag::LongHold, proof::StepFlag::OffEstimate };
    proof::RehearsedStep gate;
    gate.id = QStringLiteral("s02");
    gate.kind = plan::StepKind::Gate;
    gate.result = proof::StepResult::Done;
    proof::RehearsedStep fill;
    fill.id = QStringLiteral("s03");
    fill.result = proof::StepResult::Failed;
    fill.ms = 7;
    fill.error.message = QStringLiteral("Step s03 failed: value too long.");
    rehearsal->steps = { index, gate, fill };
    return rehearsal;
}

} // namespace

void TestRehearsalModel::showsStepsAsTheyGoOn()
{
    RehearsalModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(samplePlan());
    QCOMPARE(model.rowCount(), 3);
    model.apply(QStringLiteral("s01"), StepState::Running, 0);
    model.apply(QStringLiteral("s99"), StepState::Running, 0);
    QCOMPARE(model.index(0, RehearsalModel::State).data().toString(), QStringLiteral("running"));
    QVERIFY(model.index(0, RehearsalModel::Took).data().toString().isEmpty());
    model.apply(QStringLiteral("s01"), StepState::Done, 1300);
    QCOMPARE(model.index(0, RehearsalModel::State).data().toString(), QStringLiteral("done"));
    QCOMPARE(model.index(0, RehearsalModel::Took).data().toString(), QStringLiteral("1.3 s"));
    QCOMPARE(model.index(1, RehearsalModel::State).data().toString(), QStringLiteral("gate"));
    QVERIFY(!model.stepAt(0));
}

void TestRehearsalModel::showsWhatWasMeasured()
{
    RehearsalModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(samplePlan());
    model.setRehearsal(sampleRehearsal());
    QCOMPARE(model.index(0, RehearsalModel::Held).data().toString(), QStringLiteral("240 ms"));
    QCOMPARE(model.index(0, RehearsalModel::Remarks).data().toString(),
             QStringLiteral("long lock, not as estimated"));
    QCOMPARE(model.index(0, 0).data(items::SeverityRole).toInt(), int(plan::Severity::Warning));
    QCOMPARE(model.index(0, RehearsalModel::Took).data(items::SortRole).toDouble(), 1300.0);
    QVERIFY(model.index(1, RehearsalModel::Took).data().toString().isEmpty());
    QCOMPARE(model.index(2, RehearsalModel::State).data().toString(), QStringLiteral("failed"));
    QCOMPARE(model.index(2, RehearsalModel::Remarks).data().toString(),
             QStringLiteral("Step s03 failed: value too long."));
    QCOMPARE(model.index(2, 0).data(items::SeverityRole).toInt(), int(plan::Severity::Error));
    QVERIFY(model.index(2, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .startsWith(QStringLiteral("Step 3, Fill a column: failed")));
}

void TestRehearsalModel::forgetsWhatIsOfNoUse()
{
    RehearsalModel model;
    QAbstractItemModelTester tester(&model);
    model.setPlan(samplePlan());
    model.setRehearsal(sampleRehearsal());
    model.setRehearsal(nullptr);
    QCOMPARE(model.index(2, RehearsalModel::State).data().toString(), QStringLiteral("waiting"));
    model.setPlan(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.rowOf(QStringLiteral("s01")), -1);
}

QTEST_GUILESS_MAIN(TestRehearsalModel)
#include "tst_rehearsalmodel.moc"
