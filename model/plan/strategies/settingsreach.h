#pragma once

#include "drafts.h"

namespace lockstep::plan {

/// What settings of storage do not do by themselves to the rows that are there, in whole sentences; empty
/// where they take effect at once.
[[nodiscard]] QString settingsReach(const Action &action);

} // namespace lockstep::plan
