#include "printmodel.h"

#include <model/items/roles.h>
#include <model/items/runhistorymodel.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;
using items::RecordedStepsModel;
using items::RunHistoryModel;

namespace {

execution::RunSummary summary(const QString &id, execution::RunState state)
{
    execution::RunSummary run;
    run.id = id;
    run.state = state;
    run.owner = QStringLiteral("dba@laptop, process 4711, 0c7d11aa");
    run.began = QDateTime(QDate(2026, 11, 22), QTime(0, 10), Qt::UTC);
    run.ended = run.began.addSecs(252);
    run.steps = 14;
    run.stepsDone = 9;
    return run;
}

} // namespace

/// Runs and steps as a journal remembers them.
class TestRunHistoryModel final : public QObject
{
    Q_OBJECT
private slots:
    void tellsResultDurationAndByWhom();
    void findsARunAgain();
    void tellsWhatBecameOfEachStep();
    void putsStepsBetweenTheEvents();
};

void TestRunHistoryModel::tellsResultDurationAndByWhom()
{
    RunHistoryModel model;
    QAbstractItemModelTester tester(&model);
    execution::RunSummary failed = summary(QStringLiteral("7f3c1234-aaaa"), execution::RunState::Failed);
    failed.reason = QStringLiteral("Step s03 failed.");
    model.setRuns({ failed, summary(QStringLiteral("0b2e"), execution::RunState::Done) });
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, RunHistoryModel::Result), QStringLiteral("failed"));
    QCOMPARE(text(0, RunHistoryModel::Took), QStringLiteral("4 min 12 s"));
    QCOMPARE(text(0, RunHistoryModel::Steps), QStringLiteral("9 of 14"));
    QCOMPARE(text(0, RunHistoryModel::Owner), QStringLiteral("dba@laptop"));
    QCOMPARE(text(0, RunHistoryModel::Run), QStringLiteral("7f3c1234"));
    QVERIFY(!text(0, RunHistoryModel::Began).isEmpty());
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), failed.reason);
    QCOMPARE(model.index(1, 0).data(items::RunStateRole).toInt(), int(execution::RunState::Done));
}

void TestRunHistoryModel::findsARunAgain()
{
    RunHistoryModel model;
    QAbstractItemModelTester tester(&model);
    model.setRuns({ summary(QStringLiteral("b"), execution::RunState::Done),
                    summary(QStringLiteral("a"), execution::RunState::Done) });
    QCOMPARE(model.rowOf(QStringLiteral("a")), 1);
    QCOMPARE(model.rowOf(QStringLiteral("c")), -1);
    QVERIFY(!model.runAt(2));
    QCOMPARE(model.runAt(0)->id, QStringLiteral("b"));
}

void TestRunHistoryModel::tellsWhatBecameOfEachStep()
{
    RecordedStepsModel model;
    QAbstractItemModelTester tester(&model);
    execution::RecordedStep done;
    done.title = QStringLiteral("Add column tier");
    done.status = { QStringLiteral("s01"), execution::StepState::Done, 4, 2, {} };
    execution::RecordedStep failed;
    failed.title = QStringLiteral("Validate");
    failed.status = { QStringLiteral("s02"), execution::StepState::Failed, 0, 1,
                      QStringLiteral("7 rows violate it.") };
    model.setSteps({ done, failed });
    QCOMPARE(testing::printed(model), (QStringList{ QStringLiteral("Add column tier | done | 4 ms | 2"),
                                                    QStringLiteral("Validate | failed |  | 1") }));
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), failed.status.error);
    QCOMPARE(model.index(1, 0).data(items::StepStateRole).toInt(), int(execution::StepState::Failed));
}

void TestRunHistoryModel::putsStepsBetweenTheEvents()
{
    execution::RecordedRun run;
    run.summary = summary(QStringLiteral("7f3c"), execution::RunState::Failed);
    const QDateTime began = run.summary.began;
    run.events = { { began.addSecs(5), execution::EventLevel::Warning, {}, QStringLiteral("slow disk") } };
    execution::RecordedStep step;
    step.title = QStringLiteral("Add column tier");
    step.status = { QStringLiteral("s01"), execution::StepState::Done, 4, 1, {} };
    step.ended = began.addSecs(2);
    execution::RecordedStep open;
    open.status.step = QStringLiteral("s02");
    run.steps = { step, open };
    QStringList texts;
    for (const execution::LogLine &line : items::watchedEvents(run))
        texts.append(line.text);
    QCOMPARE(texts, (QStringList{ QStringLiteral("Run 7f3c began."),
                                  QStringLiteral("Step 1, Add column tier: done in 4 ms."),
                                  QStringLiteral("slow disk") }));
}

QTEST_GUILESS_MAIN(TestRunHistoryModel)
#include "tst_runhistorymodel.moc"
