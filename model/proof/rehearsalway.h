#pragma once

#include "contentsums.h"
#include "rehearsalbase.h"
#include "rehearsaltraces.h"
#include "stepmeter.h"

namespace lockstep::proof {

/// What one way found beside what it says of itself.
struct WayFindings
{
    RehearsedWay way;
    QHash<QString, StepMeter::Measures> measures; ///< Of the way to the end only.
    QHash<QString, StepMeter::Measures> measuresBack;
    QHash<QString, BackfillTrace> backfills;
    QHash<QString, base::Error> failures; ///< By step.
    double sampledEveryMs = 0;
    QString runId; ///< Empty: no run was begun.
};

/// Goes ways of one plan, each on a database of its own.
class RehearsalWalker
{
public:
    RehearsalWalker(plan::PlanPtr plan, const PlanSides &sides, const RehearsalBase &base,
                    scratch::ScratchServerPtr scratch, const RehearsalSink &sink, std::stop_token stop);

    /// Reads what the tables hold before anything is run. Needed first.
    [[nodiscard]] base::Result<void> readStart();
    /// To a gate (a step id), or to the end if empty, and back. Errors: Connection, Environment, Canceled.
    [[nodiscard]] base::Result<WayFindings> go(const QString &gate);

private:
    [[nodiscard]] base::Result<void> forward(const postgres::ConnectionTarget &database, WayFindings *found);
    [[nodiscard]] base::Result<void> back(const postgres::ConnectionTarget &database, WayFindings *found);
    [[nodiscard]] base::Result<void> compareThere(const postgres::ConnectionTarget &database,
                                                  RehearsedWay *way);
    [[nodiscard]] base::Result<void> compareBack(const postgres::ConnectionTarget &database,
                                                 RehearsedWay *way);
    [[nodiscard]] base::Result<void> compareContent(const postgres::ConnectionTarget &database, Moment moment,
                                                    RehearsedWay *way);
    [[nodiscard]] base::Result<void> readTraces(const postgres::ConnectionTarget &database,
                                                WayFindings *found);
    void report(const QString &text, int done = 0) const;
    void reportStep(const execution::StepStatus &status) const;
    void leaveNamed(const postgres::ConnectionTarget &database, const QString &runId) const;

    plan::PlanPtr m_plan;
    const PlanSides &m_sides;
    const RehearsalBase &m_base;
    scratch::ScratchServerPtr m_scratch;
    const RehearsalSink &m_sink;
    std::stop_token m_stop;
    Expectation m_expected;
    ContentSums m_start;
};

} // namespace lockstep::proof
