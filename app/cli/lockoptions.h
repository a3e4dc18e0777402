#pragma once

#include "arguments.h"

#include <model/execution/runvalues.h>

namespace lockstep::cli {

/// How long `run` tries for a lock and whom it may end to get it. Errors: Usage.
[[nodiscard]] base::Result<void> readLockOptions(const Arguments &arguments, execution::RunOptions *options);

} // namespace lockstep::cli
