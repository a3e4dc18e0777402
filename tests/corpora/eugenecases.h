#pragma once

#include "lintcorpus.h"

namespace lockstep::testing {

/// The cases of eugene: its examples, with what it finds statement by statement in the text and on a server,
/// and its unit tests. No cases if the corpora are not here.
[[nodiscard]] LintTool eugene();

} // namespace lockstep::testing
