#pragma once

#include "runevents.h"
#include "runvalues.h"

#include <model/base/result.h>
#include <model/plan/plan.h>
#include <model/postgres/session.h>

#include <functional>
#include <memory>
#include <stop_token>

namespace lockstep::execution {

/// The user's hand on a run, from any thread. One per run.
class RunControl
{
public:
    RunControl();
    ~RunControl();
    void pause();
    void resume();
    /// Finish the batch or cancel the statement, leave the rest for --resume.
    void stop();
    void approveGate(const QString &stepId);
    void allowLoss(const QString &stepId);
    /// More time for the lock that an overdue run waits for: the whole budget again.
    void extendLockWait();
    /// Ends one of the sessions of LockWait as soon as it is seen to block the run, and writes it into the
    /// journal first. BlockerEnded says what came of it.
    void endBlocker(const Blocker &blocker, BlockerEnd how);
    /// From now on the run ends such sessions by itself.
    void consent(const BlockerConsent &consent);

    struct Private;
    [[nodiscard]] Private &d() const { return *m_d; }

private:
    std::unique_ptr<Private> m_d;
};

/// Called in the thread that runs, at most about 10 times a second for progress.
using EventSink = std::function<void(const RunEvent &)>;

/// Runs a plan on a database, blocking, keeping the journal (schema "lockstep") in it. Checks
/// first: primary, writable, fingerprint equal to the plan's (or an unfinished run of this very
/// plan), privileges, no other run. Transactional steps commit with their journal row;
/// non-transactional ones go intent, probe, act, probe. Never loses or repeats a row.
/// Errors: Refused (drift, gate, loss, proof, another run, standby, read-only), Connection,
/// Server (a step failed; the journal holds the state and --resume continues).
[[nodiscard]] base::Result<RunOutcome> runPlan(const plan::PlanPtr &plan,
                                               const postgres::ConnectionTarget &target,
                                               const RunOptions &options, RunControl &control,
                                               const EventSink &events, std::stop_token stop);

/// Takes an unfinished or finished run back, last done step first, journaled the same way.
[[nodiscard]] base::Result<RunOutcome> rollBackRun(const plan::PlanPtr &plan,
                                                   const postgres::ConnectionTarget &target,
                                                   const RunOptions &options, RunControl &control,
                                                   const EventSink &events, std::stop_token stop);

/// Reads the journal; an unfinished run is found this way.
[[nodiscard]] base::Result<RunStatus> runStatus(const postgres::ConnectionTarget &target);

/// Asks the runner of another process, through the journal, to pause, go on or stop.
enum class RemoteRequest { Pause, Continue, Cancel };
[[nodiscard]] base::Result<void> requestRun(const postgres::ConnectionTarget &target, RemoteRequest request);

/// Removes the journal of a finished run. Refused while a run is unfinished.
[[nodiscard]] base::Result<void> removeJournal(const postgres::ConnectionTarget &target);

} // namespace lockstep::execution
