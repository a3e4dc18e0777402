#include <model/execution/controllaw.h>

#include <QTest>

using namespace lockstep::execution;

class ControlLawTest : public QObject
{
    Q_OBJECT
private slots:
    void growsToTheTargetTime_data();
    void growsToTheTargetTime();
    void grownAtMostByHalfAtOnce();
    void doublesUntilABatchTakesAThirdOfTheTarget();
    void staysBelowALimitOfRows();
    void staysBelowALimitOfTheShare();
    void ignoresBatchesOfAnotherSize();
    void panicsAtFiveTimesTheTarget();
    void staysWithinItsBounds();
    void doesNotExplodeOverRowsThatNeedNoWrite();
    void dutyFallsAtOnceAndRisesSlowly();
    void hardSignalHoldsUntilTenHealthySeconds();
    void pauseFollowsTheDutyCycle();
    void workersGoAtOnceAndComeBackSlowly();
    void rateCountsPauses();
    void etaIsUnknownAtFirst();
    void etaIsARangeAroundTheTruth();
    void lockRungs_data();
    void lockRungs();
    void lockPausesAreAtLeastThreeRungs();
};

namespace {

/// Feeds batches of a table where each row costs `msPerRow` until the size settles.
int settledRows(BatchSize &size, double msPerRow, int batches)
{
    for (int i = 0; i < batches; ++i)
        size.feedback(size.rows(), size.rows(), size.rows(), size.rows() * msPerRow);
    return size.rows();
}

} // namespace

void ControlLawTest::growsToTheTargetTime_data()
{
    QTest::addColumn<double>("msPerRow");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::newRow("usual rows") << 0.05 << 2900 << 3100;
    QTest::newRow("wide rows") << 1.0 << 140 << 160;
    QTest::newRow("very slow rows") << 100.0 << 10 << 10;
    QTest::newRow("very fast rows") << 0.001 << 20'000 << 20'000;
}

void ControlLawTest::growsToTheTargetTime()
{
    QFETCH(double, msPerRow);
    QFETCH(int, low);
    QFETCH(int, high);
    BatchSize size(150);
    const int rows = settledRows(size, msPerRow, 400);
    QVERIFY2(rows >= low && rows <= high, qPrintable(QString::number(rows)));
}

void ControlLawTest::grownAtMostByHalfAtOnce()
{
    BatchSize size(150);
    size.feedback(500, 500, 500, 60); // Near enough to the target to end the doubling.
    for (int i = 0; i < 8; ++i)
        size.feedback(500, 500, 500, 5);
    QCOMPARE(size.rows(), 500);
    size.feedback(500, 500, 500, 5);
    QCOMPARE(size.rows(), 750);
}

void ControlLawTest::doublesUntilABatchTakesAThirdOfTheTarget()
{
    BatchSize size(150);
    int batches = 0;
    while (size.rows() * 0.01 < 50 && batches < 100) {
        size.feedback(size.rows(), size.rows(), size.rows(), size.rows() * 0.01);
        ++batches;
    }
    QCOMPARE(batches, 4);
    QCOMPARE(size.rows(), 8000);
    size.feedback(8000, 8000, 8000, 80);
    QCOMPARE(size.rows(), 8000);
}

void ControlLawTest::staysBelowALimitOfRows()
{
    BatchSize size(150);
    size.limit(2000);
    QCOMPARE(settledRows(size, 0.001, 400), 2000);
    size.limit(600);
    QCOMPARE(size.rows(), 600);
}

void ControlLawTest::staysBelowALimitOfTheShare()
{
    DutyCycle duty;
    duty.limit(0.5);
    QCOMPARE(duty.share(), 0.5);
    QCOMPARE(duty.pauseMs(100), 100.0);
    duty.limit(1);
    QCOMPARE(duty.share(), 1.0);
}

void ControlLawTest::ignoresBatchesOfAnotherSize()
{
    BatchSize size(150);
    for (int i = 0; i < 50; ++i)
        size.feedback(123, 123, 123, 2000);
    QCOMPARE(size.rows(), 500);
}

void ControlLawTest::panicsAtFiveTimesTheTarget()
{
    BatchSize size(150);
    size.feedback(500, 500, 500, 751);
    QCOMPARE(size.rows(), 50);
}

void ControlLawTest::staysWithinItsBounds()
{
    BatchSize size(150);
    for (int i = 0; i < 10; ++i)
        size.shrink(10);
    QCOMPARE(size.rows(), BatchSize::minimum);
}

void ControlLawTest::doesNotExplodeOverRowsThatNeedNoWrite()
{
    BatchSize size(150);
    settledRows(size, 0.05, 200);
    // An empty stretch: many rows, nothing to write, no time.
    for (int i = 0; i < 400; ++i)
        size.feedback(size.rows(), size.rows(), 0, 0.5);
    QVERIFY2(size.rows() <= 12'500, qPrintable(QString::number(size.rows())));
    QVERIFY(size.rows() > 3100);
}

void ControlLawTest::dutyFallsAtOnceAndRisesSlowly()
{
    DutyCycle duty;
    QCOMPARE(duty.share(), 1.0);
    duty.observe(Health::Soft, 0);
    QCOMPARE(duty.share(), 0.7);
    duty.observe(Health::Good, 1);
    duty.observe(Health::Good, 5.9);
    QCOMPARE(duty.share(), 0.7);
    duty.observe(Health::Good, 6);
    QCOMPARE(duty.share(), 0.75);
    for (int i = 0; i < 100; ++i)
        duty.observe(Health::Soft, 7 + i);
    QCOMPARE(duty.share(), 0.05);
}

void ControlLawTest::hardSignalHoldsUntilTenHealthySeconds()
{
    DutyCycle duty;
    duty.observe(Health::Hard, 0);
    QVERIFY(duty.isHeld());
    duty.observe(Health::Good, 1);
    duty.observe(Health::Good, 10.5);
    QVERIFY(duty.isHeld());
    duty.observe(Health::Hard, 10.7);
    duty.observe(Health::Good, 11);
    duty.observe(Health::Good, 20.5);
    QVERIFY(duty.isHeld());
    duty.observe(Health::Good, 21);
    QVERIFY(!duty.isHeld());
    QCOMPARE(duty.share(), 0.2);
}

void ControlLawTest::pauseFollowsTheDutyCycle()
{
    DutyCycle duty;
    QCOMPARE(duty.pauseMs(100), 0.0);
    duty.observe(Health::Soft, 0);
    QVERIFY(qAbs(duty.pauseMs(70) - 30) < 0.001);
}

void ControlLawTest::workersGoAtOnceAndComeBackSlowly()
{
    WorkerLaw law(4);
    QCOMPARE(law.allowed(), 4);
    law.observe(Health::Soft, 0);
    QCOMPARE(law.allowed(), 3);
    law.observe(Health::Good, 1);
    law.observe(Health::Good, 30.5);
    QCOMPARE(law.allowed(), 3);
    law.observe(Health::Good, 31);
    QCOMPARE(law.allowed(), 4);
    law.observe(Health::Good, 90);
    QCOMPARE(law.allowed(), 4);
    law.observe(Health::Hard, 91);
    QCOMPARE(law.allowed(), 2);
    law.observe(Health::Hard, 92);
    law.observe(Health::Hard, 93);
    QCOMPARE(law.allowed(), 1);
}

void ControlLawTest::rateCountsPauses()
{
    RateMeter meter;
    QCOMPARE(meter.rate(), 0.0);
    meter.add(0, 0);
    meter.add(1, 1000);
    QCOMPARE(meter.rate(), 1000.0);
    meter.add(4, 1000);
    QCOMPARE(meter.rate(), 250.0);
}

void ControlLawTest::etaIsUnknownAtFirst()
{
    RateMeter meter;
    QCOMPARE(meter.eta(1000, 2000, 0.5).low, -1.0);
    for (int i = 0; i < 10; ++i)
        meter.add(i, i * 100);
    QCOMPARE(meter.eta(500, 1'000'500, 0.0005).low, -1.0);
    QVERIFY(meter.eta(10'000, 1'010'000, 0.01).low > 0);
}

void ControlLawTest::etaIsARangeAroundTheTruth()
{
    RateMeter meter;
    qint64 rows = 0;
    for (int i = 0; i < 60; ++i) {
        meter.add(i, rows);
        rows += i % 3 == 0 ? 600 : 1200;
    }
    const RateMeter::Eta eta = meter.eta(60'000, 160'000, 0.375);
    QVERIFY2(eta.low <= 100 && eta.low > 70, qPrintable(QString::number(eta.low)));
    QVERIFY2(eta.high >= 100 && eta.high <= 210, qPrintable(QString::number(eta.high)));
}

void ControlLawTest::lockRungs_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("autovacuum");
    QTest::addColumn<int>("expected");
    QTest::newRow("first") << 0 << 500 << false << 50;
    QTest::newRow("second") << 1 << 500 << false << 100;
    QTest::newRow("late") << 40 << 500 << false << 500;
    QTest::newRow("fourth against autovacuum") << 3 << 500 << true << 1300;
    QTest::newRow("fifth against autovacuum") << 4 << 500 << true << 500;
    QTest::newRow("fourth against a user") << 3 << 500 << false << 300;
    QTest::newRow("lower limit of the step") << 9 << 150 << false << 150;
    QTest::newRow("no limit in the step") << 9 << 0 << false << 500;
}

void ControlLawTest::lockRungs()
{
    QFETCH(int, attempt);
    QFETCH(int, limit);
    QFETCH(bool, autovacuum);
    QTEST(lockRungMs(attempt, limit, 1000, autovacuum), "expected");
}

void ControlLawTest::lockPausesAreAtLeastThreeRungs()
{
    for (int attempt = 0; attempt < 50; ++attempt) {
        QVERIFY(lockPauseMs(attempt, 500, 0) >= 1500);
        QVERIFY(lockPauseMs(attempt, 500, 0.999) <= 60'000);
    }
    QVERIFY(batchRetryMs(30, 0.999) <= 10'001);
}

QTEST_GUILESS_MAIN(ControlLawTest)
#include "tst_controllaw.moc"
