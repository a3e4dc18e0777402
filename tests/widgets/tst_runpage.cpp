#include "../support/postgrestest.h"

#include <model/project/runservice.h>
#include <model/sources/catalogreader.h>
#include <widgets/run/askstrip.h>
#include <widgets/run/curve.h>
#include <widgets/run/runbuttons.h>
#include <widgets/run/runpage.h>
#include <widgets/run/runview.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::widgets;
using execution::RunState;
using execution::StepState;

namespace {

plan::Step stepOf(const QString &id, const QString &title, const QStringList &sql)
{
    plan::Step step;
    step.id = id;
    step.title = title;
    step.sql = sql;
    step.assessment.analysed = true;
    return step;
}

/// Adds a column, fills it, drops another behind a gate.
plan::Plan samplePlan()
{
    plan::Plan plan;
    plan.steps = { stepOf(QStringLiteral("s01"), QStringLiteral("Add column tier"),
                          { QStringLiteral("ALTER TABLE public.users ADD COLUMN tier text") }) };
    plan::Step fill =
        stepOf(QStringLiteral("s02"), QStringLiteral("Fill users.tier"),
               { QStringLiteral("UPDATE public.users SET tier = 'free' WHERE id > :from AND id <= :to") });
    fill.kind = plan::StepKind::Backfill;
    fill.phase = plan::Phase::Backfill;
    fill.transaction = plan::TransactionMode::None;
    fill.backfill = plan::BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"),
                                                         QStringLiteral("users")),
                                        QStringLiteral("tier = 'free'"),
                                        QStringLiteral("tier IS NULL"),
                                        plan::Batcher::Keyset,
                                        { QStringLiteral("id") },
                                        { QStringLiteral("bigint") } };
    plan.steps.append(fill);
    plan::Step gate = stepOf(QStringLiteral("s03"), QStringLiteral("Gate"), {});
    gate.kind = plan::StepKind::Gate;
    gate.phase = plan::Phase::Contract;
    gate.gateText = QStringLiteral("The release that uses tier is live");
    plan.steps.append(gate);
    plan::Step drop = stepOf(QStringLiteral("s04"), QStringLiteral("Drop column old"),
                             { QStringLiteral("ALTER TABLE public.users DROP COLUMN old") });
    drop.phase = plan::Phase::Contract;
    drop.loses = { { QStringLiteral("column public.users.old"), 2300000, 91000000 } };
    plan.steps.append(drop);
    plan.steps[0].rollback.sql = { QStringLiteral("ALTER TABLE public.users DROP COLUMN tier") };
    plan.steps[3].rollback.sql = { QStringLiteral("ALTER TABLE public.users ADD COLUMN old text") };
    plan.proof.status = plan::ProofStatus::Proved;
    plan.proof.planDigest = plan.digest();
    return plan;
}

plan::PlanPtr shared(const plan::Plan &plan)
{
    return std::make_shared<const plan::Plan>(plan);
}

/// A page with a proved plan and a server that answered.
struct Ready
{
    RunPage page;
    Ready()
    {
        page.show();
        page.setPlan(shared(samplePlan()));
        page.setTarget(QStringLiteral("dbname=shop"));
        page.setServer(QStringLiteral("shop"), QStringLiteral("PostgreSQL 15.18"));
    }
    template <typename T>
    T *child(const char *name) const
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    void state(RunState state, const QString &why = {})
    {
        page.handleEvent(execution::StateChanged{ state, why });
    }
    void step(const QString &id, StepState state)
    {
        page.handleEvent(execution::StepChanged{ { id, state, 4, 1, {} } });
    }
};

} // namespace

class TestRunPage : public QObject
{
    Q_OBJECT

private slots:
    void startsOnlyWhenTheNameIsTyped();
    void refusesAPlanThatIsNotProved();
    void allowsTheLossesThatAreTicked();
    void offersToResumeAnUnfinishedRun();
    void showsABackfillInNumbers();
    void saysWhomItWaitsForAndSinceWhen();
    void pausesAndContinues();
    void asksBeforeItStops();
    void confirmsAGate();
    void asksForTheGateAgainAfterAStopThatWasDeclined();
    void asksTheServerOfATargetThatWasNotTyped();
    void endsInTheWordsOfItsOutcome();
    void runsForReal();
};

void TestRunPage::startsOnlyWhenTheNameIsTyped()
{
    Ready ready;
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
    Ready ready;
    plan::Plan plan = samplePlan();
    plan.steps[0].sql = { QStringLiteral("ALTER TABLE public.users ADD COLUMN tier varchar") };
    ready.page.setPlan(shared(plan));
    QTest::keyClicks(ready.child<QLineEdit>("runName"), QStringLiteral("shop"));
    QVERIFY(!ready.child<QPushButton>("runStart")->isEnabled());
    QVERIFY(ready.child<QLabel>("runReason")->text().contains(QStringLiteral("not proved")));
}

void TestRunPage::allowsTheLossesThatAreTicked()
{
    Ready ready;
    auto *box = ready.child<QCheckBox>("loss_s04");
    QVERIFY(box);
    QVERIFY2(box->text().contains(QStringLiteral("column public.users.old")), qPrintable(box->text()));
    box->click();
    ready.page.setPlan(shared(samplePlan())); // proved again: the tick stays
    QTest::keyClicks(ready.child<QLineEdit>("runName"), QStringLiteral("shop"));
    QSignalSpy started(&ready.page, &RunPage::startRequested);
    ready.child<QPushButton>("runStart")->click();
    QCOMPARE(started.first().at(1).value<QSet<QString>>(), QSet<QString>{ QStringLiteral("s04") });
}

void TestRunPage::offersToResumeAnUnfinishedRun()
{
    Ready ready;
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

void TestRunPage::showsABackfillInNumbers()
{
    Ready ready;
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.state(RunState::Running);
    ready.step(QStringLiteral("s02"), StepState::Running);
    QCOMPARE(ready.page.stateLine(), QStringLiteral("step 2 of 4, running"));
    execution::BackfillProgress progress;
    progress.step = QStringLiteral("s02");
    progress.rowsDone = 1334000;
    progress.rowsTotal = 2300000;
    progress.rowsPerSecond = 8940;
    progress.fractionDone = 0.58;
    progress.etaLowSeconds = 90;
    progress.etaHighSeconds = 140;
    progress.slowedBecause = QStringLiteral("replica db2 is 1.3 s behind.");
    ready.page.handleEvent(execution::BackfillAdvanced{ progress });
    QCOMPARE(ready.child<QLabel>("runTitle")->text(), QStringLiteral("Fill users.tier"));
    const QString rows = ready.child<QLabel>("runRows")->text();
    QVERIFY2(rows.contains(QStringLiteral("of about")), qPrintable(rows));
    QVERIFY(ready.child<QLabel>("runStrip")->isVisible());
    QVERIFY(ready.child<QLabel>("runStrip")->text().contains(QStringLiteral("replica db2")));
    const auto curves = ready.page.findChildren<Curve *>();
    QCOMPARE(curves.size(), 3);
    for (const Curve *curve : curves)
        QCOMPARE(curve->count(), 1);
    progress.slowedBecause.clear();
    ready.page.handleEvent(execution::BackfillAdvanced{ progress });
    QVERIFY(!ready.child<QLabel>("runStrip")->isVisible());
}

void TestRunPage::saysWhomItWaitsForAndSinceWhen()
{
    Ready ready;
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.step(QStringLiteral("s01"), StepState::WaitingLock);
    ready.state(RunState::WaitingLock);
    execution::LockWait wait{ QStringLiteral("s01"), 1500, {} };
    wait.blockers = { { 47102, QStringLiteral("billing"), QStringLiteral("report"),
                        QStringLiteral("SELECT  sum(x)\nFROM users"), QStringLiteral("active"), 12 } };
    ready.page.handleEvent(wait);
    const QString text = ready.child<QLabel>("runStrip")->text();
    for (const char *part : { "47102", "billing", "report", "SELECT sum(x) FROM users", "12 s", "since" })
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    ready.state(RunState::Running);
    QVERIFY(!ready.child<QLabel>("runStrip")->isVisible());
}

void TestRunPage::pausesAndContinues()
{
    Ready ready;
    ready.page.buttons()->show();
    QSignalSpy paused(&ready.page, &RunPage::pauseRequested);
    QSignalSpy continued(&ready.page, &RunPage::continueRequested);
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.state(RunState::Running);
    ready.child<QPushButton>("runPause")->click();
    QCOMPARE(paused.count(), 1);
    ready.state(RunState::Paused);
    QVERIFY(!ready.child<QPushButton>("runPause")->isVisible());
    ready.child<QPushButton>("runContinue")->click();
    QCOMPARE(continued.count(), 1);
}

void TestRunPage::asksBeforeItStops()
{
    Ready ready;
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

void TestRunPage::confirmsAGate()
{
    Ready ready;
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

void TestRunPage::asksForTheGateAgainAfterAStopThatWasDeclined()
{
    Ready ready;
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
    Ready ready;
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
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty() || !failed.isEmpty(), 60000);
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
