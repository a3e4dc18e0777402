#pragma once

#include <model/plan/plan.h>
#include <model/sources/afterscript.h>

namespace lockstep::project {

/// Scripts as a target to plan towards.
struct Rewriting
{
    sources::LoadedSourcePtr target;
    plan::Intents intents; ///< What the target does not show: renames, backfills, conversions.
};

/// Replays the scripts on a scratch copy of `current`, without the parts that take migrations back.
/// Errors as sources::afterScripts().
[[nodiscard]] base::Result<Rewriting> rewriteScripts(const sources::LoadedSourcePtr &current,
                                                     const QVector<sources::ScriptText> &scripts,
                                                     const sources::ScratchOfMajor &scratch,
                                                     const sources::Progress &progress, std::stop_token stop);

/// The plan with what the target's scripts do beside the schema among its warnings.
[[nodiscard]] plan::PlanPtr withBeside(const plan::PlanPtr &plan, const sources::LoadedSource &target);

} // namespace lockstep::project
