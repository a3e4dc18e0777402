#include "analysis.h"

#include "stepassessor.h"

namespace lockstep::analysis {

base::Result<plan::PlanPtr> analyse(const plan::PlanPtr &plan, const schema::CatalogPtr &current,
                                    const AnalysisOptions &options, std::stop_token stop)
{
    if (!plan)
        return base::internalError(QStringLiteral("There is no plan to analyse."));
    auto result = std::make_shared<plan::Plan>(*plan);
    StepAssessor assessor(*plan, current, options);
    for (plan::Step &step : result->steps) {
        if (stop.stop_requested())
            return base::canceled();
        step.assessment = assessor.assess(step);
        step.assessment.findings = options.rules.applied(step.assessment.findings);
    }
    return plan::PlanPtr(std::move(result));
}

PlanTotals totals(const plan::Plan &plan)
{
    PlanTotals result;
    for (const plan::Step &step : plan.steps) {
        const plan::Assessment &assessment = step.assessment;
        result.total.lowMs += assessment.estimate.lowMs;
        result.total.likelyMs += assessment.estimate.likelyMs;
        result.total.highMs += assessment.estimate.highMs;
        result.total.walBytes += assessment.estimate.walBytes;
        result.total.diskBytes += assessment.estimate.diskBytes;
        if (assessment.blocks >= plan::Blocks::Writes)
            result.longestBlockMs = qMax(result.longestBlockMs, assessment.lockHoldMs);
    }
    result.total.basis = QStringLiteral("The sum of all steps, without the time at gates.");
    return result;
}

} // namespace lockstep::analysis
