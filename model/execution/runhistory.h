#pragma once

#include "runevents.h"

#include <model/base/result.h>
#include <model/plan/plan.h>
#include <model/postgres/session.h>

#include <QByteArray>

#include <stop_token>

/// The runs that a database's journal remembers. Reading only, and never waiting for a run.
namespace lockstep::execution {

struct RunSummary
{
    QString id;
    QByteArray planDigest;
    RunState state = RunState::NotStarted;
    QString reason; ///< Of that state; may be empty.
    QString owner; ///< Who ran it last: "dba@laptop, process 4711, 0c7d11aa".
    QDateTime began; ///< By the clock of the database, as all times here.
    QDateTime ended; ///< Of a finished run, else when it was last heard of.
    int steps = 0;
    int stepsDone = 0;
};

struct RecordedStep
{
    StepStatus status;
    QString title;
    QDateTime began;
    QDateTime ended;
};

struct RecordedRun
{
    RunSummary summary;
    QVector<RecordedStep> steps; ///< In the order of the plan.
    QVector<LogLine> events; ///< Oldest first; of a very long run the newest ones.
    qint64 eventsLeftOut = 0;
};

/// Newest first; empty where there is no journal.
[[nodiscard]] base::Result<QVector<RunSummary>> readRuns(const postgres::ConnectionTarget &target,
                                                         std::stop_token stop = {});
/// Errors: Input where the journal has no such run.
[[nodiscard]] base::Result<RecordedRun> readRun(const postgres::ConnectionTarget &target,
                                                const QString &runId, std::stop_token stop = {});

/// The plan that the run was begun with. Errors: Input where the journal, one of an older version, has not
/// kept it.
[[nodiscard]] base::Result<plan::PlanPtr> readRunPlan(const postgres::ConnectionTarget &target,
                                                      const QString &runId, std::stop_token stop = {});

} // namespace lockstep::execution
