#pragma once

#include "action.h"

#include <model/schema/statistics.h>

/// Columns that change their names while releases that say the old one and releases that say the
/// new one run side by side. Everything else of the plan is made in terms of the old name; a copy
/// of the column under the new name is kept in step meanwhile; behind the gate the copy goes and
/// the column takes its name, and all that hangs on it (keys, indexes, checks, identity, generated
/// columns, views, policies, grants, comments) follows by itself.
namespace lockstep::plan {

struct OnlineRename
{
    schema::ObjectId from; ///< The column as it is called until the gate, in its table's target name.
    schema::ObjectId to;
};

struct SplitRenames
{
    diff::ChangeSetPtr changes; ///< To the target with these columns under their old names.
    QVector<OnlineRename> online;
};

/// Takes the column renames that can be done online out of the changes. Errors as diff().
[[nodiscard]] base::Result<SplitRenames> splitRenames(const diff::ChangeSetPtr &changes,
                                                      const schema::StatisticsPtr &statistics,
                                                      const PlanOptions &options, std::stop_token stop);

/// Why a renamed column cannot have two names for a while, a whole sentence; empty where it can.
[[nodiscard]] QString whyNotBothNames(const schema::ObjectId &from, const schema::ObjectId &to,
                                      const schema::Catalog &current, const schema::Catalog &target);

/// Why no column can stand beside one of the table and be kept in step with it, a whole sentence; empty
/// where one can.
[[nodiscard]] QString whyNoSecondColumn(const schema::TableAttributes &table, const schema::ObjectId &id,
                                        const schema::Catalog &catalog);

/// The copies and the renames themselves, after everything else. `target` has the new names.
void appendOnlineRenames(const QVector<OnlineRename> &renames, const schema::CatalogPtr &target,
                         PlainPlan *plan);

} // namespace lockstep::plan
