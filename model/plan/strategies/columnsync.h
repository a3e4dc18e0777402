#pragma once

#include "rowtriggers.h"

#include <model/plan/columncopy.h>

/// The statements that the steps of an online type change have in common.
namespace lockstep::plan {

/// Keeps the new columns in step with the old ones, until the swap.
[[nodiscard]] SyncTrigger forwardSync(const Action &action, const ColumnCopy &copy);
/// Keeps the old columns in step with the new ones, after the swap.
[[nodiscard]] SyncTrigger backwardSync(const Action &action, const ColumnCopy &copy);
/// SET clauses of functions that convert values.
[[nodiscard]] QString conversionSettings(const Action &action, const ColumnCopy &copy);

/// The column as it was, under the name it has after the swap and without what may not hold while it is
/// filled.
[[nodiscard]] schema::Fact asideColumn(const CopiedColumn &column);
/// The column as it will be, under the name it has before the swap.
[[nodiscard]] schema::Fact newColumn(const CopiedColumn &column);
/// Comments and privileges of the column, on the column of the given name.
[[nodiscard]] QStringList saidOf(const CopiedColumn &column, const QString &name, const Context &context);
/// Where rows have in `column` something else than `expression` makes of them.
[[nodiscard]] QString isBehind(const QString &column, const QString &expression, const QString &type);
/// A foreign key within the table to a key that changes with it.
[[nodiscard]] bool isToOwnKey(const Twin &constraint, const schema::ObjectId &table);
/// The unique index that the old key comes back with.
[[nodiscard]] QString wayBackIndex(const Twin &key);
/// "a", "a, b" and the like, for people: the columns' names.
[[nodiscard]] QString namesOf(const ColumnCopy &copy);
/// "integer", "integer or text" and the like: what the columns are after the change or before it.
[[nodiscard]] QString typesOf(const ColumnCopy &copy, bool isAfter);
/// Of the copy's NOT NULL and of that of the column put aside; from PostgreSQL 18 on.
[[nodiscard]] QString copyNotNullName(const CopiedColumn &column);
[[nodiscard]] QString asideNotNullName(const CopiedColumn &column);

} // namespace lockstep::plan
