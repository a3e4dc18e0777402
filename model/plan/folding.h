#pragma once

#include "action.h"

namespace lockstep::plan {

/// Actions that one takes the place of.
struct Fold
{
    std::vector<int> members;
    Action action; ///< Its needs are those of the members.
    std::vector<int> needs; ///< Actions of the plan as it is, besides.
};

/// The plan with these folds, in an executable order again. Errors (Usage) if the actions wait for each
/// other then.
[[nodiscard]] base::Result<void> fold(PlainPlan *plan, const QVector<Fold> &folds);

} // namespace lockstep::plan
