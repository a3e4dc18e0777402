#pragma once

#include "context.h"

#include <model/analysis/rates.h>
#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/proof/proof.h>

namespace lockstep::cli {

/// The two sides of compare and plan.
struct Sides
{
    sources::LoadedSourcePtr current;
    sources::LoadedSourcePtr target;
    plan::Intents scripted; ///< What the scripts say that the target does not show.
};
/// The target is that of --target, or what the files of --script make of the current side.
[[nodiscard]] base::Result<Sides> loadSides(const Arguments &arguments, Context &context, int preferredMajor);

/// --ignore, --ignore-objects and --only, which compare and plan take.
[[nodiscard]] const std::vector<Flag> &ignoreFlags();
/// Adds what those flags say to the rules. Errors (Usage): an unknown word, a pattern
/// that is none.
[[nodiscard]] base::Result<void> addIgnoreFlags(const Arguments &arguments, diff::IgnoreRules *rules);

/// What --intents holds, with the ignore rules that the flags add. Errors: Input, Usage.
[[nodiscard]] base::Result<plan::Intents> readIntents(const Arguments &arguments);

/// What --rates holds, else the default ones.
[[nodiscard]] base::Result<analysis::RatesPtr> readRates(const Arguments &arguments);

/// The severity from which on findings make a command fail, as --fail-on has it; nothing: they never do.
/// Errors (Usage): another word.
[[nodiscard]] base::Result<std::optional<plan::Severity>> failOn(const Arguments &arguments);

/// "14", "14.5" or "140005" as 140005; a usage error otherwise. 0 where the flag is missing.
[[nodiscard]] base::Result<int> serverVersion(const Arguments &arguments);

/// sources -> diff -> plan -> analysis, as the flags of `plan` say.
[[nodiscard]] base::Result<plan::PlanPtr> makeAnalysedPlan(const Arguments &arguments, Context &context);
/// Proves on the scratch server, with a line of progress for each phase.
[[nodiscard]] base::Result<plan::PlanPtr> provePlan(const plan::PlanPtr &plan, Context &context);

} // namespace lockstep::cli
