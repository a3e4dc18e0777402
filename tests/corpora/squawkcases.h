#pragma once

#include "lintcorpus.h"

namespace lockstep::testing {

/// The tests of squawk: each of one rule, with the lines it speaks of. No cases if the corpora are not here.
[[nodiscard]] LintTool squawk();

} // namespace lockstep::testing
