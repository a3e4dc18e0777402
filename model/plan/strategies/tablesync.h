#pragma once

#include "drafts.h"

#include <model/plan/tablecopy.h>

/// Triggers that keep one whole table in step with another one.
namespace lockstep::plan {

/// The new table follows the old one, until the swap.
[[nodiscard]] SyncTrigger newTableFollows(const TableCopy &copy, const Context &context);
/// The old table follows the new one, after the swap.
[[nodiscard]] SyncTrigger oldTableFollows(const TableCopy &copy, const Context &context);
/// INSERT INTO the other table what a query over the columns of the one gives, without FROM.
[[nodiscard]] QString insertIntoNew(const TableCopy &copy, const schema::ObjectId &into);
[[nodiscard]] QString insertIntoOld(const TableCopy &copy, const schema::ObjectId &into);
/// Count the rows that the new table would not take, before anything is copied.
[[nodiscard]] std::vector<Draft> misfitDrafts(const Action &action, const TableCopy &copy);
/// Gives the new table statistics; it is `table` at that moment.
[[nodiscard]] Draft analyzeDraft(const Action &action, const TableCopy &copy, const schema::ObjectId &table);
/// Why there has to be a new table, a whole sentence.
[[nodiscard]] QString whyAnotherTable(const TableCopy &copy);
/// The names of columns, quoted where needed, each with `prefix` before it.
[[nodiscard]] QString columnList(const QStringList &columns, const QString &prefix = {});

} // namespace lockstep::plan
