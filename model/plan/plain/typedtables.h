#pragma once

#include "nodes.h"

namespace lockstep::plan::plain {

/// ALTER TYPE … ATTRIBUTE with CASCADE where a table of the type is there that is dropped later on.
[[nodiscard]] QStringList throughLeavingTables(const NodeInput &input, const schema::Fact &typeBefore,
                                               QStringList statements);
/// Tables of a composite type that changes are no typed tables while it does.
void addTypedTableNodes(const NodeInput &input, Nodes &nodes);

} // namespace lockstep::plan::plain
