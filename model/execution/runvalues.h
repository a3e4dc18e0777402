#pragma once

#include "healthlimits.h"
#include "runevents.h"

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QVector>

#include <functional>
#include <optional>

/// What goes into a run and what comes out of it, as values.
namespace lockstep::execution {

/// Sessions a run may end by itself to get a lock; each includes those before it. Never replication, other
/// runs, superusers, or who does not block the run at that very moment.
enum class BlockerTier {
    Nobody,
    Autovacuum, ///< Cancelled; a vacuum against wraparound is not.
    IdleInTransaction, ///< Disconnected.
    Statement, ///< Cancelled.
    Session, ///< Disconnected, whatever it does.
};

struct BlockerConsent
{
    BlockerTier upTo = BlockerTier::Nobody;
    int idleSeconds = 5 * 60; ///< Idle in transaction for so long.
    int statementSeconds = 60; ///< At one statement, or in its transaction, for so long.
};

struct RunOptions
{
    bool resume = false; ///< Continue the unfinished run that the journal holds.
    bool approveAllGates = false;
    QSet<QString> approvedGates; ///< Step ids.
    bool allowAllLoss = false;
    QSet<QString> allowedLoss; ///< Step ids.
    bool requireProof = true; ///< Refuse a plan whose proof is missing or of other steps.
    int targetBatchMs = 150; ///< Aim of the control law.
    /// Batches of one backfill that may be written at a time, each on a connection of its own; fewer while
    /// the server feels it.
    int workers = 1;
    static constexpr int mostWorkers = 8;
    /// Rows of one backfill that may be put aside because they cannot be written; the next one stops it.
    qint64 parkRejects = 0;
    HealthLimits limits;
    std::optional<DailyWindow> window; ///< Hours in which batches may run.
    QString throttleSql; ///< A query asked once a second: above 0 no batch runs. Empty: none.
    /// The same database without the pooler in between; used for the whole run where it is given. Needed
    /// where the pooler gives each transaction another session.
    std::optional<postgres::ConnectionTarget> direct;
    /// Fingerprint of the schema as it is now. Reading catalogs is not this folder's business, so
    /// the caller passes `sources::readCatalog(...)->fingerprint()`; called outside a transaction.
    std::function<base::Result<QByteArray>(postgres::Session &)> readFingerprint;
    /// Runs without comparing fingerprints; for databases that the caller has just made itself.
    bool skipFingerprintCheck = false;
    /// True: stay at a gate until approveGate() or stop(). False: return with WaitingGate, to be
    /// resumed with the gate approved.
    bool waitAtGates = true;
    /// After waiting this long for one lock nothing is tried any more. With `waitAtGates` the run stays
    /// (LockWait::isOverdue) for RunControl::extendLockWait(), endBlocker() or stop(); without, the step
    /// fails.
    int lockBudgetMs = 15 * 60 * 1000;
    BlockerConsent consent; ///< What RunControl::consent() begins with.
    /// Goes on although the server is on another timeline than when the run was last at work: a standby was
    /// promoted, or a backup restored, and what was committed last may be missing.
    bool acceptFailover = false;
    /// Goes on although somebody else changed tables of the plan during the run.
    bool acceptDrift = false;
    /// For a database whose journal was removed during a run: begins a new one in which every step before
    /// this one is done, if what the steps make and drop agrees with that. Empty: not so.
    QString adoptFrom;
    /// Disconnects the runner that holds the run's lock, and what an interrupted one left at work.
    bool takeOver = false;
};

struct RunOutcome
{
    QString runId;
    RunState state = RunState::Done; ///< Done, Paused, Stopped, Failed, WaitingGate, RolledBack.
    QString stoppedAt; ///< Step id, if not done.
    QStringList parked; ///< Rows that backfills put aside, a line each.
};

/// What the journal of a database says of its newest run. `hasRun` false: no journal or no run.
struct RunStatus
{
    bool hasRun = false;
    QString runId;
    QByteArray planDigest;
    RunState state = RunState::NotStarted;
    bool hasPlan = false; ///< The journal holds its plan: readRunPlan().
    bool isGoingBack = false; ///< Not finished, and its way back has begun, whatever its state.
    bool runnerAlive = false; ///< Somebody holds the run's lock now.
    QVector<StepStatus> steps;
    QVector<BackfillProgress> backfills;
};

} // namespace lockstep::execution
