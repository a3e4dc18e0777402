#pragma once

#include "columncopy.h"
#include "strategies/context.h"

namespace lockstep::plan {

/// What an online change of a column's type needs to know, or why it cannot be: a whole sentence.
struct TypeCopy
{
    std::shared_ptr<ColumnCopy> copy;
    QString why;
    /// Actions on constraints that the swap takes away itself.
    std::vector<int> folded;
};

[[nodiscard]] TypeCopy typeCopy(const PlainPlan &plan, int change, const Context &context);

} // namespace lockstep::plan
