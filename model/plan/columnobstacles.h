#pragma once

#include "strategies/context.h"

namespace lockstep::plan {

/// Why a column cannot change its type beside the traffic, as far as its table, itself and the two types
/// tell: a whole sentence; empty where it can. `change` is a ChangeType.
[[nodiscard]] QString whyNoCopy(const Action &change, const Context &context);

} // namespace lockstep::plan
