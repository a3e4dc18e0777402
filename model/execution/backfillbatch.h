#pragma once

#include "backfilljournal.h"
#include "runcontext.h"

namespace lockstep::execution {

/// How a batch that was not committed should be taken.
enum class BatchFailure { Retry, BadRow, Fatal };
[[nodiscard]] BatchFailure classify(const base::Error &error);

struct BatchDone
{
    qint64 affected = 0;
    qint64 visited = 0;
    double ms = 0;
};

/// Writes the rows of one stripe of a stretch and moves the journal's cursor in the same
/// transaction; `record` follows. A batch that another epoch's runner overtook is rolled back and
/// Refused. `mayGiveWay`: cancel it when several sessions wait for its rows.
[[nodiscard]] base::Result<BatchDone> runBatch(RunContext &context, const plan::Step &step,
                                               const Batcher &batcher, const Stretch &stretch,
                                               bool mayGiveWay, BackfillRecord *record);

/// Halves the stretch, rolling every try back, until one row is left that fails; its key.
[[nodiscard]] base::Result<Position> findBadRow(RunContext &context, const plan::Step &step, Batcher &batcher,
                                                Stretch stretch, const BackfillRecord &record);

} // namespace lockstep::execution
