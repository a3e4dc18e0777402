#pragma once

#include <model/base/result.h>
#include <model/plan/plan.h>
#include <model/schema/catalog.h>
#include <model/scratch/scratchserver.h>

#include <functional>
#include <stop_token>

namespace lockstep::proof {

using Progress = std::function<void(const QString &phase, int stepsDone, int stepsTotal)>;

struct ProofOptions
{
    bool withRows = true; ///< Run the second pass, on tables with rows.
};

/// Proves a plan on two scratch databases made from its own scripts: runs every step on current,
/// compares with target by our reader and by `pg_dump -s`; runs each rollback in reverse, compares
/// with current the same two ways; records the locks each statement really held and compares them
/// with the stated ones, and the files of the relations with the stated effects. If all holds, a
/// second pass runs plan and rollback on tables with rows and follows what they hold (RowProof);
/// rows lost there fail the proof, rows that the plan cannot pass on do not. Returns the plan with its Proof
/// filled in: a plan that does not hold is not an error of this function but ProofStatus::Failed with the
/// differences; one whose scripts are not known is ProofStatus::Skipped with the reason as a note. Errors: Input (a side does not load), Environment, Canceled.
[[nodiscard]] base::Result<plan::PlanPtr> prove(const plan::PlanPtr &plan,
                                                const scratch::ScratchServerPtr &scratch,
                                                const Progress &progress, std::stop_token stop,
                                                const ProofOptions &options = {});

} // namespace lockstep::proof
