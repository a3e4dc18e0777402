#pragma once

#include "planner.h"

namespace lockstep::plan {

/// The second half of makePlan(): a plain plan, rewritten by the strategies.
[[nodiscard]] base::Result<PlanPtr> onlinePlan(const PlainPlan &plain,
                                               const schema::StatisticsPtr &statistics,
                                               const PlanOptions &options);

} // namespace lockstep::plan
