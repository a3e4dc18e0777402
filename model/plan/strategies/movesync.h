#pragma once

#include "drafts.h"

#include <model/plan/rowmove.h>

/// Triggers that keep a table's values and the rows that they become in step.
namespace lockstep::plan {

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
