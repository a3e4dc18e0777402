#pragma once

#include "action.h"

namespace lockstep::plan {

/// True if the action `start` needs the action `wanted`, directly or through others.
[[nodiscard]] bool actionNeeds(const PlainPlan &plan, int start, int wanted);

} // namespace lockstep::plan
