#pragma once

#include <QString>
#include <QVector>

/// The arithmetic of a backfill's pace: pure, no clock, no database.
namespace lockstep::execution {

/// Rows of one batch transaction, steered so that a transaction takes about the target time: a
/// write that conflicts with us waits no longer than one batch.
class BatchSize
{
public:
    static constexpr int minimum = 10;
    static constexpr int maximum = 20'000;
    static constexpr int start = 500;

    explicit BatchSize(int targetMs)
        : m_targetMs(targetMs)
    { }
    [[nodiscard]] int rows() const { return m_rows; }
    /// Never more rows than that from now on.
    void limit(int rows);
    /// One committed batch. `visited` rows lay in it, `affected` of them were written.
    void feedback(int askedRows, qint64 visited, qint64 affected, double ms);
    /// After a lock timeout, a deadlock or others waiting for us.
    void shrink(int divisor);

private:
    [[nodiscard]] int ceiling() const;
    void adjust();

    struct Sample
    {
        qint64 rows;
        double ms;
    };
    QVector<Sample> m_samples;
    bool m_isProbing = true; ///< No batch has come near the target yet.
    int m_targetMs;
    int m_rows = start;
    int m_limit = maximum;
    double m_msPerWrite = 0.05; ///< Until measured: an empty stretch must not let batches explode.
    bool m_writeMeasured = false;
};

/// What the health checks say of this second.
enum class Health { Good, Soft, Hard };

/// Share of the time that batches may take: additive increase, multiplicative decrease.
class DutyCycle
{
public:
    /// After a hard signal nothing runs until it has been healthy for so long.
    explicit DutyCycle(double calmSeconds = 10)
        : m_calmSeconds(calmSeconds)
    { }
    [[nodiscard]] double share() const { return m_share < m_limit ? m_share : m_limit; }
    [[nodiscard]] bool isHeld() const { return m_held; }
    void observe(Health health, double nowSeconds);
    /// Share that is not exceeded from now on; 1: no limit.
    void limit(double share) { m_limit = share; }
    /// How long to sleep after a batch of this length.
    [[nodiscard]] double pauseMs(double batchMs) const { return batchMs * (1 - share()) / share(); }

private:
    double m_calmSeconds;
    double m_share = 1;
    double m_limit = 1;
    bool m_held = false;
    double m_healthySince = -1;
};

/// How many workers may write at a time: as many as there are until the server feels it, then fewer at once
/// and more only after a good while.
class WorkerLaw
{
public:
    explicit WorkerLaw(int most)
        : m_most(most)
        , m_allowed(most)
    { }
    [[nodiscard]] int allowed() const { return m_allowed; }
    void observe(Health health, double nowSeconds);

private:
    int m_most;
    int m_allowed;
    double m_since = -1; ///< Healthy with that many.
};

/// Rows per second over the last minute, pauses included, and how long the rest will take.
class RateMeter
{
public:
    struct Eta
    {
        double low = -1;
        double high = -1;
    };

    void add(double nowSeconds, qint64 rowsSeen);
    [[nodiscard]] double rate() const;
    /// Unknown (-1) before a thousandth is done or three seconds have passed.
    /// How many rows are left is told by the number of rows there were thought to be and by the place
    /// reached, which seldom agree: the range takes both in.
    [[nodiscard]] Eta eta(qint64 seen, qint64 total, double fractionDone) const;

private:
    struct Point
    {
        double at;
        qint64 rows;
    };
    QVector<Point> m_points;
};

/// Time limit of the n-th try to get a lock (n counts from 0). Limits up to deadlock_timeout never
/// displace an autovacuum, so every fourth try is longer if that is what blocks us.
[[nodiscard]] int lockRungMs(int attempt, int stepLimitMs, int deadlockTimeoutMs, bool autovacuumBlocks);
/// Pause after that try; `random` in [0, 1). The table is frozen at most a quarter of the time.
[[nodiscard]] int lockPauseMs(int attempt, int rungMs, double random);
/// Pause before the n-th repetition of a batch.
[[nodiscard]] int batchRetryMs(int attempt, double random, double longestMs = 10'000);

} // namespace lockstep::execution
