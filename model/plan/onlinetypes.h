#pragma once

#include "action.h"
#include "onlinerenames.h"

/// Columns that change their type while they are in use. The change itself becomes a short swap; before it
/// a column of the new type is made, filled and kept in step, after it the old column is kept in step for
/// the way back until the gate.
namespace lockstep::plan {

/// Puts the two others around every change of type that rewrites a table in use, or says in it why not.
void splitTypeChanges(PlainPlan *plan, const schema::StatisticsPtr &statistics, const PlanOptions &options,
                      const QVector<OnlineRename> &renames);

} // namespace lockstep::plan
