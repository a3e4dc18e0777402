#include "planner.h"

#include "columnsets.h"
#include "commentedsql.h"
#include "onlineplan.h"
#include "oldtablenames.h"
#include "onlineenums.h"
#include "onlinepartitions.h"
#include "onlinerenames.h"
#include "onlinetypes.h"
#include "onlineviews.h"
#include "parking.h"
#include "primarykeychange.h"
#include "rowmoves.h"
#include "viewgates.h"

namespace lockstep::plan {

namespace {

/// Every conflict that no plan can respect, in one message.
base::Result<void> refuseBlockedRules(const diff::ChangeSet &changes)
{
    QStringList messages;
    for (const diff::IgnoreConflict &conflict : changes.ignoreConflicts) {
        if (conflict.isBlocking && !messages.contains(conflict.message))
            messages << conflict.message;
    }
    if (messages.isEmpty())
        return {};
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.message = QStringLiteral("What is ignored or kept leaves no way to the target: ")
                    + messages.join(QLatin1Char(' '));
    error.hint = QStringLiteral("Ignore or keep what is needed as well, do not keep what needs it, or drop "
                                "for good what was parked.");
    return error;
}

} // namespace

base::Result<PlanPtr> makePlan(const diff::ChangeSetPtr &changes, const schema::StatisticsPtr &statistics,
                               const PlanOptions &options, std::stop_token stop)
{
    const auto ruled = refuseBlockedRules(*changes);
    if (!ruled.has_value())
        return ruled.error();
    PlanOptions complete = options;
    complete.intents = withoutComments(complete.intents);
    if (!complete.current)
        complete.current = changes->current;
    const auto partitioned = splitPartitionings(changes, statistics, complete, stop);
    if (!partitioned.has_value())
        return partitioned.error();
    const auto split = splitRenames(partitioned->changes, statistics, complete, stop);
    if (!split.has_value())
        return split.error();
    const auto moves = parkedMoves(complete.intents, *split->changes->current, *split->changes->target);
    if (!moves.has_value())
        return moves.error();
    complete.anew = madeAnewBeside(split->changes, statistics, complete);
    complete.apart = goingBefore(split->changes, *moves, statistics, complete);
    auto plain = makePlainPlan(split->changes, complete, stop);
    if (!plain.has_value())
        return plain.error();
    if (const auto parked = parkInstead(&plain.value(), *moves); !parked.has_value())
        return parked.error();
    holdUntilGate(&plain.value(), complete.apart);
    if (const auto replaced = replaceColumnSets(&plain.value(), complete); !replaced.has_value())
        return replaced.error();
    if (const auto moved = moveRows(&plain.value(), complete); !moved.has_value())
        return moved.error();
    if (const auto beside = makeViewsBeside(&plain.value(), statistics, complete, stop); !beside.has_value())
        return beside.error();
    holdViewsUntilGate(&plain.value(), complete);
    auto oldTypes = beginEnumSwaps(&plain.value(), statistics, complete);
    splitTypeChanges(&plain.value(), statistics, complete, split->online);
    endEnumSwaps(std::move(oldTypes), &plain.value());
    joinPrimaryKeyChanges(&plain.value(), statistics, complete);
    keepOldTableNames(&plain.value(), statistics, complete);
    appendOnlineRenames(split->online, changes->target, &plain.value());
    appendPartitionings(*partitioned, &plain.value());
    if (stop.stop_requested())
        return base::canceled();
    return onlinePlan(plain.value(), statistics, complete);
}

} // namespace lockstep::plan
