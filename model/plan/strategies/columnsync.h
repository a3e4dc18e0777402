#pragma once

#include "rowtriggers.h"

#include <model/plan/columncopy.h>

/// The statements that the steps of an online type change have in common.
namespace lockstep::plan {

/// Keeps the new column in step with the old one, until the swap.
[[nodiscard]] SyncTrigger forwardSync(const Action &action, const ColumnCopy &copy);
/// Keeps the old column in step with the new one, after the swap.
[[nodiscard]] SyncTrigger backwardSync(const Action &action, const ColumnCopy &copy);
/// SET clauses of functions that convert values.
[[nodiscard]] QString conversionSettings(const Action &action, const ColumnCopy &copy);

/// The column as it was, under the name it has after the swap and without what may not hold while it is
/// filled.
[[nodiscard]] schema::Fact asideColumn(const ColumnCopy &copy);
/// The column as it will be, under the name it has before the swap.
[[nodiscard]] schema::Fact newColumn(const ColumnCopy &copy);
/// Comments and privileges of the column, on the column of the given name.
[[nodiscard]] QStringList saidOf(const ColumnCopy &copy, const QString &column, const Context &context);
/// Where rows have in `column` something else than `expression` makes of them.
[[nodiscard]] QString isBehind(const QString &column, const QString &expression, const QString &type);
/// The unique index that the old key comes back with.
[[nodiscard]] QString wayBackIndex(const Twin &key);
/// Of the copy's NOT NULL and of that of the column put aside; from PostgreSQL 18 on.
[[nodiscard]] QString copyNotNullName(const ColumnCopy &copy);
[[nodiscard]] QString asideNotNullName(const ColumnCopy &copy);

} // namespace lockstep::plan
