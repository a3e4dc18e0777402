#pragma once

#include "action.h"

#include <model/schema/statistics.h>

namespace lockstep::plan {

/// Changes in, ordered steps out, not yet assessed: the plain plan, rewritten by the online
/// strategies, with gates, rollbacks and verification. Pure and deterministic.
/// `statistics` may be null: then every existing table counts as big, which is the safe side.
[[nodiscard]] base::Result<PlanPtr> makePlan(const diff::ChangeSetPtr &changes,
                                             const schema::StatisticsPtr &statistics,
                                             const PlanOptions &options, std::stop_token stop);

/// DiffOptions that follow from the intents (accepted renames). Errors as checkIntents().
[[nodiscard]] base::Result<diff::DiffOptions> diffOptions(const Intents &intents,
                                                          const schema::Catalog &current,
                                                          const schema::Catalog &target);

/// A copy with one step's SQL replaced by the user's; marks it edited. The proof stays that of the steps
/// before. For backfill steps `sql` must stay one UPDATE of the same table; else an error (Input).
[[nodiscard]] base::Result<PlanPtr> withEditedSql(const PlanPtr &plan, const QString &stepId, SqlPart part,
                                                  const QString &sql);

} // namespace lockstep::plan
