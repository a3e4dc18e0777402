#pragma once

#include "backfilljournal.h"
#include "runcontext.h"

namespace lockstep::execution {

/// Rows that still match the backfill's condition after a pass, apart from those that are parked; 0 where
/// it has none.
[[nodiscard]] base::Result<qint64> countRowsLeft(RunContext &context, const plan::Step &step,
                                                 const BackfillRecord &record,
                                                 const QVector<RejectedRow> &parked);

/// Writes parked rows that can be written by now; those that cannot stay in `parked`.
[[nodiscard]] base::Result<void> tryParked(RunContext &context, const plan::Step &step,
                                           const BackfillRecord &record, QVector<RejectedRow> *parked);

/// Why a backfill gives up after its sweeps, with the keys of some rows that are left.
[[nodiscard]] base::Error leftoverError(RunContext &context, const plan::Step &step, const QString &rowName,
                                        qint64 rows, int passes);

} // namespace lockstep::execution
