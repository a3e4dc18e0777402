#pragma once

#include "rangeworker.h"

#include <vector>

namespace lockstep::execution {

/// One pass of a backfill over the ranges of its record, by as many workers as it may have. Later passes find
/// little, so that one worker does them. Refers to all it is given; `record` is read anew where ranges are
/// cut.
class BackfillPass
{
public:
    /// `number`: from 1.
    BackfillPass(RunContext &context, const plan::Step &step, BackfillPace &pace, BackfillRecord &record,
                 int number)
        : m_context(context)
        , m_step(step)
        , m_spec(*step.backfill)
        , m_pace(pace)
        , m_record(record)
        , m_number(number)
    { }
    /// To the end of the last range, or to the first error or stop of a worker.
    [[nodiscard]] base::Result<StepEnd> run();

private:
    base::Result<int> prepareWorkers();
    void openSessions(int workers);
    base::Result<void> sliceRanges(int workers);
    base::Result<StepEnd> together();
    base::Result<StepEnd> workOn(int worker);
    BackfillRange *nextRange();
    [[nodiscard]] double fraction() const;
    [[nodiscard]] double fractionOf(const BackfillRange &range) const;
    void report(bool always);

    RunContext &m_context;
    const plan::Step &m_step;
    const plan::BackfillSpec &m_spec;
    BackfillPace &m_pace;
    BackfillRecord &m_record;
    std::vector<std::unique_ptr<postgres::Session>> m_sessions; ///< Of the workers after the first.
    std::vector<std::unique_ptr<RangeWorker>> m_workers;
    qsizetype m_next = 0; ///< Of the ranges, the next that nobody works on.
    int m_number;
};

} // namespace lockstep::execution
