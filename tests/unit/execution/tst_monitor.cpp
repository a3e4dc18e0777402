#include <model/execution/monitor.h>

#include <QTest>

using namespace lockstep::execution;

class MonitorTest : public QObject
{
    Q_OBJECT
private slots:
    void judgesSignals_data();
    void judgesSignals();
    void leavesRoomForOthersAtWork();
    void knowsNothingWithoutAConnection();
    void judgesWhatIsMeasuredAgainstLimits_data();
    void judgesWhatIsMeasuredAgainstLimits();
    void readsNamesOfSegmentsAndStandbys();
    void knowsHoursThatGoOverMidnight();
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

void MonitorTest::leavesRoomForOthersAtWork()
{
    Signals now;
    QCOMPARE(judge(now, 0).shareLimit, 1.0);
    now.othersAtWork = 2;
    HealthLimits limits;
    limits.shareBesideOthers = 0.3;
    const Verdict beside = judge(now, 0, limits);
    QCOMPARE(beside.shareLimit, 0.3);
    QCOMPARE(beside.health, Health::Good);
    QVERIFY(beside.because.contains(QStringLiteral("Other sessions")));
    now.vacuumOnTable = true;
    QCOMPARE(judge(now, 0, limits).shareLimit, 0.3);
    limits.shareBesideOthers = 1;
    QCOMPARE(judge(now, 0, limits).shareLimit, 0.5);
    now.vacuumOnTable = false;
    QVERIFY(judge(now, 0, limits).because.isEmpty());
}

void MonitorTest::knowsNothingWithoutAConnection()
{
    Monitor monitor(nullptr);
    QVERIFY(monitor.blockersOf(1).all.isEmpty());
    QCOMPARE(monitor.waitingOn({ 1 }), 0);
    QCOMPARE(monitor.walBytesSince(QStringLiteral("0/1")), 0.0);
}

void MonitorTest::judgesWhatIsMeasuredAgainstLimits_data()
{
    QTest::addColumn<QString>("signal");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("health");
    QTest::newRow("lag in bytes") << "lag" << 100.0 * (1 << 20) << int(Health::Soft);
    QTest::newRow("much lag in bytes") << "lag" << 600.0 * (1 << 20) << int(Health::Hard);
    QTest::newRow("slot") << "slot" << 5.0 * (1 << 30) << int(Health::Soft);
    QTest::newRow("slot that holds back much") << "slot" << 17.0 * (1 << 30) << int(Health::Hard);
    QTest::newRow("slot on a disk that is nearly full")
        << "slot on a small disk" << 1.5 * (1 << 30) << int(Health::Hard);
    QTest::newRow("archive") << "archive" << 20.0 << int(Health::Soft);
    QTest::newRow("long archive queue") << "archive" << 42.0 << int(Health::Hard);
    QTest::newRow("disk") << "disk" << 2.0 * (1 << 30) << int(Health::Soft);
    QTest::newRow("disk nearly full") << "disk" << 0.5 * (1 << 30) << int(Health::Hard);
    QTest::newRow("commits") << "commit" << 60.0 << int(Health::Soft);
    QTest::newRow("slow commits") << "commit" << 250.0 << int(Health::Hard);
    QTest::newRow("transaction of ten minutes") << "horizon" << 600.0 << int(Health::Good);
    QTest::newRow("transaction of two hours") << "horizon" << 7200.0 << int(Health::Hard);
}

void MonitorTest::judgesWhatIsMeasuredAgainstLimits()
{
    QFETCH(QString, signal);
    QFETCH(double, value);
    QFETCH(int, health);
    Signals now;
    if (signal == QLatin1String("lag"))
        now.replicaLagBytes = value;
    if (signal.startsWith(QLatin1String("slot")))
        now.slotBytes = value;
    if (signal.endsWith(QLatin1String("small disk")))
        now.freeDiskBytes = qint64(1) << 30;
    if (signal == QLatin1String("archive"))
        now.archiveQueue = qint64(value);
    if (signal == QLatin1String("disk"))
        now.freeDiskBytes = qint64(value);
    if (signal == QLatin1String("commit"))
        now.commitMs = value;
    if (signal == QLatin1String("horizon"))
        now.horizonSeconds = value;
    const Verdict verdict = judge(now, 20);
    QCOMPARE(int(verdict.health), health);
    QCOMPARE(verdict.because.isEmpty(), verdict.health == Health::Good);
}

void MonitorTest::readsNamesOfSegmentsAndStandbys()
{
    constexpr qint64 segment = 16 << 20;
    QCOMPARE(walSegment(QStringLiteral("00000001000000000000000A"), segment), 10);
    QCOMPARE(walSegment(QStringLiteral("000000020000000300000001"), segment), 3 * 256 + 1);
    QCOMPARE(walSegment(QStringLiteral("00000002.history"), segment), -1);
    QCOMPARE(syncStandbysNeeded(QString()), 0);
    QCOMPARE(syncStandbysNeeded(QStringLiteral("a, b")), 1);
    QCOMPARE(syncStandbysNeeded(QStringLiteral("ANY 2 (a, b, c)")), 2);
    QCOMPARE(syncStandbysNeeded(QStringLiteral("first 3 (*)")), 3);
    QCOMPARE(syncStandbysNeeded(QStringLiteral("2 (a, b)")), 2);
}

void MonitorTest::knowsHoursThatGoOverMidnight()
{
    const DailyWindow night{ QTime(22, 0), QTime(6, 0) };
    QVERIFY(night.contains(QTime(23, 0)));
    QVERIFY(night.contains(QTime(5, 59)));
    QVERIFY(!night.contains(QTime(6, 0)));
    QVERIFY(!night.contains(QTime(12, 0)));
    const DailyWindow noon{ QTime(12, 0), QTime(13, 0) };
    QVERIFY(noon.contains(QTime(12, 30)));
    QVERIFY(!noon.contains(QTime(13, 0)));
}

QTEST_GUILESS_MAIN(MonitorTest)
#include "tst_monitor.moc"
