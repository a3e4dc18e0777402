#pragma once

#include "rates.h"

#include <model/plan/plan.h>

namespace lockstep::analysis {

/// What a step of a rehearsal took beside what was estimated for its rows.
struct StepTiming
{
    plan::Effect effect = plan::Effect::Instant;
    double measuredMs = 0;
    double expectedMs = 0;
};

struct FittedRates
{
    RatesPtr rates; ///< Null where no step had enough work to learn from.
    int learnedFrom = 0; ///< Steps.
};

/// The given rates, each kind of work (scans, index builds, rewrites, batches) as much faster or slower as
/// the steps that did it were, by the median of their ratios. Kinds that no step did are changed by the
/// median of all. Steps of some milliseconds say nothing of a rate and are left out. How far the steps of one
/// kind are apart widens the ranges of the estimates.
[[nodiscard]] FittedRates fitToRehearsal(const Rates &given, const QVector<StepTiming> &timings,
                                         const QString &server, const QDateTime &at);

} // namespace lockstep::analysis
