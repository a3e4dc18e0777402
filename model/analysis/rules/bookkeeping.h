#pragma once

#include "../schemastate.h"

namespace lockstep::analysis::rules {

/// True for the tables in which migration tools note what they have run: a row or two each time, of which no
/// rule has anything to say.
[[nodiscard]] bool isBookkeeping(const Key &table);

} // namespace lockstep::analysis::rules
