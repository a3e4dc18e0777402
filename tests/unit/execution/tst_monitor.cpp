#include <model/execution/monitor.h>

#include <QTest>

using namespace lockstep::execution;

class MonitorTest : public QObject
{
    Q_OBJECT
private slots:
    void judgesSignals_data();
    void judgesSignals();
    void knowsNothingWithoutAConnection();
};

void MonitorTest::judgesSignals_data()
{
    QTest::addColumn<int>("waiting");
    QTest::addColumn<double>("lag");
    QTest::addColumn<int>("active");
    QTest::addColumn<bool>("wraparound");
    QTest::addColumn<int>("health");
    QTest::newRow("quiet") << 0 << 0.0 << 3 << false << int(Health::Good);
    QTest::newRow("lag not readable") << 0 << -1.0 << 3 << false << int(Health::Good);
    QTest::newRow("one waits for us") << 1 << 0.0 << 3 << false << int(Health::Soft);
    QTest::newRow("replica behind") << 0 << 1.5 << 3 << false << int(Health::Soft);
    QTest::newRow("replica far behind") << 0 << 5.5 << 3 << false << int(Health::Hard);
    QTest::newRow("busier than at the start") << 0 << 0.0 << 25 << false << int(Health::Soft);
    QTest::newRow("much busier") << 0 << 0.0 << 50 << false << int(Health::Hard);
    QTest::newRow("wraparound") << 0 << 0.0 << 3 << true << int(Health::Hard);
}

void MonitorTest::judgesSignals()
{
    QFETCH(int, waiting);
    QFETCH(double, lag);
    QFETCH(int, active);
    QFETCH(bool, wraparound);
    Signals now;
    now.waitingOnUs = waiting;
    now.replicaLagSeconds = lag;
    now.activeBackends = active;
    now.wraparoundVacuum = wraparound;
    const Verdict verdict = judge(now, 20);
    QTEST(int(verdict.health), "health");
    QCOMPARE(verdict.because.isEmpty(), verdict.health == Health::Good);
}

void MonitorTest::knowsNothingWithoutAConnection()
{
    Monitor monitor(nullptr);
    QVERIFY(monitor.blockersOf(1).all.isEmpty());
    QCOMPARE(monitor.waitingOn(1), 0);
    QCOMPARE(monitor.walBytesSince(QStringLiteral("0/1")), 0.0);
}

QTEST_GUILESS_MAIN(MonitorTest)
#include "tst_monitor.moc"
