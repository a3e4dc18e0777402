#pragma once

#include "action.h"

#include <model/schema/statistics.h>

/// Tables that change their names while releases that say the old one are at work: in the
/// transaction of the rename a view that can be written takes the old name, and behind the gate it
/// goes.
namespace lockstep::plan {

/// Gives the renames of tables in the plan such a view, or the reason why they cannot have one.
void keepOldTableNames(PlainPlan *plan, const schema::StatisticsPtr &statistics, const PlanOptions &options);

} // namespace lockstep::plan
