#pragma once

#include "rowmove.h"

namespace lockstep::plan {

/// Adds what each `moves` intent asks for: a test of the rows before the new table is made, its filling
/// behind that, and one action of those that drop the old columns. Errors (Usage): tables and columns that
/// do not come or do not go, rows that nothing tells apart, expressions that do not parse.
[[nodiscard]] base::Result<void> moveRows(PlainPlan *plan, const PlanOptions &options);

} // namespace lockstep::plan
