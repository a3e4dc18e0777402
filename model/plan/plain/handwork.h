#pragma once

#include "../action.h"

namespace lockstep::plan::plain {

/// What a person has to do besides an action, because SQL in a plan cannot: set secrets, look after
/// replication slots on another server. Whole sentences; empty for nothing.
[[nodiscard]] QString handwork(const Action &action, const schema::Catalog &current);

} // namespace lockstep::plan::plain
