#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// Statements to run for a step, forward or back.
struct StepWork
{
    const plan::Step &step;
    QStringList statements;
    plan::TransactionMode transaction = plan::TransactionMode::Own;
    StepState doneState = StepState::Done; ///< Done, or Undone when rolling back.
    RunState runState = RunState::Running; ///< What the run is when it does not wait.
    int statementsDone = 0; ///< Committed by an earlier start of this run.
    bool wasBegun = false; ///< An earlier start got past the intent: its outcome is unknown.
    bool verifyAfter = false;
};

/// All statements and the journal's row in one transaction, repeated with the lock ladder until the
/// locks are got: nobody waits behind us for longer than one rung.
[[nodiscard]] base::Result<StepEnd> runInTransaction(RunContext &context, const StepWork &work);

/// Statement by statement outside any transaction block: intent, probe, act, probe.
[[nodiscard]] base::Result<StepEnd> runOutsideTransaction(RunContext &context, const StepWork &work);

/// Before the way back of a step that detaches a partition concurrently: whether there is nothing to take
/// back. One that was interrupted is finished first; false for all other steps.
[[nodiscard]] base::Result<bool> isStillAttached(RunContext &context, const plan::Step &step);

/// The step's verification queries. Error (Server) naming expected and found value.
[[nodiscard]] base::Result<StepEnd> runVerifications(RunContext &context, const plan::Step &step);

/// One whole forward step, gates and backfills included. Journals a failure before returning it.
[[nodiscard]] base::Result<StepEnd> runStep(RunContext &context, const plan::Step &step,
                                            const StepRecord &record);

} // namespace lockstep::execution
