#pragma once

#include "rowtriggers.h"

#include <model/plan/columnsets.h>

/// What keeps two sets of columns in step, by which of them a statement writes.
namespace lockstep::plan {

/// The new columns are made of the old ones in every row written: while they are filled, only old
/// releases write.
[[nodiscard]] SyncTrigger followOld(const Action &action, const ColumnSets &sets);
/// The other way round: while the old columns are filled again, only new releases write.
[[nodiscard]] SyncTrigger followNew(const Action &action, const ColumnSets &sets);
/// From either of them to both directions.
[[nodiscard]] QStringList openBothWays(const Action &action, const ColumnSets &sets);
/// Back from both directions to followOld().
[[nodiscard]] QStringList closeBothWays(const Action &action, const ColumnSets &sets);
[[nodiscard]] QStringList dropBothWays(const Action &action, const ColumnSets &sets);

/// True of rows where `columns` are not what their expressions make of the others.
[[nodiscard]] QString areBehind(const QVector<SetColumn> &columns);
/// A function that says of a row whether the new columns can be made of it.
[[nodiscard]] SyncTrigger rowTest(const Action &action, const ColumnSets &sets);
/// The rows of which it says that they cannot.
struct RowTestQuery
{
    QString relation;
    QString condition;
};
[[nodiscard]] RowTestQuery rowTestQuery(const Action &action, const ColumnSets &sets);

} // namespace lockstep::plan
