#pragma once

#include "ordering.h"

namespace lockstep::plan {

/// Finds what is taken down and made again under the same name (a view over a column whose type
/// changes, a trigger, a policy) and puts it, with everything in between, into one unit: nobody
/// ever sees the database without it. What holds a step that cannot share a transaction is left
/// alone. Sets PlacedDraft::unit.
void joinRebuilds(std::vector<PlacedDraft> &placed, const PlainPlan &plan);

} // namespace lockstep::plan
