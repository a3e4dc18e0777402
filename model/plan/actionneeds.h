#pragma once

#include "action.h"

#include <QSet>

/// What passes over the plain plan ask of its actions.
namespace lockstep::plan {

/// The actions that have to come before this one, directly or not.
[[nodiscard]] QSet<int> allNeeds(const PlainPlan &plan, const Action &action);
/// The first action on an object; -1 without one.
[[nodiscard]] int actionOn(const PlainPlan &plan, const schema::ObjectId &object);
/// True if the target has the same fact and no action takes it down meanwhile.
[[nodiscard]] bool isKeptAsItIs(const PlainPlan &plan, const schema::Fact &fact);

} // namespace lockstep::plan
