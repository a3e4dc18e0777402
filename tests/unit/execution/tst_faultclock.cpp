#include "runfixture.h"

#include <ctime>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

static std::atomic<time_t> jumpSeconds = 0;

// The wall clock of this program, its libraries included: the machine's own is nobody's to set.
extern "C" int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    const long done = ::syscall(SYS_clock_gettime, clock, now);
    if (done == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += jumpSeconds;
    return int(done);
}

extern "C" int gettimeofday(timeval *now, void *) noexcept
{
    timespec exact{};
    const int done = clock_gettime(CLOCK_REALTIME, &exact);
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
    return done;
}

extern "C" time_t time(time_t *into) noexcept
{
    timespec exact{};
    (void)clock_gettime(CLOCK_REALTIME, &exact);
    if (into)
        *into = exact.tv_sec;
    return exact.tv_sec;
}

/// A clock that somebody sets during a run, as after a laptop's sleep or by the first answer of a time
/// server.
class FaultClockTest : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { jumpSeconds = 0; }
    void aJumpOfTheClockChangesNothing_data();
    void aJumpOfTheClockChangesNothing();
    void hoursFollowTheClock();
};

namespace {

constexpr int day = 24 * 3600;

bool isBetween(double value, double least, double most)
{
    return value >= least && value <= most;
}

} // namespace

void FaultClockTest::aJumpOfTheClockChangesNothing_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("forward") << 40 * day << 40 * day;
    QTest::newRow("back") << -40 * day << -40 * day;
    QTest::newRow("forward and back") << 3600 << -3600;
}

void FaultClockTest::aJumpOfTheClockChangesNothing()
{
    QFETCH(int, first);
    QFETCH(int, second);
    RunDatabase db(40'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.slowDown();
    const QDateTime real = QDateTime::currentDateTimeUtc();
    QElapsedTimer took;
    took.start();
    const auto holder = db.open();
    VERIFY_OK(holder->execute(QStringLiteral("BEGIN; LOCK TABLE users IN SHARE MODE")));
    BackgroundRun run(db.target(), tierPlan(), quickOptions());
    // While it waits for a lock, and while it writes.
    QTRY_VERIFY_WITH_TIMEOUT(!run.events.of<LockWait>().isEmpty(), longEnoughMs);
    jumpSeconds = first;
    QVERIFY(std::abs(real.secsTo(QDateTime::currentDateTimeUtc()) - first) < 60);
    VERIFY_OK(holder->execute(QStringLiteral("COMMIT")));
    QVERIFY(run.waitForRows(10'000));
    jumpSeconds = second;
    run.join();
    const double seconds = double(took.elapsed()) / 1000;
    VERIFY_OK(run.outcome);
    QVERIFY2(seconds < 40, qPrintable(QString::number(seconds)));
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM users WHERE n <> 1")), QStringLiteral("0"));
    for (const BackfillAdvanced &advanced : run.events.of<BackfillAdvanced>()) {
        QVERIFY(isBetween(advanced.progress.rowsPerSecond, 0, 40'000 / 0.05));
        QVERIFY(isBetween(advanced.progress.etaHighSeconds, -1, 3600));
    }
    // The journal is by the server's clock, and what took how long by one that nobody sets.
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM lockstep.step WHERE took_ms NOT BETWEEN 0 AND 60000 OR started "
                 "NOT BETWEEN now() - interval '5 min' AND now() OR finished < started")),
             QStringLiteral("0"));
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM lockstep.event WHERE at NOT BETWEEN now() - interval '5 min' AND "
                 "now()")),
             QStringLiteral("0"));
}

void FaultClockTest::hoursFollowTheClock()
{
    RunDatabase db(40'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    db.exec(QStringLiteral("ALTER TABLE users ADD tier text"));
    RunOptions options = quickOptions();
    options.limits.calmSeconds = 0.5;
    const QTime now = QTime::currentTime();
    options.window = DailyWindow{ now.addSecs(-3600), now.addSecs(3600) };
    BackgroundRun run(db.target(),
                      planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                                        QStringLiteral("tier = 'x'"), QStringLiteral("tier IS NULL")) }),
                      options);
    QVERIFY(run.waitForRows(2000));
    jumpSeconds = 2 * 3600;
    QVERIFY(run.waitFor(RunState::Throttled));
    const qint64 held = run.events.progress().rowsSeen;
    jumpSeconds = 0;
    QVERIFY(run.waitForRows(held));
}

QTEST_GUILESS_MAIN(FaultClockTest)
#include "tst_faultclock.moc"
