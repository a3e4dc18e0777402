#pragma once

#include "ordering.h"

namespace lockstep::plan {

/// Puts what belongs in one transaction (Action::together), with everything in between, into one unit:
/// nobody ever sees the database between two of its statements. Where something in between cannot share a
/// transaction, the steps stay apart and the first of them says so, and no gate comes between them. Sets
/// PlacedDraft::unit and ::isBehindGate.
void joinUnits(std::vector<PlacedDraft> &placed, const PlainPlan &plan);

} // namespace lockstep::plan
