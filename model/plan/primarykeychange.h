#pragma once

#include "action.h"

#include <model/schema/statistics.h>

/// A table in use gets another primary key: the new one's index is built beside the traffic, and one short
/// transaction exchanges the two, with the foreign keys that refer to the old one.
namespace lockstep::plan {

struct PrimaryKeyChange
{
    /// A foreign key that the key cannot go without.
    struct Reference
    {
        Action drop;
        Action add;
    };
    Action drop;
    Action add;
    std::vector<Reference> references;
    std::vector<Action> uniques; ///< Keys of the table that these refer to from then on.
};

/// Makes one action of taking the old key away and making the new one, where nothing else has to happen in
/// between; elsewhere both stay as they are.
void joinPrimaryKeyChanges(PlainPlan *plan, const schema::StatisticsPtr &statistics,
                           const PlanOptions &options);

} // namespace lockstep::plan
