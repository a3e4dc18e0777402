#pragma once

#include "drafts.h"

#include <model/plan/tablecopy.h>

/// Triggers that keep one whole table in step with another one.
namespace lockstep::plan {

/// The new table follows the old one, until the swap.
[[nodiscard]] SyncTrigger newTableFollows(const TableCopy &copy, const Context &context);
/// The old table follows the new one, after the swap.
[[nodiscard]] SyncTrigger oldTableFollows(const TableCopy &copy, const Context &context);
/// The names of columns, quoted where needed, each with `prefix` before it.
[[nodiscard]] QString columnList(const QStringList &columns, const QString &prefix = {});

} // namespace lockstep::plan
