#include "readyrunpage.h"

#include <model/project/runservice.h>
#include <model/sources/catalogreader.h>
#include <widgets/run/curve.h>
#include <widgets/run/runbuttons.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

#include <algorithm>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::widgets;
using namespace lockstep::testing;
using execution::RunState;
using execution::StepState;

class TestRunPage : public QObject
{
    Q_OBJECT

private slots:
    void startsOnlyWhenTheNameIsTyped();
    void refusesAPlanThatIsNotProved();
    void allowsTheLossesThatAreTicked();
    void letsBackfillsPressAsHardAsChosen();
    void showsABackfillInNumbers();
    void saysWhatABackfillCosts();
    void promisesNothingBeforeItWasMeasured();
    void tellsHeldFromSlowedAndSinceWhen();
    void showsHowFarABuildIs();
    void saysWhatWasAskedUntilItIsSo();
    void saysWhereInThePlanItIs();
    void saysWhyItIsNotGoingOn();
    void saysWhomItWaitsForAndSinceWhen();
    void pausesAndContinues();
    void asksTheServerOfATargetThatWasNotTyped();
    void endsInTheWordsOfItsOutcome();
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

void TestRunPage::showsABackfillInNumbers()
{
    ReadyRunPage ready;
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
    // No replica, no curve of it.
    for (const Curve *curve : ready.page.findChildren<Curve *>())
        QCOMPARE(curve->count(), curve->isVisible() ? 1 : 0);
    progress.slowedBecause.clear();
    ready.page.handleEvent(execution::BackfillAdvanced{ progress });
    QVERIFY(!ready.child<QLabel>("runStrip")->isVisible());
}

namespace {

/// In the middle of filling.
execution::BackfillProgress filling()
{
    execution::BackfillProgress progress;
    progress.step = QStringLiteral("s02");
    progress.rowsDone = 1'000'000;
    progress.rowsTotal = 2'300'000;
    progress.rowsPerSecond = 8940;
    progress.fractionDone = 0.43;
    progress.walBytes = 490e6;
    progress.stripes = 8;
    progress.replicaLagSeconds = 0.4;
    progress.table = { 142'000'000, 127'000'000, 1'000'000, 808'000, 12'000 };
    return progress;
}

void beginFilling(ReadyRunPage *ready)
{
    ready->page.beginRun(QStringLiteral("shop @ db1"));
    ready->state(RunState::Running);
    ready->step(QStringLiteral("s02"), StepState::Running);
}

} // namespace

void TestRunPage::saysWhatABackfillCosts()
{
    ReadyRunPage ready;
    beginFilling(&ready);
    ready.page.handleEvent(execution::BackfillAdvanced{ filling() });
    const QString costs = ready.child<QLabel>("runCosts")->text();
    for (const char *part : { "WAL", "490 B a row", "81 % HOT", "(+12 %)", "dead rows", "400 ms behind" })
        QVERIFY2(QString(costs)
                     .replace(QChar(0x202f), QLatin1Char(' '))
                     .replace(QChar(0xa0), QLatin1Char(' '))
                     .contains(QLatin1String(part)),
                 qPrintable(costs));
    QVERIFY(ready.child<QLabel>("runBatch")->text().contains(QLatin1String("8 stripes")));
    const auto curves = ready.page.findChildren<Curve *>();
    QVERIFY(std::all_of(curves.begin(), curves.end(),
                        [](const Curve *curve) { return curve->isVisible() && curve->count() == 1; }));
    // What is not known is not said.
    execution::BackfillProgress bare;
    bare.step = QStringLiteral("s02");
    ready.page.handleEvent(execution::BackfillAdvanced{ bare });
    QVERIFY(!ready.child<QLabel>("runCosts")->isVisible());
}

void TestRunPage::promisesNothingBeforeItWasMeasured()
{
    ReadyRunPage ready;
    beginFilling(&ready);
    execution::BackfillProgress progress;
    progress.step = QStringLiteral("s02");
    progress.rowsTotal = 2'300'000;
    ready.page.handleEvent(execution::BackfillAdvanced{ progress });
    QCOMPARE(ready.child<QLabel>("runRate")->text(), QStringLiteral("speed: not known yet"));
    QCOMPARE(ready.child<QLabel>("runLeft")->text(), QStringLiteral("time left: not known yet"));
    for (const Curve *curve : ready.page.findChildren<Curve *>())
        QCOMPARE(curve->best(), 0.0);
    // Held is zero, and truly so.
    progress.isHeld = true;
    progress.slowedBecause = QStringLiteral("replica db2 is 9 s behind.");
    ready.page.handleEvent(execution::BackfillAdvanced{ progress });
    QVERIFY(ready.child<QLabel>("runRate")->text().startsWith(QLatin1Char('0')));
}

void TestRunPage::tellsHeldFromSlowedAndSinceWhen()
{
    ReadyRunPage ready;
    beginFilling(&ready);
    execution::BackfillProgress progress = filling();
    progress.slowedBecause = QStringLiteral("replica db2 is 1.3 s behind.");
    progress.slowedSince = QDateTime::currentDateTimeUtc().addSecs(-90);
    progress.dutyShare = 0.35;
    ready.page.handleEvent(execution::BackfillAdvanced{ progress });
    const auto *strip = ready.child<QLabel>("runStrip");
    const QString since = progress.slowedSince.toLocalTime().time().toString(QStringLiteral("HH:mm:ss"));
    QVERIFY2(strip->text().startsWith(QLatin1String("Slowed to 35")), qPrintable(strip->text()));
    QVERIFY2(strip->text().contains(since), qPrintable(strip->text()));
    QVERIFY2(strip->text().contains(QLatin1String("1 min 30 s")), qPrintable(strip->text()));
    progress.isHeld = true;
    ready.page.handleEvent(execution::BackfillAdvanced{ progress });
    QVERIFY(strip->text().startsWith(QLatin1String("Held: ")));
    QVERIFY(strip->text().contains(since));
}

void TestRunPage::showsHowFarABuildIs()
{
    ReadyRunPage ready;
    ready.page.beginRun(QStringLiteral("shop @ db1"));
    ready.step(QStringLiteral("s01"), StepState::Running);
    auto *bar = ready.child<QProgressBar>("runBar");
    QCOMPARE(bar->maximum(), 0);
    ready.page.handleEvent(execution::BuildAdvanced{
        QStringLiteral("s01"), QStringLiteral("building index: scanning table"), 0.25, 0, 75 });
    QCOMPARE(bar->value() * 4, bar->maximum());
    QVERIFY(ready.child<QLabel>("runRate")->text().contains(QLatin1String("scanning table")));
    QCOMPARE(ready.child<QLabel>("runLeft")->text(), QStringLiteral("for 1 min 15 s"));
    ready.page.handleEvent(execution::BuildAdvanced{
        QStringLiteral("s01"), QStringLiteral("waiting for old snapshots"), -1, 4711, 80 });
    QCOMPARE(bar->maximum(), 0);
    QVERIFY(ready.child<QLabel>("runRate")->text().contains(QLatin1String("4711")));
}

void TestRunPage::saysWhatWasAskedUntilItIsSo()
{
    ReadyRunPage ready;
    ready.page.buttons()->show();
    beginFilling(&ready);
    const auto *words = ready.child<QLabel>("runState");
    QCOMPARE(words->text(), QStringLiteral("running"));
    ready.child<QPushButton>("runPause")->click();
    QCOMPARE(words->text(), QStringLiteral("finishing what is under way, then pausing"));
    ready.state(RunState::Paused);
    QCOMPARE(words->text(), QStringLiteral("paused"));
}

void TestRunPage::saysWhereInThePlanItIs()
{
    ReadyRunPage ready;
    beginFilling(&ready);
    QCOMPARE(ready.child<QLabel>("runPlace")->text(),
             QStringLiteral("phase 2 of 3, backfill \u00b7 step 2 of 4"));
}

void TestRunPage::saysWhyItIsNotGoingOn()
{
    ReadyRunPage ready;
    beginFilling(&ready);
    ready.state(RunState::Running, QStringLiteral("The connection was lost; connecting again."));
    QVERIFY(ready.child<QLabel>("runStrip")->text().contains(QLatin1String("connecting again")));
    ready.state(RunState::Running);
    QVERIFY(!ready.child<QLabel>("runStrip")->isVisible());
}

void TestRunPage::saysWhomItWaitsForAndSinceWhen()
{
    ReadyRunPage ready;
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
    ReadyRunPage ready;
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
