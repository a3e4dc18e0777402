#include "onlineplan.h"

#include "grouping.h"

namespace lockstep::plan {

base::Result<PlanPtr> onlinePlan(const PlainPlan &plain, const schema::StatisticsPtr &statistics,
                                 const PlanOptions &options)
{
    const Context context(plain, statistics, options);
    const schema::Catalog &current = *plain.changes->current;
    auto plan = std::make_shared<Plan>();
    plan->serverVersion = options.serverVersion > 0 ? options.serverVersion : current.serverVersion();
    plan->fingerprint = plain.changes->currentFingerprint;
    plan->targetFingerprint = plain.changes->targetFingerprint;
    plan->policy = options.policy;
    plan->intents = options.intents;
    plan->current = options.currentScript;
    plan->target = options.targetScript;
    for (const schema::Unmodelled &item : plain.changes->unmodelled)
        plan->unmodelled += qMakePair(item.kind, item.name);
    plan->intents.ignore = plain.changes->ignore;
    for (const diff::IgnoreConflict &conflict : plain.changes->ignoreConflicts)
        plan->warnings << conflict.message;
    plan->warnings.removeDuplicates();
    const auto drafts = orderedDrafts(plain, context);
    if (!drafts.has_value())
        return drafts.error();
    plan->steps = finishedSteps(drafts.value(), plain);
    return PlanPtr(plan);
}

} // namespace lockstep::plan
