#pragma once

#include "comparison.h"

#include <model/diff/renaming.h>
#include <model/plan/plan.h>

#include <functional>

namespace lockstep::proof {

/// Both sides of a plan in scratch databases, and how what the plan makes of one is compared with the other.
struct PlanSides
{
    ProofSide current; ///< Without rows.
    ProofSide target; ///< What rules ignore is in it as it is in current.
    DumpFilter filter; ///< For comparisons with the target.
    QVector<diff::RenameStep> renames; ///< What is called otherwise after the plan, parked tables too.
    QStringList differences; ///< A side is not the schema that the plan was made for; whole sentences.
    QStringList notes;
};

/// Loads both from the plan's own scripts. Errors: Input (a side does not load), Environment, Canceled.
[[nodiscard]] base::Result<PlanSides> loadPlanSides(const plan::Plan &plan,
                                                    const scratch::ScratchServerPtr &scratch,
                                                    const std::function<void(const QString &)> &report,
                                                    const std::stop_token &stop);

} // namespace lockstep::proof
