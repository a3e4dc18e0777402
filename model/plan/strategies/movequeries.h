#pragma once

#include "drafts.h"

#include <model/plan/rowmove.h>

/// What a table's values give as rows of another one, and whether both say the same.
namespace lockstep::plan {

[[nodiscard]] QString tableOfMove(const schema::ObjectId &table);
/// The names of columns, quoted where needed, each with `prefix` before it.
[[nodiscard]] QString quotedList(const QStringList &columns, const QString &prefix = {});
[[nodiscard]] QStringList movedNames(const RowMove &move);
/// SET clauses of a function, so that the expressions mean the same in every session that writes.
[[nodiscard]] QString settingsOf(const RowMove &move);

/// The rows that `from` gives, cast to the new table's types. `restriction` is on `from`'s rows; empty: all.
[[nodiscard]] QString movedRows(const RowMove &move, const QString &restriction = {});
/// "order_items.order_id = orders.id" with these before the columns.
[[nodiscard]] QString isOwner(const RowMove &move, const QString &to, const QString &from);
/// Number and checksum of the rows there are and of those that there should be; "0" when they are equal.
[[nodiscard]] QString rowsApart(const RowMove &move);
/// Some of the rows that only one side has.
[[nodiscard]] QString sampleApart(const RowMove &move);
/// True of rows of `from` whose leaving columns are something else than `back` makes.
[[nodiscard]] QString isApart(const RowMove &move);

/// A function that says of a row of `from` whether all it gives can be rows of `to`.
[[nodiscard]] SyncTrigger moveTest(const RowMove &move);
[[nodiscard]] QString moveTestQuery(const RowMove &move);

} // namespace lockstep::plan
