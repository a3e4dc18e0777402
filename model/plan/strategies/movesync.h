#pragma once

#include "drafts.h"

#include <model/plan/rowmove.h>

/// What keeps a table's values and the rows that they become in step, and tells whether they are.
namespace lockstep::plan {

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

/// The new table follows the old columns, while only old releases write.
[[nodiscard]] SyncTrigger rowsFollow(const RowMove &move);
/// The old columns follow the new table, as long as they are there.
[[nodiscard]] SyncTrigger columnsFollow(const RowMove &move);
/// From rowsFollow() to both directions, and back.
[[nodiscard]] QStringList openMove(const RowMove &move);
[[nodiscard]] QStringList closeMove(const RowMove &move);
/// Gives old columns that must have a value one in rows of new releases, as openMove() does too.
[[nodiscard]] QStringList fillMissing(const RowMove &move);
/// The new table follows as openMove() leaves it.
[[nodiscard]] QStringList rowsFollowAsWell(const RowMove &move);
[[nodiscard]] QStringList dropMoveSync(const RowMove &move);

} // namespace lockstep::plan
