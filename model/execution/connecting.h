#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// Opens the context's sessions anew and takes the run's lock; those that it had are remembered as lost.
/// `byForce`: takes the lock from who holds it.
[[nodiscard]] base::Result<void> connectAll(RunContext &context, bool byForce);

/// Refused, where the journal's run is of another plan or of another database.
[[nodiscard]] base::Result<void> checkSameRun(const RunContext &context, const RunRecord &run);

/// Becomes the owner of that run once nothing is left at work of who had it, and opens its journal.
[[nodiscard]] base::Result<void> resumeRun(RunContext &context, const RunRecord &run, RunState state);

} // namespace lockstep::execution
