#pragma once

#include "arguments.h"

#include <model/execution/runvalues.h>

#include <vector>

namespace lockstep::cli {

/// What --park-rejects, --batch-ms, --workers, --beside-others, --max-wal, --only-between and
/// --throttle-query say, into the options of a run. Errors: usage.
[[nodiscard]] base::Result<void> readBackfillOptions(const Arguments &arguments,
                                                     execution::RunOptions *options);
/// These flags for the command's help.
[[nodiscard]] std::vector<Flag> backfillFlags();

} // namespace lockstep::cli
