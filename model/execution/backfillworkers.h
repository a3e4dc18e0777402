#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// How many workers a backfill may have: what the options say, or one where batches could meet in rows of
/// other tables, by triggers or because they copy; that is told.
[[nodiscard]] base::Result<int> mostWorkers(RunContext &context, const plan::Step &step);

/// A connection for one of them, named so that an orphan of it is found as one of the run.
[[nodiscard]] base::Result<std::unique_ptr<postgres::Session>> openWorker(RunContext &context, int number);

/// What a session needs for batches: short waits, and no plan that reads the whole table.
[[nodiscard]] base::Result<void> useBatchSettings(postgres::Session &session, const plan::BackfillSpec &spec);
/// As it was before; nothing where the connection is lost.
void resetBatchSettings(postgres::Session &session);

} // namespace lockstep::execution
