#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// How many workers a backfill may have: what the options say, or one where batches could meet in rows of
/// other tables, by triggers or because they copy; that is told.
[[nodiscard]] base::Result<int> mostWorkers(RunContext &context, const plan::Step &step);

/// A connection for one of them, named so that an orphan of it is found as one of the run.
[[nodiscard]] base::Result<std::unique_ptr<postgres::Session>> openWorker(RunContext &context, int number);

} // namespace lockstep::execution
