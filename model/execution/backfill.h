#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// Runs a backfill step from where its journal says to its end: batches with the cursor in their
/// own transaction, paced by the control law, then sweeps until no row is left to do.
/// Errors: Server with the key of the row that cannot be written; Refused when another runner took
/// over; Connection.
[[nodiscard]] base::Result<StepEnd> runBackfill(RunContext &context, const plan::Step &step);

} // namespace lockstep::execution
