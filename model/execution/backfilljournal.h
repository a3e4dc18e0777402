#pragma once

#include "batcher.h"
#include "journal.h"

namespace lockstep::execution {

/// One range of a backfill as the journal has it: the rows of one relation, with a cursor of their own.
struct BackfillRange
{
    enum class State { Pending, Running, Done };

    qint64 id = 0;
    State state = State::Pending;
    quint32 relation = 0;
    schema::ObjectId name; ///< Of that relation; without a name when it is gone.
    bool isWhole = true; ///< It is the step's table with everything below it.
    QString relfilenode; ///< As it was when the range was begun.
    plan::Batcher batcher = plan::Batcher::Keyset;
    int stripes = 1; ///< Of the stretch under way.
    qint64 estimatedRows = 0;
    int pass = 1;
    Position lo; ///< Where a slice of a relation begins; empty: at the relation's beginning.
    Position bound; ///< Empty: no rows when the range was begun.
    Position cursor;
    Position hi; ///< End of the stretch under way; empty between stretches.
    qint64 stretchRows = 0;
    int stripe = 0; ///< Next stripe of that stretch.
    qint64 rowsDone = 0;
    qint64 rowsSeen = 0;
    qint64 batches = 0; ///< Counts commits: the compare-and-swap of every batch.
};

/// A backfill with its ranges in the order they are worked on.
struct BackfillRecord
{
    qint64 estimatedRows = 0;
    QString guard; ///< Triggers and columns of the table when the backfill began, as guardOf() has them.
    QVector<BackfillRange> ranges;

    [[nodiscard]] qint64 rowsDone() const;
    [[nodiscard]] qint64 rowsSeen() const;
    [[nodiscard]] qint64 batches() const;
};

/// A row that was put aside, or the one that stopped the step.
struct RejectedRow
{
    quint32 relation = 0;
    Position key;
    QString sqlstate;
    QString message;
};

[[nodiscard]] base::Result<std::optional<BackfillRecord>> readBackfill(postgres::Session &session,
                                                                       const QString &runId,
                                                                       const QString &step);
/// The same of a step whose backfill has been begun.
[[nodiscard]] base::Result<BackfillRecord> recordOf(postgres::Session &session, const QString &runId,
                                                    const QString &step);
/// A new backfill with one range for each relation that holds rows of the table. In one statement.
[[nodiscard]] base::Result<void> createBackfill(postgres::Session &session, const Journal &journal,
                                                const plan::Step &step, const QString &guard);
/// Writes what was found out about a range, its bound and batcher, and lets its batches begin.
[[nodiscard]] base::Result<void> beginRange(postgres::Session &session, const Journal &journal,
                                            const BackfillRange &range);
/// Ends the range at the first of these places and lets others begin from there on.
[[nodiscard]] base::Result<void> insertSlices(postgres::Session &session, const Journal &journal,
                                              const BackfillRange &range, const QVector<Position> &cuts);
[[nodiscard]] base::Result<void> finishRange(postgres::Session &session, const Journal &journal,
                                             const BackfillRange &range);
/// Begins another pass over everything, with the partitions there are by now, each as one range.
[[nodiscard]] base::Result<void> restartBackfill(postgres::Session &session, const Journal &journal,
                                                 const plan::Step &step);
/// What triggers and columns count from now on: a person has said that this is well.
[[nodiscard]] base::Result<void> recordGuard(postgres::Session &session, const Journal &journal,
                                             const QString &step, const QString &guard);

[[nodiscard]] base::Result<void> recordReject(postgres::Session &session, const Journal &journal,
                                              const QString &step, const RejectedRow &row, bool parked);
/// A parked row that could be written after all, or is gone.
[[nodiscard]] base::Result<void> forgetReject(postgres::Session &session, const Journal &journal,
                                              const QString &step, const RejectedRow &row);
[[nodiscard]] base::Result<QVector<RejectedRow>> parkedRows(postgres::Session &session, const QString &runId,
                                                            const QString &step);
/// The same of all steps of a run, a line each, for people; empty where they cannot be read.
[[nodiscard]] QStringList parkedText(postgres::Session &session, const QString &runId);

/// JSON array of the values, or null for an empty position.
[[nodiscard]] std::optional<QString> positionJson(const Position &position);
[[nodiscard]] Position positionFromJson(const QString &json);

} // namespace lockstep::execution
