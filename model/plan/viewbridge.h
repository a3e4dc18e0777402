#pragma once

#include <model/schema/facts.h>

#include <optional>

namespace lockstep::plan {

/// A view that shows what it shows now and, behind that, what it shows afterwards besides: for the time in
/// which releases read the one or the other. nullopt where the two read different rows, or where one column
/// means two things.
[[nodiscard]] std::optional<schema::Fact> viewBridge(const schema::Fact &before, const schema::Fact &after);

} // namespace lockstep::plan
