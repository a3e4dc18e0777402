#include "readyrunpage.h"

#include <model/items/runstepsmodel.h>
#include <model/project/runservice.h>
#include <model/sources/catalogreader.h>
#include <widgets/common/banner.h>
#include <widgets/run/askstrip.h>
#include <widgets/run/runbuttons.h>
#include <widgets/run/runview.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <tests/support/patience.h>
#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::widgets;
using namespace lockstep::testing;
using execution::RunState;
using execution::StepState;

/// Choosing what runs where, and the page as the run begins and ends.
class TestRunPage : public QObject
{
    Q_OBJECT

private slots:
    void startsOnlyWhenTheNameIsTyped();
    void refusesAPlanThatIsNotProved();
    void allowsTheLossesThatAreTicked();
    void letsBackfillsPressAsHardAsChosen();
    void saysWhatWasAskedUntilItIsSo();
    void pausesAndContinues();
    void leavesTheKeyboardWhereItIs();
    void asksToStopWhereThatIsSeen();
    void showsAPlanThatWasMadeMeanwhileWhenItRuns();
    void asksWhereARunStandsBesideAFinishedOne();
    void asksTheServerOfATargetThatWasNotTyped();
    void endsInTheWordsOfItsOutcome();
    void leadsFromARunThatIsOverToTheNext();
    void runsForReal();
};

void TestRunPage::startsOnlyWhenTheNameIsTyped()
{
    ReadyRunPage ready;
    auto *start = ready.child<QPushButton>("runStart");
    QSignalSpy started(&ready.page, &RunPage::startRequested);
    QVERIFY(!start->isEnabled());
    QTest::keyClicks(ready.child<QLineEdit>("runName"), QStringLiteral("sho"));
    QVERIFY(!start->isEnabled());
    QTest::keyClicks(ready.child<QLineEdit>("runName"), QStringLiteral("p"));
    QVERIFY(start->isEnabled());
    start->click();
    QCOMPARE(started.count(), 1);
    QCOMPARE(started.first().at(0).toBool(), false);
    // Another database: its name has to be typed anew.
    QTest::keyClicks(ready.child<QLineEdit>("runTarget"), QStringLiteral("2"));
    QVERIFY(!start->isEnabled());
}

void TestRunPage::refusesAPlanThatIsNotProved()
{
    ReadyRunPage ready;
    plan::Plan plan = samplePlan();
    plan.steps[0].sql = { QStringLiteral("ALTER TABLE public.users ADD COLUMN tier varchar") };
    ready.page.setPlan(shared(plan));
    QTest::keyClicks(ready.child<QLineEdit>("runName"), QStringLiteral("shop"));
    QVERIFY(!ready.child<QPushButton>("runStart")->isEnabled());
    QVERIFY(ready.child<QLabel>("runReason")->text().contains(QStringLiteral("not proved")));
}

void TestRunPage::letsBackfillsPressAsHardAsChosen()
{
    ReadyRunPage ready;
    execution::RunOptions options;
    ready.page.choose(&options);
    QCOMPARE(options.workers, execution::RunOptions().workers);
    QCOMPARE(options.limits.shareBesideOthers, execution::HealthLimits().shareBesideOthers);
    auto *workers = ready.child<QSpinBox>("runWorkers");
    auto *share = ready.child<QSpinBox>("runShare");
    QVERIFY(workers && share);
    QTest::keyClick(workers, Qt::Key_Up);
    QTest::keyClick(share, Qt::Key_Down);
    ready.page.choose(&options);
    QCOMPARE(options.workers, 2);
    QVERIFY(qAbs(options.limits.shareBesideOthers - 0.45) < 0.001);
}

void TestRunPage::allowsTheLossesThatAreTicked()
{
    ReadyRunPage ready;
    auto *box = ready.child<QCheckBox>("loss_s04");
    QVERIFY(box);
    QVERIFY2(box->accessibleDescription().contains(QStringLiteral("column public.users.old")),
             qPrintable(box->accessibleDescription()));
    box->click();
    ready.page.setPlan(shared(samplePlan())); // proved again: the tick stays
    QTest::keyClicks(ready.child<QLineEdit>("runName"), QStringLiteral("shop"));
    QSignalSpy started(&ready.page, &RunPage::startRequested);
    ready.child<QPushButton>("runStart")->click();
    QCOMPARE(started.first().at(1).value<QSet<QString>>(), QSet<QString>{ QStringLiteral("s04") });
}

void TestRunPage::saysWhatWasAskedUntilItIsSo()
{
    ReadyRunPage ready;
    ready.page.buttons()->show();
    ready.beginFilling();
    const auto *words = ready.child<QLabel>("runState");
    QCOMPARE(words->text(), QStringLiteral("running"));
    ready.child<QPushButton>("runPause")->click();
    QCOMPARE(words->text(), QStringLiteral("finishing what is under way, then pausing"));
    ready.state(RunState::Paused);
    QCOMPARE(words->text(), QStringLiteral("paused"));
}

void TestRunPage::pausesAndContinues()
{
    ReadyRunPage ready;
    ready.page.buttons()->show();
    QSignalSpy paused(&ready.page, &RunPage::pauseRequested);
    QSignalSpy continued(&ready.page, &RunPage::continueRequested);
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.state(RunState::Running);
    ready.step(QStringLiteral("s02"), StepState::Running);
    const auto *steps = ready.child<QTreeView>("runSteps")->model();
    const auto stepState = [steps] { return steps->index(1, items::RunStepsModel::State).data().toString(); };
    QCOMPARE(stepState(), QStringLiteral("running"));
    ready.child<QPushButton>("runPause")->setFocus();
    ready.child<QPushButton>("runPause")->click();
    QCOMPARE(paused.count(), 1);
    ready.state(RunState::Paused);
    QVERIFY(!ready.child<QPushButton>("runPause")->isVisible());
    QCOMPARE(stepState(), QStringLiteral("paused"));
    // Not on the button that stops the run.
    QCOMPARE(ready.page.buttons()->focusWidget(), ready.child<QPushButton>("runContinue"));
    ready.child<QPushButton>("runContinue")->click();
    QCOMPARE(continued.count(), 1);
    ready.state(RunState::Running);
    QCOMPARE(stepState(), QStringLiteral("running"));
}

void TestRunPage::leavesTheKeyboardWhereItIs()
{
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    auto *buttons = new RunButtons;
    auto *edit = new QLineEdit;
    row->addWidget(buttons);
    row->addWidget(edit);
    window.show();
    buttons->setState(RunState::Running, true);
    buttons->findChild<QPushButton *>(QStringLiteral("runPause"))->setFocus();
    edit->setFocus();
    buttons->setState(RunState::Paused, true); // By another program.
    QCOMPARE(window.focusWidget(), edit);
}

void TestRunPage::asksToStopWhereThatIsSeen()
{
    ReadyRunPage ready;
    ready.page.buttons()->show();
    ready.beginFilling();
    auto *strip = ready.page.findChild<RunView *>()->strip();
    ready.page.showHistory();
    ready.child<QPushButton>("runStop")->click();
    QVERIFY(strip->isVisible());
    strip->decline();
    ready.page.runFinished({ QStringLiteral("7f3c"), RunState::Stopped, {} });
    ready.page.focusSetup();
    ready.child<QPushButton>("runRollBack")->click();
    QVERIFY(strip->isVisible());
}

void TestRunPage::showsAPlanThatWasMadeMeanwhileWhenItRuns()
{
    ReadyRunPage ready;
    ready.beginFilling();
    const auto *steps = ready.child<QTreeView>("runSteps")->model();
    plan::Plan next = samplePlan();
    next.steps.removeLast();
    ready.page.setPlan(shared(next));
    QCOMPARE(steps->rowCount(), samplePlan().steps.size());
    ready.page.runFinished({ QStringLiteral("7f3c"), RunState::Done, {} });
    QCOMPARE(steps->rowCount(), samplePlan().steps.size());
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    QCOMPARE(steps->rowCount(), next.steps.size());
}

void TestRunPage::asksWhereARunStandsBesideAFinishedOne()
{
    ReadyRunPage ready;
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    base::Error error;
    error.message = QStringLiteral("The schema is not the one this plan was made for.");
    error.remedy = base::Remedy::PlanAnew;
    ready.page.runFailed(error);
    ready.page.findChild<Banner *>()->findChild<QToolButton *>(QStringLiteral("bannerAction2"))->click();
    const auto *step = ready.child<QComboBox>("runAdopt");
    QVERIFY(step->isVisible());
    execution::RunStatus status;
    status.hasRun = true;
    status.state = RunState::Done;
    status.planDigest = QByteArrayLiteral("sha256:another");
    ready.page.setStatus(status);
    QVERIFY(step->isVisible());
    status.state = RunState::Stopped;
    ready.page.setStatus(status);
    QVERIFY(!step->isVisible());
}

void TestRunPage::asksTheServerOfATargetThatWasNotTyped()
{
    RunPage page;
    QSignalSpy asked(&page, &RunPage::targetEdited);
    page.setTarget(QStringLiteral("dbname=shop"));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("dbname=shop"));
    page.setTarget(QStringLiteral("dbname=shop"));
    QCOMPARE(asked.count(), 1);
}

void TestRunPage::endsInTheWordsOfItsOutcome()
{
    ReadyRunPage ready;
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    QVERIFY(ready.page.isRunning());
    QCOMPARE(ready.child<QLabel>("runWhere")->text(), QStringLiteral("Running on shop @ db1"));
    ready.page.runFinished({ QStringLiteral("7f3c"), RunState::Done, {} });
    QVERIFY(!ready.page.isRunning());
    QCOMPARE(ready.page.state(), RunState::Done);
    QCOMPARE(ready.page.stateLine(), QStringLiteral("done"));
    QCOMPARE(ready.child<QLabel>("runWhere")->text(), QStringLiteral("Ran on shop @ db1"));
    base::Error error = base::internalError(QStringLiteral("The connection was lost."));
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.page.runFailed(error);
    QCOMPARE(ready.page.state(), RunState::Failed);
}

void TestRunPage::leadsFromARunThatIsOverToTheNext()
{
    ReadyRunPage ready;
    const auto *name = ready.child<QLineEdit>("runName");
    QSignalSpy asked(&ready.page, &RunPage::targetEdited);
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.page.handleEvent(
        execution::StepChanged{ { QStringLiteral("s02"), execution::StepState::Running, 0, 1, {} } });
    ready.page.focusSetup();
    QVERIFY(!name->isVisible());
    const auto *steps = ready.child<QTreeView>("runSteps");
    const auto stateOf = [steps](int row) {
        return steps->model()->index(row, items::RunStepsModel::State).data().toString();
    };
    QCOMPARE(stateOf(1), QStringLiteral("running"));
    // Whatever ended it, nothing is at work any more.
    ready.page.runFailed(base::internalError(QStringLiteral("The database is gone.")));
    QCOMPARE(stateOf(1), QStringLiteral("paused"));
    ready.page.focusSetup();
    QVERIFY(name->isVisible());
    QCOMPARE(asked.count(), 1);
    // One plan for several databases.
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.page.runFinished({ QStringLiteral("7f3c"), RunState::Done, {} });
    ready.page.focusSetup();
    QVERIFY(name->isVisible());
    QCOMPARE(asked.count(), 2);
}

void TestRunPage::runsForReal()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    const auto database = scratch::ScratchDatabase::create(server, QStringLiteral("runpage"));
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    QVERIFY((*session)
                ->executeScript(QStringLiteral("CREATE TABLE public.users (id bigint PRIMARY KEY, old text);"
                                               "INSERT INTO public.users SELECT i, 'x' FROM "
                                               "generate_series(1, 20000) i; ANALYZE public.users"))
                .has_value());
    const auto catalog = sources::readCatalog(**session);
    QVERIFY(catalog.has_value());
    plan::Plan plan = samplePlan();
    plan.serverVersion = (*catalog)->serverVersion();
    plan.fingerprint = (*catalog)->fingerprint();

    RunPage page;
    project::RunService service;
    connect(&service, &project::RunService::happened, &page, &RunPage::handleEvent);
    connect(&service, &project::RunService::finished, &page, &RunPage::runFinished);
    QSignalSpy finished(&service, &project::RunService::finished);
    QSignalSpy failed(&service, &project::RunService::failed);
    connect(&service, &project::RunService::happened, this, [&](const execution::RunEvent &event) {
        if (const auto *gate = std::get_if<execution::GateReached>(&event))
            service.approveGate(gate->step);
    });
    page.setPlan(shared(plan));
    page.beginRun((*database)->target().display());
    execution::RunOptions options;
    options.allowedLoss = { QStringLiteral("s04") };
    service.start(shared(plan), (*database)->target(), options);
    QVERIFY(service.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty() || !failed.isEmpty(), testing::longEnoughMs);
    QVERIFY2(failed.isEmpty(),
             failed.isEmpty() ? "" : qPrintable(failed.first().first().value<base::Error>().toText()));
    QCOMPARE(page.state(), RunState::Done);
    QVERIFY(!service.isRunning());
    const auto rows =
        (*session)->query(QStringLiteral("SELECT count(*) FROM public.users WHERE tier = 'free'"));
    QVERIFY(rows.has_value());
    QCOMPARE(rows->integer(0, 0), 20000);
    QVERIFY(page.findChild<QTreeView *>(QStringLiteral("runEvents"))->model()->rowCount() > 0);
}

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
