#pragma once

#include <QTime>

#include <optional>

namespace lockstep::execution {

/// Where a backfill slows down (soft) and where it waits (hard).
struct HealthLimits
{
    double lagSoftSeconds = 1;
    double lagHardSeconds = 5;
    qint64 lagSoftBytes = qint64(64) << 20;
    qint64 lagHardBytes = qint64(512) << 20;
    double slotSoftShare = 0.25; ///< Of max_slot_wal_keep_size.
    double slotHardShare = 0.5;
    qint64 slotSoftBytes = qint64(4) << 30; ///< Where the server sets no limit itself.
    qint64 slotHardBytes = qint64(16) << 30;
    int archiveSoftSegments = 20;
    int archiveHardSegments = 42;
    double walBytesPerSecond = 0; ///< Of the whole server; twice that is hard. 0: no limit.
    qint64 diskSoftBytes = qint64(4) << 30; ///< Free space, where it can be seen.
    qint64 diskHardBytes = qint64(1) << 30;
    double commitSoftMs = 50;
    double commitHardMs = 200;
    /// Share of the time that batches may take while other sessions are at work on the server.
    double shareBesideOthers = 0.5;
    double horizonSoftSeconds = 60; ///< From here on rows are not written in stripes.
    double horizonHardSeconds = 3600;
    double longestRetryMs =
        10'000; ///< Pause at most before a batch that could not have its rows is tried again.
    qint64 vacuumFromPages = 131'072; ///< From a gigabyte on a table is vacuumed after each tenth of it.
    double vacuumDeadShare = 0.2; ///< Where more old row versions are left than that share of its rows.
    double calmSeconds = 10; ///< After it waited, the server has to do well for so long before it goes on.
};

/// Hours of the day, on the clock of the machine that runs the plan, in which batches may run.
struct DailyWindow
{
    QTime from;
    QTime until; ///< Not included; before `from` it is of the next day.

    [[nodiscard]] bool contains(QTime now) const
    {
        return from <= until ? now >= from && now < until : now >= from || now < until;
    }
};

} // namespace lockstep::execution
