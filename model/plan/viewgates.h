#pragma once

#include "action.h"

namespace lockstep::plan {

/// Views that lose columns do so behind a gate, when no release reads these any more. What they gain at the
/// same time they show before, where they can show both.
void holdViewsUntilGate(PlainPlan *plan, const PlanOptions &options);

} // namespace lockstep::plan
