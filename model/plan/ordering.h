#pragma once

#include "strategies/strategy.h"

#include <QSet>

namespace lockstep::plan {

/// A draft with its place in the graph. `needs` are indexes into the same list.
struct PlacedDraft
{
    Draft draft;
    int action = -1; ///< Index into PlainPlan::actions.
    int unit = -1; ///< Drafts of one unit share a transaction; -1: none.
    bool isBehindGate = false; ///< Asks for no confirmation itself, but waits for that of others.
    std::vector<int> needs;
};

/// Rewrites every action and joins the pieces: what needs an action needs its last draft, or the
/// one that makes it ready. Deterministic; the result is in an executable order: by phase as far
/// as the needs allow (a draft's phase is raised to that of the latest it needs), then by the
/// plain order. An internal error names the steps if they wait for each other: never a plan without them.
[[nodiscard]] base::Result<std::vector<PlacedDraft>> orderedDrafts(const PlainPlan &plan,
                                                                   const Context &context);

} // namespace lockstep::plan
