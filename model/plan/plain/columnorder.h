#pragma once

#include "nodes.h"

namespace lockstep::plan::plain {

/// Columns that stay in a typed table but get another place, because its type has them in another order:
/// they are copied, so what is made of them is taken down and made again. By index of current.
[[nodiscard]] Indexes movedColumns(const Sides &sides, int currentTable);
/// The node that puts the columns of a typed table into the order of its type, in which OF insists on them;
/// -1 if they are in it.
int addColumnOrder(const NodeInput &input, int targetTable, Nodes &nodes);

} // namespace lockstep::plan::plain
