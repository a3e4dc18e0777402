#include "readyrunpage.h"

#include <widgets/run/askstrip.h>
#include <widgets/run/runbuttons.h>
#include <widgets/run/runview.h>

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

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
    void asksBeforeItStops();
    void confirmsAGate();
    void asksForTheGateAgainAfterAStopThatWasDeclined();
};

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

QTEST_MAIN(TestRunQuestions)
#include "tst_runquestions.moc"
