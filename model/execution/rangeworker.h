#pragma once

#include "backfillpace.h"
#include "backfillvacuum.h"

#include <functional>

namespace lockstep::execution {

/// Writes the rows of one range after the other, batch by batch, and sees to what may go wrong with one.
class RangeWorker
{
public:
    /// Batches run on `session`; `number` is the worker's among those of the step.
    RangeWorker(RunContext &context, postgres::Session &session, int number, const plan::Step &step,
                BackfillPace &pace, BackfillRecord &record);

    /// The rest of a range. Waiting never comes back. Stopped also when another worker ended early.
    [[nodiscard]] base::Result<StepEnd> workOn(BackfillRange *range, int pass);
    /// The range under way; null between two.
    [[nodiscard]] const BackfillRange *range() const { return m_range; }
    /// How much of it is behind its cursor; negative where only rows tell.
    [[nodiscard]] double fractionOf(const BackfillRange &range) const;
    /// Called after each batch and before each wait.
    std::function<void(bool always)> report;

private:
    base::Result<std::optional<Stretch>> nextStretch();
    base::Result<StepEnd> advance();
    base::Result<void> vacuum();
    base::Result<StepEnd> checkTable();
    base::Result<StepEnd> checkGuard();
    base::Result<StepEnd> tableChanged(const QStringList &changes);
    [[nodiscard]] bool isDropped(const BackfillRange &range);
    base::Result<StepEnd> afterFailure(const base::Error &error, const Stretch &stretch);
    base::Result<StepEnd> tryAgain(const base::Error &error);
    base::Result<StepEnd> badRow(const base::Error &error, const Stretch &stretch);
    [[nodiscard]] base::Error rowError(const RejectedRow &row) const;
    [[nodiscard]] QVector<Position> parkedHere() const;

    RunContext &m_context;
    postgres::Session &m_session;
    const int m_number;
    const plan::Step &m_step;
    const plan::BackfillSpec &m_spec;
    BackfillPace &m_pace;
    BackfillRecord &m_record;
    BackfillRange *m_range = nullptr; ///< Of the record: the one that is worked on.
    OpenRange m_open;
    BackfillVacuum m_vacuum;
    QElapsedTimer m_sinceGuard;
    QString m_table;
    int m_tries = 0;
    int m_pass = 1;
    int m_cutFor = -1; ///< Batch size that the stretch under way was cut for.
};

} // namespace lockstep::execution
