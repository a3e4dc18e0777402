#pragma once

#include "backfillbatch.h"

#include <QStorageInfo>

namespace lockstep::execution {

/// Keeps the pace of a backfill: asks the server once a second how it does, sets the share of time that
/// batches may take, waits where none may run, and tells how far it is.
class BackfillPace
{
public:
    BackfillPace(RunContext &context, const plan::Step &step);

    BatchSize size;
    QVector<RejectedRow> parked; ///< For telling.

    /// Looks at the server before the first batch.
    void begin(qint64 rowsSeen);
    /// So many workers, on these server processes, begin.
    void setWorkers(const QVector<int> &pids);
    /// That one has nothing more to do.
    void workerLeft(int worker) { m_isAtWork[worker] = false; }
    /// Between two batches of a worker: the server's health, whether there are too many workers, and the
    /// pause that the duty cycle asks.
    [[nodiscard]] base::Result<StepEnd> keep(const BackfillRecord &record, int worker, double batchMs);
    /// Waits, telling why, because the server has run out of something.
    [[nodiscard]] base::Result<StepEnd> waitForRoom(const BackfillRecord &record, const base::Error &error);
    /// A batch could be written: whatever it was before is over.
    void batchDone(const BackfillRecord &record, double ms);
    /// Says why it goes slowly or not at all, from now on; empty: it does not.
    void slowed(const QString &because);
    /// Stripes for the next stretch of that range.
    [[nodiscard]] int stripesFor(const OpenRange &open);
    /// An old snapshot keeps every old row version.
    [[nodiscard]] bool isHorizonPinned() const
    {
        return m_signals.horizonSeconds > m_context.options.limits.horizonSoftSeconds;
    }
    void report(const BackfillRecord &record, double fraction, bool always);
    /// The last batches count for the rate, however short the backfill was.
    void end(const BackfillRecord &record);

private:
    void observe();
    void observeGrowth();
    void observeArchive();
    void observeDisk();
    void observeHorizon();
    void observeCommits();
    [[nodiscard]] Verdict verdict() const;
    [[nodiscard]] bool isOneTooMany(int worker) const;
    [[nodiscard]] int workersAtWork() const;
    [[nodiscard]] BackfillProgress progressOf(const BackfillRecord &record, double fraction) const;
    [[nodiscard]] double seconds() const { return double(m_clock.nsecsElapsed()) / 1e9; }

    RunContext &m_context;
    const plan::Step &m_step;
    QString m_table;
    DutyCycle m_duty;
    WorkerLaw m_workers{ 1 };
    QVector<int> m_pids;
    QVector<bool> m_isAtWork;
    RateMeter m_rate;
    QElapsedTimer m_clock;
    Signals m_signals;
    double m_observedAt = -10;
    double m_reportedAt = -10;
    double m_beatAt = 0;
    int m_activeAtStart = -1;
    qint64 m_firstSegment = -1;
    QVector<double> m_commits;
    QString m_pinnedXid;
    double m_pinnedSince = 0;
    QString m_slowedBecause;
    QDateTime m_slowedSince;
    QString m_walStart;
    double m_walBytes = 0;
    std::optional<TableCounters> m_countersAtStart;
    TableGrowth m_growth;
    double m_fraction = 0;
    double m_lastBatchMs = 0;
    int m_stripes = 1;
    int m_waits = 0;
    bool m_horizonTold = false;
};

} // namespace lockstep::execution
