#include "readyrunpage.h"

#include <widgets/common/banner.h>
#include <widgets/run/askstrip.h>
#include <widgets/run/runbuttons.h>
#include <widgets/run/runview.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace lockstep;
using namespace lockstep::widgets;
using namespace lockstep::testing;
using execution::RunState;
using execution::StepState;

/// What the run page asks before it goes on, and what it does with the answer.
class TestRunQuestions : public QObject
{
    Q_OBJECT

private slots:
    void offersToResumeAnUnfinishedRun();
    void saysThatNobodyWorksOnARunWhoseRunnerIsGone();
    void offersToRollBackARunOfTheJournal_data();
    void offersToRollBackARunOfTheJournal();
    void goesOnlyBackWhereARollbackHasBegun_data();
    void goesOnlyBackWhereARollbackHasBegun();
    void saysWhatEndedEarly();
    void offersNothingOfAnotherPlan();
    void offersToOpenThePlanThatTheJournalHolds();
    void asksBeforeItTakesARunOver();
    void asksBeforeItStops();
    void confirmsAGate();
    void asksForTheGateAgainAfterAStopThatWasDeclined();
    void endsABlockerOnlyWhenThatIsConfirmed();
    void saysWhyABlockerIsKept();
    void offersMoreTimeWhenItIsUsedUp();
};

namespace {

execution::RunStatus foundStatus(RunState state)
{
    execution::RunStatus status;
    status.hasRun = true;
    status.runId = QStringLiteral("7f3c");
    status.state = state;
    status.isGoingBack = state == RunState::RollingBack;
    status.planDigest = samplePlan().digest();
    status.steps = { { QStringLiteral("s01"), StepState::Done, 4, 1, {} } };
    return status;
}

execution::LockWait waitFor(const QString &state, const QString &kept = {})
{
    execution::Blocker blocker;
    blocker.pid = 47102;
    blocker.user = QStringLiteral("billing");
    blocker.application = QStringLiteral("report");
    blocker.query = QStringLiteral("SELECT  sum(x)\nFROM users");
    blocker.state = state;
    blocker.transactionSeconds = 754;
    blocker.stateSeconds = 700;
    blocker.keptBecause = kept;
    return { QStringLiteral("s01"), 1500, { blocker } };
}

/// The button of the question that is asked now; null: none is.
QPushButton *visibleAnswer(const RunPage &page, const char *name)
{
    for (QPushButton *button : page.findChildren<QPushButton *>(QLatin1String(name))) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

void TestRunQuestions::offersToResumeAnUnfinishedRun()
{
    ReadyRunPage ready;
    execution::RunStatus status;
    status.hasRun = true;
    status.runId = QStringLiteral("7f3c");
    status.state = RunState::Stopped;
    status.planDigest = samplePlan().digest();
    status.steps = { { QStringLiteral("s01"), StepState::Done, 4, 1, {} } };
    ready.page.setStatus(status);
    QTest::keyClicks(ready.child<QLineEdit>("runName"), QStringLiteral("shop"));
    QVERIFY(!ready.child<QPushButton>("runStart")->isEnabled());
    QSignalSpy started(&ready.page, &RunPage::startRequested);
    QPushButton *resume = nullptr;
    for (QPushButton *button : ready.page.findChildren<QPushButton *>(QStringLiteral("askAccept"))) {
        if (button->isVisible())
            resume = button;
    }
    QVERIFY(resume);
    resume->click();
    QCOMPARE(started.count(), 1);
    QCOMPARE(started.first().at(0).toBool(), true);
}

void TestRunQuestions::saysThatNobodyWorksOnARunWhoseRunnerIsGone()
{
    ReadyRunPage ready;
    ready.page.setStatus(foundStatus(RunState::Running));
    const auto labels = ready.page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisibleTo(label->window())
               && label->text().contains(QLatin1String(": nobody is working on it, "));
    }));
}

void TestRunQuestions::offersToRollBackARunOfTheJournal_data()
{
    QTest::addColumn<RunState>("state");
    QTest::addColumn<QByteArray>("button");
    QTest::newRow("stopped halfway") << RunState::Stopped << QByteArray("askDecline");
    QTest::newRow("failed") << RunState::Failed << QByteArray("askDecline");
    QTest::newRow("done") << RunState::Done << QByteArray("askAccept");
    QTest::newRow("halfway back") << RunState::RollingBack << QByteArray("askAccept");
}

void TestRunQuestions::offersToRollBackARunOfTheJournal()
{
    QFETCH(RunState, state);
    QFETCH(QByteArray, button);
    ReadyRunPage ready;
    QSignalSpy rolledBack(&ready.page, &RunPage::foundRollBackRequested);
    QSignalSpy started(&ready.page, &RunPage::startRequested);
    ready.page.setStatus(foundStatus(state));
    QPushButton *first = visibleAnswer(ready.page, button.constData());
    QVERIFY(first);
    QVERIFY2(first->text().contains(QLatin1String("oll")), qPrintable(first->text()));
    first->click();
    QCOMPARE(rolledBack.size(), 0);
    // Asked again; no leaves everything as it was.
    visibleAnswer(ready.page, "askDecline")->click();
    QCOMPARE(rolledBack.size(), 0);
    visibleAnswer(ready.page, button.constData())->click();
    visibleAnswer(ready.page, "askAccept")->click();
    QCOMPARE(rolledBack.size(), 1);
    QVERIFY(started.isEmpty());
}

void TestRunQuestions::goesOnlyBackWhereARollbackHasBegun_data()
{
    QTest::addColumn<RunState>("state");
    QTest::newRow("stopped") << RunState::Stopped;
    QTest::newRow("failed") << RunState::Failed;
    QTest::newRow("paused") << RunState::Paused;
    QTest::newRow("waiting for a lock") << RunState::WaitingLock;
}

/// What it waits for, or has ended with, is then the run's state.
void TestRunQuestions::goesOnlyBackWhereARollbackHasBegun()
{
    QFETCH(RunState, state);
    ReadyRunPage ready;
    const QSignalSpy rolledBack(&ready.page, &RunPage::foundRollBackRequested);
    QSignalSpy taken(&ready.page, &RunPage::takeOverRequested);
    execution::RunStatus status = foundStatus(state);
    status.isGoingBack = true;
    ready.page.setStatus(status);
    QCOMPARE(visibleAnswer(ready.page, "askAccept")->text(), QStringLiteral("Go on rolling back\u2026"));
    QVERIFY(!visibleAnswer(ready.page, "askDecline"));
    visibleAnswer(ready.page, "askAccept")->click();
    QCOMPARE(visibleAnswer(ready.page, "askAccept")->text(), QStringLiteral("Go on rolling back"));
    visibleAnswer(ready.page, "askAccept")->click();
    QCOMPARE(rolledBack.size(), 1);
    status.runnerAlive = true;
    ready.page.setStatus(status);
    visibleAnswer(ready.page, "askDecline")->click();
    visibleAnswer(ready.page, "askAccept")->click();
    QCOMPARE(taken.size(), 1);
    QVERIFY(taken.first().at(1).toBool());
}

void TestRunQuestions::saysWhatEndedEarly()
{
    ReadyRunPage ready;
    const auto *banner = ready.page.findChild<widgets::Banner *>();
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.state(RunState::Running);
    ready.page.runFinished({ {}, RunState::Stopped, {} });
    QVERIFY2(banner->title().startsWith(QLatin1String("The run ended early")), qPrintable(banner->title()));
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.state(RunState::RollingBack);
    ready.state(RunState::WaitingLock);
    ready.page.runFinished({ {}, RunState::Stopped, {} });
    QVERIFY2(banner->title().startsWith(QLatin1String("The rollback ended early")),
             qPrintable(banner->title()));
}

void TestRunQuestions::offersNothingOfAnotherPlan()
{
    ReadyRunPage ready;
    execution::RunStatus status = foundStatus(RunState::Stopped);
    status.planDigest = "sha256:other";
    ready.page.setStatus(status);
    QVERIFY(!visibleAnswer(ready.page, "askAccept"));
    auto *remark = ready.child<QLabel>("foundRunRemark");
    QVERIFY(remark->isVisible());
    QVERIFY(remark->text().contains(QLatin1String("another plan")));
    // Once that plan is open it can be.
    plan::Plan other = samplePlan();
    other.steps[0].title = QStringLiteral("The same statements under another title");
    status.planDigest = other.digest();
    ready.page.setStatus(status);
    ready.page.setPlan(shared(other));
    QVERIFY(visibleAnswer(ready.page, "askAccept"));
    QVERIFY(!remark->isVisible());
}

void TestRunQuestions::offersToOpenThePlanThatTheJournalHolds()
{
    ReadyRunPage ready;
    QSignalSpy asked(&ready.page, &RunPage::runPlanRequested);
    execution::RunStatus status = foundStatus(RunState::Stopped);
    status.planDigest = "sha256:other";
    status.hasPlan = true;
    ready.page.setStatus(status);
    QVERIFY(!ready.child<QLabel>("foundRunRemark")->isVisible());
    visibleAnswer(ready.page, "askAccept")->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), status.runId);
}

void TestRunQuestions::asksBeforeItTakesARunOver()
{
    ReadyRunPage ready;
    QSignalSpy taken(&ready.page, &RunPage::takeOverRequested);
    QSignalSpy stopped(&ready.page, &RunPage::remoteStopRequested);
    execution::RunStatus status = foundStatus(RunState::Running);
    status.runnerAlive = true;
    ready.page.setStatus(status);
    visibleAnswer(ready.page, "askDecline")->click();
    visibleAnswer(ready.page, "askDecline")->click();
    QVERIFY(taken.isEmpty());
    visibleAnswer(ready.page, "askDecline")->click();
    visibleAnswer(ready.page, "askAccept")->click();
    QCOMPARE(taken.size(), 1);
    ready.page.setStatus(status);
    visibleAnswer(ready.page, "askAccept")->click();
    QCOMPARE(stopped.size(), 1);
}

void TestRunQuestions::asksBeforeItStops()
{
    ReadyRunPage ready;
    ready.page.buttons()->show();
    QSignalSpy stopped(&ready.page, &RunPage::stopRequested);
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.state(RunState::Running);
    ready.child<QPushButton>("runStop")->click();
    QCOMPARE(stopped.count(), 0);
    AskStrip *strip = nullptr;
    for (AskStrip *each : ready.page.findChildren<AskStrip *>()) {
        if (each->isVisible())
            strip = each;
    }
    QVERIFY(strip);
    strip->findChild<QPushButton *>(QStringLiteral("askAccept"))->click();
    QCOMPARE(stopped.count(), 1);
    QVERIFY(!strip->isVisible());
    // The second press means: now.
    ready.state(RunState::Stopping);
    ready.child<QPushButton>("runStop")->click();
    QCOMPARE(stopped.count(), 2);
}

void TestRunQuestions::confirmsAGate()
{
    ReadyRunPage ready;
    QSignalSpy approved(&ready.page, &RunPage::gateApproved);
    QSignalSpy allowed(&ready.page, &RunPage::lossAllowed);
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    const auto press = [&](const QString &expected) {
        for (QPushButton *button : ready.page.findChildren<QPushButton *>(QStringLiteral("askAccept"))) {
            if (button->isVisible()) {
                QVERIFY2(button->text().startsWith(expected), qPrintable(button->text()));
                button->click();
                return;
            }
        }
        QFAIL("no question is asked");
    };
    ready.page.handleEvent(
        execution::GateReached{ QStringLiteral("s03"), QStringLiteral("The release is live.") });
    press(QStringLiteral("Confirm: The release is live"));
    QCOMPARE(approved.count(), 1);
    QCOMPARE(approved.first().first().toString(), QStringLiteral("s03"));
    ready.page.handleEvent(execution::GateReached{
        QStringLiteral("s03"),
        QStringLiteral("Every release sets tier.\nNothing uses column old any more.") });
    press(QStringLiteral("Confirm all of this"));
    ready.page.handleEvent(execution::LossAsked{ QStringLiteral("s04"), QStringLiteral("column old") });
    press(QStringLiteral("Allow it"));
    QCOMPARE(allowed.first().first().toString(), QStringLiteral("s04"));
}

void TestRunQuestions::asksForTheGateAgainAfterAStopThatWasDeclined()
{
    ReadyRunPage ready;
    ready.page.beginRun(QStringLiteral("shop"));
    ready.page.handleEvent(
        execution::GateReached{ QStringLiteral("s03"), QStringLiteral("The release is live.") });
    ready.child<QPushButton>("runStop")->click();
    ready.child<QPushButton>("runRollBack")->click();
    auto *strip = ready.page.findChild<RunView *>()->strip();
    QCOMPARE(strip->id(), QStringLiteral("roll-back"));
    strip->findChild<QPushButton *>(QStringLiteral("askDecline"))->click();
    QCOMPARE(strip->id(), QStringLiteral("s03"));
    QVERIFY(strip->isVisibleTo(&ready.page));
    QSignalSpy approved(&ready.page, &RunPage::gateApproved);
    strip->findChild<QPushButton *>(QStringLiteral("askAccept"))->click();
    QCOMPARE(approved.count(), 1);
    QCOMPARE(approved.first().first().toString(), QStringLiteral("s03"));
}

void TestRunQuestions::endsABlockerOnlyWhenThatIsConfirmed()
{
    ReadyRunPage ready;
    qRegisterMetaType<execution::Blocker>();
    qRegisterMetaType<execution::BlockerEnd>();
    QSignalSpy ended(&ready.page, &RunPage::blockerEndRequested);
    ready.page.beginRun(QStringLiteral("shop"));
    ready.state(RunState::WaitingLock);
    ready.page.handleEvent(waitFor(QStringLiteral("active")));
    auto *view = ready.child<QTreeView>("blockers");
    QVERIFY(view->isVisible());
    QCOMPARE(view->model()->rowCount(), 1);
    QVERIFY(!ready.child<QPushButton>("blockerExtend")->isVisible());
    ready.child<QPushButton>("blockerCancel")->click();
    QVERIFY(ended.isEmpty());
    visibleAnswer(ready.page, "askDecline")->click();
    QVERIFY(ended.isEmpty());
    ready.child<QPushButton>("blockerTerminate")->click();
    const QString question = ready.page.findChild<RunView *>()->strip()->question();
    for (const char *part : { "47102", "billing", "report", "12 min 34 s", "rolled back" })
        QVERIFY2(question.contains(QLatin1String(part)), qPrintable(question));
    visibleAnswer(ready.page, "askAccept")->click();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().at(0).value<execution::Blocker>().pid, 47102);
    QCOMPARE(ended.first().at(1).value<execution::BlockerEnd>(), execution::BlockerEnd::Terminate);
    // A question about somebody who has gone is no question.
    ready.child<QPushButton>("blockerCancel")->click();
    ready.state(RunState::Running);
    QVERIFY(!visibleAnswer(ready.page, "askAccept"));
    QVERIFY(!view->isVisible());
}

void TestRunQuestions::saysWhyABlockerIsKept()
{
    ReadyRunPage ready;
    ready.page.beginRun(QStringLiteral("shop"));
    ready.state(RunState::WaitingLock);
    ready.page.handleEvent(
        waitFor(QStringLiteral("active"), QStringLiteral("It is a vacuum against wraparound.")));
    QVERIFY(!ready.child<QPushButton>("blockerCancel")->isVisible());
    QVERIFY(!ready.child<QPushButton>("blockerTerminate")->isVisible());
    QCOMPARE(ready.child<QLabel>("blockerKept")->text(),
             QStringLiteral("It is a vacuum against wraparound."));
    ready.page.handleEvent(waitFor(QStringLiteral("idle in transaction")));
    QVERIFY(!ready.child<QPushButton>("blockerCancel")->isEnabled());
    QVERIFY(ready.child<QPushButton>("blockerTerminate")->isEnabled());
}

void TestRunQuestions::offersMoreTimeWhenItIsUsedUp()
{
    ReadyRunPage ready;
    QSignalSpy extended(&ready.page, &RunPage::lockWaitExtended);
    ready.page.beginRun(QStringLiteral("shop"));
    ready.state(RunState::WaitingLock);
    execution::LockWait wait = waitFor(QStringLiteral("active"));
    wait.isOverdue = true;
    ready.page.handleEvent(wait);
    auto *extend = ready.child<QPushButton>("blockerExtend");
    QVERIFY(extend->isVisible());
    extend->click();
    QCOMPARE(extended.size(), 1);
}

QTEST_MAIN(TestRunQuestions)
#include "tst_runquestions.moc"
