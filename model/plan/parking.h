#pragma once

#include "action.h"

#include <model/schema/statistics.h>

/// What leaves by intent without being dropped: it moves into a graveyard (schema/graveyard.h) in its
/// schema's stead, rows, indexes and privileges with it, and home again on the way back.
namespace lockstep::plan {

struct ParkedMove
{
    schema::ObjectId from;
    schema::ObjectId to;
};

/// What the `park` intents move, with the partitions of partitioned tables. Errors (Usage): what the
/// target has as well, and what cannot be moved to another schema.
[[nodiscard]] base::Result<QVector<ParkedMove>> parkedMoves(const Intents &intents,
                                                            const schema::Catalog &current,
                                                            const schema::Catalog &target);

/// What has to go by itself before tables leave: their foreign keys, each of which locks another table
/// too, and what would not move along.
[[nodiscard]] QSet<schema::ObjectId> goingBefore(const diff::ChangeSetPtr &changes,
                                                 const QVector<ParkedMove> &moves,
                                                 const schema::StatisticsPtr &statistics,
                                                 const PlanOptions &options);

/// Moves instead of dropping. Errors (Usage): something parked would need what goes.
[[nodiscard]] base::Result<void> parkInstead(PlainPlan *plan, const QVector<ParkedMove> &moves);

/// What goes because a table or a column goes holds until the gate: foreign keys, checks, indexes, and the
/// publications of what is parked.
void holdUntilGate(PlainPlan *plan, const QSet<schema::ObjectId> &apart);

} // namespace lockstep::plan
