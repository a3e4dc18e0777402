#pragma once

#include "randomschema.h"

#include <functional>

namespace lockstep::testing {

/// The smallest pair found for which `stillFails` holds, by leaving out pieces (with all that needs
/// them) as long as it does. At most `tries` calls.
[[nodiscard]] SchemaPair shrink(SchemaPair pair, const std::function<bool(const SchemaPair &)> &stillFails,
                                int tries = 300);

} // namespace lockstep::testing
