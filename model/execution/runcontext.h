#pragma once

#include "journal.h"
#include "loglimiter.h"
#include "monitor.h"
#include "runcontrol.h"
#include "turn.h"

#include <QElapsedTimer>

namespace lockstep::execution {

/// How a step ended, if not by an error.
enum class StepEnd { Done, Stopped, Waiting };

/// Everything one run holds: its three connections, its journal, the user's hand and the sink.
/// `fence` holds the advisory lock and writes the journal, always in autocommit, so that it never
/// has a snapshot that CREATE INDEX CONCURRENTLY would wait for. `work` runs the plan.
class RunContext
{
public:
    RunContext(plan::PlanPtr plan, postgres::ConnectionTarget target, const RunOptions &options,
               RunControl &control, const EventSink &events, std::stop_token stop);

    const plan::PlanPtr plan;
    const postgres::ConnectionTarget target;
    const RunOptions &options;
    std::unique_ptr<postgres::Session> fence;
    std::unique_ptr<postgres::Session> work;
    std::unique_ptr<Monitor> monitor;
    Journal journal;
    BackendId fenceBackend;
    BackendId workBackend;
    struct Lost
    {
        BackendId backend;
        bool isFence = false; ///< It holds nothing but the lock.
    };
    QVector<Lost> lost; ///< Sessions of this runner that the server may still have.
    QString sessionName; ///< Of `work`, by which an orphan of it is found.
    bool resumed = false;
    bool awaitsPerson = false; ///< Nothing is done until somebody has decided. Kept when the fence is lost.
    const QString owner; ///< What the journal calls this runner, and no other.

    [[nodiscard]] RunControl::Private &control() { return m_control.d(); }
    [[nodiscard]] bool stopRequested()
    {
        return m_isEnding || m_stop.stop_requested() || control().stopped();
    }

    void emitEvent(const RunEvent &event);
    /// Log line for the sink and the journal; much the same text again and again is let through ever more
    /// rarely.
    void log(EventLevel level, const QString &step, const QString &text);
    /// The run's state for the sink and the journal. Nothing happens if it is that already.
    [[nodiscard]] base::Result<void> enter(RunState state, const QString &reason = {});
    void emitStep(const QString &step, StepState state, double tookMs = 0, int attempts = 0,
                  const QString &error = {});

    /// Runs one statement on `work` while looking after requests; cancels it when the user stops
    /// the run or `giveUp` says so. Who blocks it is in lastBlockers() afterwards, and looked for after
    /// `firstLookMs` at first.
    [[nodiscard]] base::Result<postgres::Rows> watched(const QString &step, const QString &sql,
                                                       const postgres::Parameters &parameters = {},
                                                       const std::function<bool()> &giveUp = {},
                                                       int firstLookMs = 20);
    /// The same on a session of a worker of its own, which others take turns with.
    [[nodiscard]] base::Result<postgres::Rows> watchedOn(postgres::Session &on, const QString &step,
                                                         const QString &sql,
                                                         const postgres::Parameters &parameters,
                                                         const std::function<bool()> &giveUp,
                                                         int firstLookMs);
    [[nodiscard]] const BlockerList &lastBlockers() const { return m_blockers; }
    void forgetBlockers() { m_blockers = {}; }

    /// COMMIT on `work`. A synchronous standby that does not answer keeps it waiting: that is told after
    /// five seconds; only a stop ends it then, and what it ends is the waiting, not the transaction.
    [[nodiscard]] base::Result<void> commit(const QString &step);

    /// Heartbeat and requests of other processes; cheap, to be called often.
    void tick();
    /// Sleeps in small slices; false as soon as the run is to stop.
    [[nodiscard]] bool sleepFor(double milliseconds, const std::function<bool()> &wakeUp = {});
    /// Stays while the user paused the run; false if it is to stop. Error (Connection): the fence is lost,
    /// and with it the right to go on.
    [[nodiscard]] base::Result<bool> passPause(RunState resumeState = RunState::Running);
    /// Pauses the run itself, telling why, until a person lets it go on; false if it is to stop.
    [[nodiscard]] base::Result<bool> pauseBecause(const QString &reason);
    /// Error (Connection): the fence is lost, and with it the right to go on and the hearing of requests.
    [[nodiscard]] base::Result<void> checkFence() const;
    /// Ends what may be open on `work`.
    void rollBackOpen();

    /// So many threads take part from now on; 1: the run's own again. A pause begins when all of them rest.
    void setWorkers(int workers);
    [[nodiscard]] int workers() const { return m_workers; }
    /// One of them has nothing more to do; with `isLast` the others are to stop, too.
    void workerLeft(bool isLast);
    Turn turn;

    /// Requests to end a blocker that no longer was one.
    void dropRequests(const QString &step, const QVector<RunControl::Private::EndRequest> &requests);
    /// After a lost connection: how many were lost since anything was done.
    [[nodiscard]] int countLoss(const QString &progressMark);
    void forgetLosses() { m_losses = 0; }

private:
    [[nodiscard]] base::Error lostFence() const;
    [[nodiscard]] bool canJournal() const { return fence && fence->isConnected() && journal.isOpen(); }
    base::Result<bool> stayPaused(const QString &reason, RunState resumeState);
    void lookForBlockers(int pid, const QString &step, double waitedMs);
    RunControl &m_control;
    const EventSink &m_events;
    std::stop_token m_stop;
    BlockerList m_blockers;
    RunState m_state = RunState::NotStarted;
    QElapsedTimer m_sinceTick;
    QElapsedTimer m_sinceBeat;
    QElapsedTimer m_sinceLockWait;
    LogLimiter m_log;
    BlockerEnder m_ender;
    int m_workers = 1;
    bool m_isEnding = false; ///< A worker has ended early.
    int m_resting = 0; ///< Of the workers, those that a pause has stopped.
    QString m_restsBecause;
    QString m_lossMark;
    int m_losses = 0;
};

/// Ends what may be open on that session.
void rollBackOpen(postgres::Session &session);

/// The error of a step, naming it, with everything the server said kept.
[[nodiscard]] base::Error stepError(const plan::Step &step, base::Error error);

} // namespace lockstep::execution
