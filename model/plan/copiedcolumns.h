#pragma once

#include "columncopy.h"
#include "strategies/context.h"

#include <optional>
#include <vector>

namespace lockstep::plan {

/// What a copy of a column has to know of the column itself. `change` is a ChangeType.
[[nodiscard]] CopiedColumn copiedColumn(const Action &change, const Context &context);
/// The conversion of which of the two types asks for the session's settings of times.
[[nodiscard]] QString timeSettingsOf(const ChangeType &change);
/// What the plan does around the change to what gives the column its numbers, for the swap to do: brings an
/// identity's sequence to its new bounds, or exchanges serial and identity. nullopt: not in a way that it
/// can.
[[nodiscard]] std::optional<std::vector<int>> takeNumberActions(const PlainPlan &plan, int change,
                                                                CopiedColumn *column);
/// Takes privileges and comments of an identity's sequence, or a sequence that the column owns. Empty, or
/// why it stands in the way.
[[nodiscard]] QString takeNumbers(const PlainPlan &plan, const schema::Fact &fact, CopiedColumn *column);
/// What a sequence made anew for the identity has beyond what it had.
[[nodiscard]] QStringList correctedNumbers(const PlainPlan &plan, const CopiedColumn &column);

} // namespace lockstep::plan
