#pragma once

#include "backfilljournal.h"
#include "runcontext.h"

#include <functional>

namespace lockstep::execution {

/// Rows that still match the backfill's condition after a pass, apart from those that are parked; 0 where
/// it has none.
[[nodiscard]] base::Result<qint64> countRowsLeft(RunContext &context, const plan::Step &step,
                                                 const BackfillRecord &record,
                                                 const QVector<RejectedRow> &parked);

/// Keys of the rows that still match, if these are few of the table's and its rows are found by their keys;
/// none otherwise. To read all of a table for a few rows that others moved meanwhile would take as long again
/// as the backfill itself.
[[nodiscard]] base::Result<QVector<Position>> keysLeft(RunContext &context, const plan::Step &step,
                                                       const BackfillRecord &record, qint64 left);

/// Writes rows by their keys, a few at a time, and ever fewer where some of them are locked. Those that
/// cannot be had for a while stay for the next pass. `afterBatch` is told how many ms a batch took, and may
/// end it.
[[nodiscard]] base::Result<StepEnd> writeByKeys(
    RunContext &context, const plan::Step &step, const BackfillRecord &record, const QVector<Position> &keys,
    const std::function<base::Result<StepEnd>(double ms)> &afterBatch);

/// Writes parked rows that can be written by now; those that cannot, or are locked, stay in `parked`.
[[nodiscard]] base::Result<void> tryParked(RunContext &context, const plan::Step &step,
                                           const BackfillRecord &record, QVector<RejectedRow> *parked);

/// Why a backfill gives up after its sweeps, with the keys of some rows that are left.
[[nodiscard]] base::Error leftoverError(RunContext &context, const plan::Step &step, const QString &rowName,
                                        qint64 rows, int passes);

} // namespace lockstep::execution
