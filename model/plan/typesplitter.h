#pragma once

#include "typecopies.h"

namespace lockstep::plan {

/// The changes of type of one table, which are done online together or not at all: one swap does them.
struct TableChanges
{
    std::vector<int> changes; ///< Indexes of actions, sorted; the last one becomes the swap.
    TypeCopy found;
};

/// Puts the copies before the swaps and the ends of the old columns behind everything. False, and the plan
/// is as it was, if the steps would wait for each other.
[[nodiscard]] bool splitChanges(PlainPlan *plan, const std::vector<TableChanges> &tables);

} // namespace lockstep::plan
