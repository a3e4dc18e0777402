#pragma once

#include "backfillrange.h"

namespace lockstep::execution {

/// How a batch that was not committed should be taken.
enum class BatchFailure {
    Retry, ///< Locks, deadlocks, timeouts: the same rows again, fewer at a time.
    BadRow, ///< A row's own: it cannot be written whoever tries.
    Resources, ///< The server has run out of something: wait until somebody has made room.
    Fatal,
};
[[nodiscard]] BatchFailure classify(const base::Error &error);

struct BatchDone
{
    qint64 affected = 0;
    qint64 visited = 0;
    double ms = 0;
};

/// Which rows of a stretch a batch leaves out, and how it behaves.
struct BatchManner
{
    QVector<Position> parked; ///< Rows that were put aside.
    bool skipsLocked = false; ///< Rows that others have locked stay for the sweep.
    bool mayGiveWay = true; ///< Cancel it when several sessions wait for its rows.
};

/// Writes the rows of one stripe of a stretch and moves the journal's cursor in the same
/// transaction; the range follows. A batch that another epoch's runner overtook is rolled back and
/// Refused.
[[nodiscard]] base::Result<BatchDone> runBatch(RunContext &context, const plan::Step &step, OpenRange &open,
                                               const Stretch &stretch, const BatchManner &manner);

/// Finds the row of a stretch that cannot be written, rolling every try back. Nothing: all of them can by
/// now. Errors that are no row's own are passed on.
[[nodiscard]] base::Result<std::optional<RejectedRow>> findBadRow(OpenRange &open, Stretch stretch,
                                                                  const QVector<Position> &parked);
/// Writes the rows of a condition that are still to do in a transaction of their own; the cursor stays where
/// it is. Nothing is open after an error.
[[nodiscard]] base::Result<void> writeWhere(RunContext &context, const plan::Step &step, OpenRange &open,
                                            const QString &rows, const postgres::Parameters &parameters);
/// Writes one row that was parked. False: it still cannot be written.
[[nodiscard]] base::Result<bool> writeRow(RunContext &context, const plan::Step &step, OpenRange &open,
                                          const Position &row);

} // namespace lockstep::execution
