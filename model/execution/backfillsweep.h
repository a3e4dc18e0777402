#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// Rows that still match the backfill's condition after a pass; 0 where it has none.
[[nodiscard]] base::Result<qint64> countRowsLeft(RunContext &context, const plan::Step &step);

/// Why a backfill gives up after its sweeps, with the keys of some rows that are left.
[[nodiscard]] base::Error leftoverError(RunContext &context, const plan::Step &step, const QString &rowName,
                                        qint64 rows, int passes);

} // namespace lockstep::execution
