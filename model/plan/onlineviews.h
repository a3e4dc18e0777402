#pragma once

#include "action.h"

#include <model/schema/statistics.h>

/// Materialized views that are made anew, with the views between and on top of them: the new ones are made
/// and filled beside the old ones, in schemas of their own, and all of them change places in one short
/// transaction. Readers wait for that and not for the queries.
namespace lockstep::plan {

/// Materialized views that move to another tablespace: PostgreSQL would copy their files while readers wait.
[[nodiscard]] QSet<schema::ObjectId> madeAnewBeside(const diff::ChangeSetPtr &changes,
                                                    const schema::StatisticsPtr &statistics,
                                                    const PlanOptions &options);

/// Where something else has to happen between the end of an old view and its new one, the plan stays as it
/// is and says what. Errors as makePlainPlan().
[[nodiscard]] base::Result<void> makeViewsBeside(PlainPlan *plan, const schema::StatisticsPtr &statistics,
                                                 const PlanOptions &options, std::stop_token stop);

} // namespace lockstep::plan
