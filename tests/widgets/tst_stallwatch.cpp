#include "../support/patience.h"
#include "../support/stallwatch.h"

#include <QTest>
#include <QThread>
#include <QTimer>

#include <ctime>
#include <functional>
#include <memory>

using namespace lockstep::testing;

namespace {

constexpr double limitMs = 400; ///< Far above what a short handler takes on a machine that is busy.
constexpr int tooLongMs = 1200;

/// By name, so that a stack can be asked for it.
void waitInsideTheEventLoop()
{
    QThread::msleep(unsigned(tooLongMs));
}

} // namespace

/// The watchdog of the other tests, which must bite.
class TestStallWatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_watch = std::make_unique<StallWatch>(limitMs); }
    void cleanup() { m_watch.reset(); }
    void findsAHandlerThatWaits();
    void findsWorkThatTakesTooLong();
    void leavesShortHandlersAlone();
    void excusesWhatTheTestItselfDoes();

private:
    /// Long enough before and after for a question to be on its way.
    void runInTheEventLoop(const std::function<void()> &work)
    {
        QTest::qWait(30);
        QTimer::singleShot(0, this, work);
        QTest::qWait(tooLongMs + 30);
    }

    std::unique_ptr<StallWatch> m_watch;
};

void TestStallWatch::findsAHandlerThatWaits()
{
    runInTheEventLoop(waitInsideTheEventLoop);
    // The question may wait behind the handler for longer than the test does.
    QTRY_COMPARE_WITH_TIMEOUT(m_watch->stalls().size(), 1, longEnoughMs);
    const Stall stall = m_watch->stalls().first();
    QVERIFY2(stall.ms > tooLongMs - limitMs, qPrintable(QString::number(stall.ms)));
    QVERIFY2(stall.workedMs < tooLongMs / 2, qPrintable(QString::number(stall.workedMs)));
    QVERIFY2(stall.test.endsWith(QLatin1String("findsAHandlerThatWaits")), qPrintable(stall.test));
    QVERIFY(m_watch->takeReport().contains(QLatin1String("stood still")));
    QVERIFY(m_watch->takeReport().isEmpty());
}

void TestStallWatch::findsWorkThatTakesTooLong()
{
    runInTheEventLoop([] {
        // Time of this thread: how much of the clock it gets is the operating system's choice.
        const auto now = [] {
            timespec time{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
        };
        for (const double end = now() + tooLongMs; now() < end;)
            ;
    });
    QTRY_COMPARE_WITH_TIMEOUT(m_watch->stalls().size(), 1, longEnoughMs);
    const Stall stall = m_watch->stalls().first();
    QVERIFY2(stall.workedMs > tooLongMs / 2, qPrintable(QString::number(stall.workedMs)));
    QVERIFY(!stall.stack.isEmpty());
}

void TestStallWatch::leavesShortHandlersAlone()
{
    for (int i = 0; i < 20; ++i)
        QTimer::singleShot(5 * i, this, [] { QThread::msleep(2); });
    QTest::qWait(200);
    QVERIFY2(m_watch->stalls().isEmpty(), qPrintable(m_watch->takeReport()));
}

void TestStallWatch::excusesWhatTheTestItselfDoes()
{
    runInTheEventLoop([] {
        const StallWatch::Excuse excuse;
        waitInsideTheEventLoop();
    });
    QVERIFY2(m_watch->stalls().isEmpty(), qPrintable(m_watch->takeReport()));
    const StallWatch::Excuse outer;
    runInTheEventLoop([] {
        const StallWatch::Excuse inner;
        waitInsideTheEventLoop();
    });
    QVERIFY2(m_watch->stalls().isEmpty(), qPrintable(m_watch->takeReport()));
}

QTEST_MAIN(TestStallWatch)
#include "tst_stallwatch.moc"

#include <tests/support/patience.h>
