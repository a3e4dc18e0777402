#pragma once

#include "ordering.h"

namespace lockstep::plan {

/// True for actions on something whose absence for a moment would be noticed and which has no
/// strategy of its own.
[[nodiscard]] bool isRebuiltAtOnce(const Action &action);

/// Finds what is taken down and made again under the same name (a view over a column whose type
/// changes, a trigger, a policy, a default), and what says itself that it belongs together
/// (Action::together), and puts it, with everything in between, into one unit: nobody ever sees the
/// database without it. What holds a step that cannot share a transaction is left alone. Sets
/// PlacedDraft::unit.
void joinRebuilds(std::vector<PlacedDraft> &placed, const PlainPlan &plan);

} // namespace lockstep::plan
