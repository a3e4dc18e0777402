#pragma once

#include "nodes.h"

/// What the plan's own statements take away from values that stay where they are.
namespace lockstep::plan::plain {

/// Writes into the action that changes a column's type what the cast loses, and what the way back does.
void nameCastLosses(Action &action, const schema::Fact &before, const schema::Fact &after,
                    const schema::Catalog &current, const schema::Catalog &target);

/// The same for an action that drops attributes of a composite type, for each column that stores it.
void nameAttributeLosses(const NodeInput &input, int targetType, Action &action);

} // namespace lockstep::plan::plain
