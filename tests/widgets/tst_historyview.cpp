#include "readyrunpage.h"

#include <widgets/common/banner.h>
#include <widgets/run/historyview.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::widgets;
using namespace lockstep::testing;
using execution::RunState;

namespace {

QVector<execution::RunSummary> twoRuns()
{
    execution::RunSummary run;
    run.id = QStringLiteral("7f3c");
    run.state = RunState::Stopped;
    run.reason = QStringLiteral("Stopped by dba.");
    run.owner = QStringLiteral("dba@laptop");
    run.began = QDateTime(QDate(2026, 11, 22), QTime(0, 10), Qt::UTC);
    run.ended = run.began.addSecs(75);
    execution::RunSummary older = run;
    older.id = QStringLiteral("0b2e");
    older.state = RunState::RolledBack;
    return { run, older };
}

execution::RecordedRun recorded(const QString &id)
{
    execution::RecordedRun run;
    run.summary = twoRuns().first();
    run.summary.id = id;
    execution::RecordedStep step;
    step.title = QStringLiteral("Add column tier");
    step.status = { QStringLiteral("s01"), execution::StepState::Done, 4, 1, {} };
    run.steps = { step };
    run.events = { { run.summary.began, execution::EventLevel::Info, {}, QStringLiteral("first") },
                   { run.summary.ended, execution::EventLevel::Warning, {}, QStringLiteral("last") } };
    return run;
}

int rowsOf(const QWidget &page, const char *table)
{
    return page.findChild<QTreeView *>(QLatin1String(table))->model()->rowCount();
}

} // namespace

/// The history of a database's runs, by mouse and by keyboard.
class TestHistoryView final : public QObject
{
    Q_OBJECT
private slots:
    void showsTheNewestRunFirst();
    void readsTheRunThatIsChosenByKeyboard();
    void ignoresARunThatIsNoLongerChosen();
    void exportsTheEventsOfTheChosenRun();
    void keepsTheChoiceWhenItIsReadAgain();
    void saysThatThereIsNone();
    void comesBackToWhatWasShown();
};

void TestHistoryView::showsTheNewestRunFirst()
{
    HistoryView view;
    view.show();
    QSignalSpy chosen(&view, &HistoryView::runChosen);
    view.setReading(QStringLiteral("shop @ db1"));
    QVERIFY(view.findChild<QLabel *>(QStringLiteral("historyTitle"))
                ->text()
                .contains(QLatin1String("shop @ db1")));
    view.setRuns(twoRuns());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(view.chosenRun(), QStringLiteral("7f3c"));
    view.setRun(recorded(QStringLiteral("7f3c")));
    QCOMPARE(rowsOf(view, "historySteps"), 1);
    QCOMPARE(rowsOf(view, "historyEvents"), 3);
    const QString detail = view.findChild<QLabel *>(QStringLiteral("historyDetail"))->text();
    QVERIFY2(detail.contains(QLatin1String("Stopped by dba.")), qPrintable(detail));
    auto *events = view.findChild<QTreeView *>(QStringLiteral("historyEvents"));
    QVERIFY(events->model()->index(0, 0).data().toString().startsWith(QLatin1String("2026-11-2")));
}

void TestHistoryView::readsTheRunThatIsChosenByKeyboard()
{
    HistoryView view;
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setRuns(twoRuns());
    QSignalSpy chosen(&view, &HistoryView::runChosen);
    QTest::keyClick(view.findChild<QTreeView *>(QStringLiteral("historyRuns")), Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("0b2e"));
    QSignalSpy closed(&view, &HistoryView::closed);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestHistoryView::ignoresARunThatIsNoLongerChosen()
{
    HistoryView view;
    view.setRuns(twoRuns());
    view.setRun(recorded(QStringLiteral("0b2e")));
    QCOMPARE(rowsOf(view, "historySteps"), 0);
    QVERIFY(!view.findChild<QPushButton *>(QStringLiteral("historyExport"))->isEnabled());
}

void TestHistoryView::exportsTheEventsOfTheChosenRun()
{
    HistoryView view;
    view.setRuns(twoRuns());
    view.setRun(recorded(QStringLiteral("7f3c")));
    QSignalSpy exported(&view, &HistoryView::exportRequested);
    view.findChild<QPushButton *>(QStringLiteral("historyExport"))->click();
    QCOMPARE(exported.size(), 1);
    QCOMPARE(exported.first().at(0).toString(), QStringLiteral("7f3c"));
    const auto events = exported.first().at(1).value<QVector<execution::LogLine>>();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.first().text, QStringLiteral("Run 7f3c began."));
    QCOMPARE(events.last().text, QStringLiteral("last"));
    view.setSaved(QStringLiteral("/tmp/run.jsonl"));
    QVERIFY(view.findChild<Banner *>()->title().contains(QLatin1String("/tmp/run.jsonl")));
}

void TestHistoryView::keepsTheChoiceWhenItIsReadAgain()
{
    HistoryView view;
    view.setRuns(twoRuns());
    auto *table = view.findChild<QTreeView *>(QStringLiteral("historyRuns"));
    table->setCurrentIndex(table->model()->index(1, 0));
    QSignalSpy refresh(&view, &HistoryView::refreshRequested);
    view.findChild<QPushButton *>(QStringLiteral("historyRefresh"))->click();
    QCOMPARE(refresh.size(), 1);
    QSignalSpy chosen(&view, &HistoryView::runChosen);
    view.setRuns(twoRuns());
    QCOMPARE(view.chosenRun(), QStringLiteral("0b2e"));
    QCOMPARE(chosen.size(), 1);
}

void TestHistoryView::saysThatThereIsNone()
{
    HistoryView view;
    view.show();
    view.setReading(QStringLiteral("shop"));
    view.setRuns({});
    auto *empty = view.findChild<QLabel *>(QStringLiteral("historyEmpty"));
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains(QLatin1String("no run")));
    QVERIFY(!view.findChild<QTreeView *>(QStringLiteral("historyRuns"))->isVisible());
}

void TestHistoryView::comesBackToWhatWasShown()
{
    ReadyRunPage ready;
    QSignalSpy asked(&ready.page, &RunPage::historyRequested);
    auto *button = ready.child<QPushButton>("runHistory");
    QVERIFY(button->isVisible() && button->isEnabled());
    button->click();
    QCOMPARE(asked.size(), 1);
    ready.page.showHistory();
    QVERIFY(ready.page.history()->isVisible());
    QVERIFY(!button->isVisible());
    ready.child<QPushButton>("historyClose")->click();
    QVERIFY(button->isVisible());
    // A run that begins is shown.
    ready.page.showHistory();
    ready.page.beginRun(QStringLiteral("shop"));
    QVERIFY(!ready.page.history()->isVisible());
}

QTEST_MAIN(TestHistoryView)
#include "tst_historyview.moc"
