#pragma once

#include "action.h"
#include "partitioncatalogs.h"
#include "tablecopy.h"

namespace lockstep::plan {

/// What is done in one transaction when a table takes another one's place.
struct TableSwap
{
    QStringList swap; ///< As TableCopy's.
    QStringList swapBack;
    QStringList drop;
    QStringList make;
    QStringList notes;
    QString whyNever; ///< Why it cannot be one transaction, a whole sentence.
    QString whyNotShort; ///< Why it is no short one.
};

/// `changes` are those of the whole plan. `isChecked`: foreign keys to the table are checked in it. Errors as
/// diff() and makePlainPlan().
[[nodiscard]] base::Result<TableSwap> tableSwap(const schema::ObjectId &table,
                                                const PartitionCatalogs &states,
                                                const diff::ChangeSet &changes, bool isChecked,
                                                const PlanOptions &options, const std::stop_token &stop);
/// From one of the states to another one.
[[nodiscard]] base::Result<diff::ChangeSetPtr> changesBetween(const schema::CatalogPtr &from,
                                                              const schema::CatalogPtr &to,
                                                              const diff::ChangeSet &all,
                                                              const QVector<diff::RenameDecision> &renames,
                                                              const std::stop_token &stop);

} // namespace lockstep::plan
