#pragma once

#include "action.h"

#include <model/schema/statistics.h>

namespace lockstep::plan {

/// Enums that lose labels or have them in another order, where columns in use are of them: the new type is
/// made beside the old one early, under a name of its own, so that columns of it can be filled; what made it
/// becomes an exchange of names, in the transaction in which the columns change theirs. Where that cannot be,
/// the changes of the columns' types say why. Returns the ends: drops of the old types, which are not in the
/// plan any more until endEnumSwaps().
[[nodiscard]] std::vector<Action> beginEnumSwaps(PlainPlan *plan, const schema::StatisticsPtr &statistics,
                                                 const PlanOptions &options);
/// The old types go when the columns that were of them have gone.
void endEnumSwaps(std::vector<Action> ends, PlainPlan *plan);

} // namespace lockstep::plan
