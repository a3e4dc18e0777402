#include "readyrunpage.h"

#include <widgets/run/curve.h>

#include <QLabel>
#include <QProgressBar>
#include <QTest>

#include <algorithm>

using namespace lockstep;
using namespace lockstep::widgets;
using namespace lockstep::testing;
using execution::RunState;
using execution::StepState;

/// A run as it goes on: what is said of a step at work, and what it waits for.
class TestRunView : public QObject
{
    Q_OBJECT

private slots:
    void showsABackfillInNumbers();
    void saysWhatABackfillCosts();
    void promisesNothingBeforeItWasMeasured();
    void tellsHeldFromSlowedAndSinceWhen();
    void showsHowFarABuildIs();
    void saysWhereInThePlanItIs();
    void saysWhyItIsNotGoingOn();
    void saysWhomItWaitsForAndSinceWhen();
};

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

} // namespace

void TestRunView::showsABackfillInNumbers()
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

void TestRunView::saysWhatABackfillCosts()
{
    ReadyRunPage ready;
    ready.beginFilling();
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

void TestRunView::promisesNothingBeforeItWasMeasured()
{
    ReadyRunPage ready;
    ready.beginFilling();
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

void TestRunView::tellsHeldFromSlowedAndSinceWhen()
{
    ReadyRunPage ready;
    ready.beginFilling();
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

void TestRunView::showsHowFarABuildIs()
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

void TestRunView::saysWhereInThePlanItIs()
{
    ReadyRunPage ready;
    ready.beginFilling();
    QCOMPARE(ready.child<QLabel>("runPlace")->text(),
             QStringLiteral("phase 2 of 3, backfill \u00b7 step 2 of 4"));
}

void TestRunView::saysWhyItIsNotGoingOn()
{
    ReadyRunPage ready;
    ready.beginFilling();
    ready.state(RunState::Running, QStringLiteral("The connection was lost; connecting again."));
    QVERIFY(ready.child<QLabel>("runStrip")->text().contains(QLatin1String("connecting again")));
    ready.state(RunState::Running);
    QVERIFY(!ready.child<QLabel>("runStrip")->isVisible());
}

void TestRunView::saysWhomItWaitsForAndSinceWhen()
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

QTEST_MAIN(TestRunView)
#include "tst_runview.moc"
