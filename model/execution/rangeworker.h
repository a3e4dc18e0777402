#pragma once

#include "backfillpace.h"

#include <functional>

namespace lockstep::execution {

/// Writes the rows of one range after the other, batch by batch, and sees to what may go wrong with one.
class RangeWorker
{
public:
    RangeWorker(RunContext &context, const plan::Step &step, BackfillPace &pace, BackfillRecord &record);

    /// The rest of a range. Waiting never comes back.
    [[nodiscard]] base::Result<StepEnd> workOn(BackfillRange *range, int pass);
    /// How much of the range under way is behind its cursor; 0 between two.
    [[nodiscard]] double fractionOf(const BackfillRange &range) const;
    /// Called after each batch and before each wait.
    std::function<void(bool always)> report;

private:
    base::Result<std::optional<Stretch>> nextStretch();
    base::Result<StepEnd> advance();
    base::Result<StepEnd> checkTable();
    base::Result<StepEnd> checkGuard();
    base::Result<StepEnd> tableChanged(const QStringList &changes);
    base::Result<StepEnd> afterFailure(const base::Error &error, const Stretch &stretch);
    base::Result<StepEnd> tryAgain(const base::Error &error);
    base::Result<StepEnd> badRow(const base::Error &error, const Stretch &stretch);
    [[nodiscard]] base::Error rowError(const RejectedRow &row) const;
    [[nodiscard]] QVector<Position> parkedHere() const;

    RunContext &m_context;
    const plan::Step &m_step;
    const plan::BackfillSpec &m_spec;
    BackfillPace &m_pace;
    BackfillRecord &m_record;
    BackfillRange *m_range = nullptr; ///< Of the record: the one that is worked on.
    OpenRange m_open;
    QElapsedTimer m_sinceGuard;
    QString m_table;
    int m_tries = 0;
    int m_pass = 1;
    int m_cutFor = -1; ///< Batch size that the stretch under way was cut for.
};

} // namespace lockstep::execution
