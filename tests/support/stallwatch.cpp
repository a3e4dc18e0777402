#include "stallwatch.h"

#include "stackof.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

namespace lockstep::testing {

namespace {

constexpr auto askEvery = std::chrono::milliseconds(5);
constexpr double nanoseconds = 1e6; // in a millisecond

// g++ has the macros. clang has __has_feature, which Qt defines as nothing for g++.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LOCKSTEP_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LOCKSTEP_SANITIZED
#endif
#endif
#if defined(LOCKSTEP_SANITIZED)
constexpr double factor = StallWatch::sanitizedFactor;
#elif defined(__OPTIMIZE__)
constexpr double factor = 1;
#else
constexpr double factor = StallWatch::unoptimisedFactor;
#endif

ThreadId s_thread;
std::mutex s_excuses; // Guards the three below.
qint64 s_excused = 0;
int s_depth = 0;
qint64 s_excusedSince = 0;

/// Time of the watched thread: the clock without the waits for a processor.
qint64 ownTime()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - s_thread.waitedForProcessor();
}

qint64 excusedUntilNow()
{
    const std::lock_guard lock(s_excuses);
    return s_excused + (s_depth > 0 ? ownTime() - s_excusedSince : 0);
}

QString currentTest()
{
    const char *function = QTest::currentTestFunction();
    return QFileInfo(QString::fromLocal8Bit(QTest::currentAppName())).fileName() + QStringLiteral("::")
           + QLatin1String(function ? function : "");
}

} // namespace

class StallWatch::Answer final : public QObject
{
public:
    explicit Answer(double limit)
        : limitMs(limit)
    { }

    const double limitMs;
    std::atomic<bool> isOpen{ false };
    std::atomic<bool> hasSample{ false };
    std::atomic<qint64> asked{ 0 };
    std::atomic<qint64> excusedBefore{ 0 };
    std::atomic<qint64> workedBefore{ 0 };
    StackSample sample;
    mutable std::mutex mutex;
    QVector<Stall> stalls;
    qsizetype reported = 0;
    double longest = 0;
    QString longestIn;
    qint64 count = 0;

    void ask()
    {
        excusedBefore = excusedUntilNow();
        workedBefore = s_thread.worked();
        hasSample = false;
        asked = ownTime();
        isOpen = true;
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

    /// Without what is excused.
    [[nodiscard]] double sinceAskedMs() const
    {
        const qint64 excused = excusedUntilNow() - excusedBefore;
        return double(ownTime() - asked - excused) / nanoseconds;
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        take(sinceAskedMs(), double(s_thread.worked() - workedBefore) / nanoseconds);
        isOpen = false;
        return true;
    }

    void take(double ms, double workedMs)
    {
        const std::lock_guard lock(mutex);
        ++count;
        if (ms > longest) {
            longest = ms;
            longestIn = currentTest();
        }
        if (ms > limitMs)
            stalls.append({ ms, workedMs, currentTest(), hasSample ? sample.functions() : QStringList() });
    }
};

struct StallWatch::Private
{
    explicit Private(double limitMs)
        : answer(limitMs)
    { }

    Answer answer;
    std::jthread thread;

    void watch(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(askEvery);
            if (!answer.isOpen)
                answer.ask();
            else if (!answer.hasSample && answer.sinceAskedMs() > answer.limitMs)
                answer.hasSample = s_thread.sample(&answer.sample);
        }
    }
};

double StallWatch::usualLimitMs()
{
    return promisedMs * factor;
}

StallWatch::StallWatch(double limitMs)
    : d(std::make_unique<Private>(limitMs))
{
    s_thread = ThreadId::current();
    d->thread = std::jthread([this](const std::stop_token &stop) { d->watch(stop); });
}

StallWatch::~StallWatch()
{
    d->thread.request_stop();
    d->thread.join();
    std::printf("Event loop: longest stall %.0f ms in %s, %d over the limit of %.0f ms, asked %lld times\n",
                d->answer.longest, qPrintable(d->answer.longestIn), int(d->answer.stalls.size()),
                d->answer.limitMs, static_cast<long long>(d->answer.count));
}

QString StallWatch::takeReport()
{
    const std::lock_guard lock(d->answer.mutex);
    QStringList lines;
    for (; d->answer.reported < d->answer.stalls.size(); ++d->answer.reported) {
        const Stall &stall = d->answer.stalls.at(d->answer.reported);
        lines.append(QStringLiteral("The event loop stood still for %1 ms in %2; the limit is %3 ms. "
                                    "It worked for %4 ms.")
                         .arg(stall.ms, 0, 'f', 0)
                         .arg(stall.test)
                         .arg(d->answer.limitMs, 0, 'f', 0)
                         .arg(stall.workedMs, 0, 'f', 0));
        for (const QString &function : stall.stack)
            lines.append(QStringLiteral("    ") + function);
    }
    return lines.join(QLatin1Char('\n'));
}

QVector<Stall> StallWatch::stalls() const
{
    const std::lock_guard lock(d->answer.mutex);
    return d->answer.stalls;
}

double StallWatch::longestMs() const
{
    const std::lock_guard lock(d->answer.mutex);
    return d->answer.longest;
}

StallWatch::Excuse::Excuse()
{
    const std::lock_guard lock(s_excuses);
    if (s_depth++ == 0)
        s_excusedSince = ownTime();
}

StallWatch::Excuse::~Excuse()
{
    const std::lock_guard lock(s_excuses);
    if (--s_depth == 0)
        s_excused += ownTime() - s_excusedSince;
}

} // namespace lockstep::testing
