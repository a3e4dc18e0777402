#pragma once

#include "action.h"
#include "tablecopy.h"

#include <model/schema/statistics.h>

/// A table that becomes partitioned while it is in use: the new one is made beside it with all that the
/// target has on it, filled and kept in step, and takes the name in one transaction; until the gate the old
/// one is kept in step.
namespace lockstep::plan {

struct SplitPartitionings
{
    diff::ChangeSetPtr changes; ///< To the target with the new table beside the old one.
    std::shared_ptr<TableCopy> copy; ///< Null where no table is partitioned online.
    QHash<schema::ObjectId, QString> refused; ///< Tables that cannot be, with a sentence.
};

/// Errors as diff() and makePlainPlan().
[[nodiscard]] base::Result<SplitPartitionings> splitPartitionings(const diff::ChangeSetPtr &changes,
                                                                  const schema::StatisticsPtr &statistics,
                                                                  const PlanOptions &options,
                                                                  std::stop_token stop);
/// The copying, the swap and the end of the old table, after everything else; and what is said of those that
/// are made anew without their rows.
void appendPartitionings(const SplitPartitionings &split, PlainPlan *plan);

} // namespace lockstep::plan
