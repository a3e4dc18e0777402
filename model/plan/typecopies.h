#pragma once

#include "columncopy.h"
#include "parttwins.h"
#include "strategies/context.h"

namespace lockstep::plan {

/// What an online change of the types of a table's columns needs to know, or why it cannot be: a whole
/// sentence.
struct TypeCopy
{
    std::shared_ptr<ColumnCopy> copy;
    QString why;
    int failed = -1; ///< The change that `why` is about.
    /// Actions whose work the swap does itself.
    std::vector<int> folded;
};

/// `changes`: those of one table, as indexes of actions.
[[nodiscard]] TypeCopy typeCopy(const PlainPlan &plan, const std::vector<int> &changes,
                                const ConvertedColumns &converted, const Context &context);

} // namespace lockstep::plan
