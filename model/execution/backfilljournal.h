#pragma once

#include "batcher.h"
#include "journal.h"

namespace lockstep::execution {

/// Where a backfill stands, as the journal has it.
struct BackfillRecord
{
    qint64 rangeId = 0;
    QString relfilenode;
    Position bound; ///< Empty: the table was empty.
    int stripes = 1;
    qint64 estimatedRows = 0;
    int pass = 1;
    Position cursor;
    Position hi; ///< End of the stretch under way; empty between stretches.
    qint64 stretchRows = 0;
    int stripe = 0; ///< Next stripe of that stretch.
    qint64 rowsDone = 0;
    qint64 rowsSeen = 0;
    qint64 batches = 0; ///< Counts commits: the compare-and-swap of every batch.
};

[[nodiscard]] base::Result<std::optional<BackfillRecord>> readBackfill(postgres::Session &session,
                                                                       const QString &runId,
                                                                       const QString &step);
/// Both rows of a new backfill, in one statement.
[[nodiscard]] base::Result<void> createBackfill(postgres::Session &session, const Journal &journal,
                                                const plan::Step &step, const BackfillRecord &record);
/// Begins another pass over the whole table up to a new bound.
[[nodiscard]] base::Result<void> restartBackfill(postgres::Session &session, const Journal &journal,
                                                 const BackfillRecord &record);
[[nodiscard]] base::Result<void> finishBackfill(postgres::Session &session, const Journal &journal,
                                                const BackfillRecord &record);
[[nodiscard]] base::Result<void> recordReject(postgres::Session &session, const Journal &journal,
                                              const QString &step, const Position &key,
                                              const base::Error &error);

/// JSON array of the values, or null for an empty position.
[[nodiscard]] std::optional<QString> positionJson(const Position &position);
[[nodiscard]] Position positionFromJson(const QString &json);

} // namespace lockstep::execution
