#pragma once

#include "lint/settings.h"
#include "rates.h"

#include <model/base/result.h>
#include <model/plan/plan.h>
#include <model/schema/catalog.h>
#include <model/schema/statistics.h>

#include <stop_token>

namespace lockstep::analysis {

struct AnalysisOptions
{
    schema::StatisticsPtr statistics; ///< Null: sizes unknown; the estimates say so.
    QHash<QString, qint64> rows; ///< Typed-in row counts by "schema.table"; win over statistics.
    int serverVersion = 0; ///< 0: the plan's.
    RatesPtr rates; ///< Null: the default ones.
    lint::LintSettings rules; ///< Findings are left out, or as severe, as these say.
};

/// Fills every step's assessment: locks on all relations, what they block, effect, estimate with
/// its basis, findings. Follows the catalog through the steps (a CHECK validated in s04 makes the
/// SET NOT NULL of s06 instant; a table created in s01 is nobody's yet). Statements that the
/// parser does not know are assessed as ACCESS EXCLUSIVE with a finding that says so.
/// Pure. `current` is the catalog the plan was made for.
[[nodiscard]] base::Result<plan::PlanPtr> analyse(const plan::PlanPtr &plan,
                                                  const schema::CatalogPtr &current,
                                                  const AnalysisOptions &options, std::stop_token stop);

/// Totals the window and the plan text show.
struct PlanTotals
{
    plan::Estimate total; ///< Its disk is what is needed if no step gives back anything.
    qint64 longestBlockMs = 0; ///< Longest likely time anybody's reads or writes are held up.
};
[[nodiscard]] PlanTotals totals(const plan::Plan &plan);

} // namespace lockstep::analysis
