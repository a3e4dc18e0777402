#pragma once

#include "ordering.h"

namespace lockstep::plan {

/// Joins neighbours that may share a transaction (one new table with its constraints and
/// comments; catalog changes of one relation), puts the gate before the first step that loses
/// data, and gives every step its id and the steps it needs.
[[nodiscard]] QVector<Step> finishedSteps(std::vector<PlacedDraft> drafts, const PlainPlan &plan);

} // namespace lockstep::plan
