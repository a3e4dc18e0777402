#pragma once

#include "action.h"
#include "tablecopy.h"

#include <model/schema/statistics.h>

/// A table that becomes partitioned, or plain, or partitioned differently, while it is in use: the new one is
/// made beside it with all that the target has on it, filled and kept in step, and takes the name in one
/// transaction; until the gate the old one is kept in step. Where that is not possible the rows are copied
/// under a lock.
namespace lockstep::plan {

struct SplitPartitionings
{
    diff::ChangeSetPtr changes; ///< To the target with the new tables beside the old ones.
    std::vector<std::shared_ptr<const TableCopy>> copies; ///< In the order of their swaps.
    QHash<schema::ObjectId, QString> refused; ///< Tables whose rows cannot be copied, with a sentence.
};

/// Errors as diff() and makePlainPlan().
[[nodiscard]] base::Result<SplitPartitionings> splitPartitionings(const diff::ChangeSetPtr &changes,
                                                                  const schema::StatisticsPtr &statistics,
                                                                  const PlanOptions &options,
                                                                  std::stop_token stop);
/// The copying, the swap and the end of the old tables, after everything else; and what is said of those
/// that are made anew without their rows.
void appendPartitionings(const SplitPartitionings &split, PlainPlan *plan);

} // namespace lockstep::plan
