#pragma once

// clang-format off

#include <model/base/error.h>

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>
#include <variant>

namespace lockstep::execution {

enum class RunState {
    NotStarted, Checking, Running, WaitingLock, Throttled, Paused, WaitingGate, Stopping, Stopped, Failed, Done,
    RollingBack, RolledBack,
};
/// "waiting for a lock", as the window says it.
[[nodiscard]] QString name(RunState state);

enum class StepState { Pending, Intent, Running, WaitingLock, Paused, WaitingGate, Done, Failed, Undone, Skipped };
[[nodiscard]] QString name(StepState state);

struct StepStatus
{
    QString step;
    StepState state = StepState::Pending;
    double tookMs = 0;
    int attempts = 0;
    QString error;
};

/// Who keeps us waiting.
struct Blocker
{
    int pid = 0;               ///< 0: a prepared transaction.
    QString user, application, query, state;
    double transactionSeconds = 0;
    double stateSeconds = 0;   ///< Since it is in that state: idle for so long, at its statement for so long.
    QString backendStart = {}; ///< With the next: tells it from a later session of the same pid.
    QString transactionStart = {};
    bool isAutovacuum = false; ///< A plain one, which gives way.
    QString keptBecause = {};  ///< Why the run never ends it, a sentence; empty: it may, with consent.
    bool waitsForUs = false;   ///< Each waits for the other: one of them has to let go.
};
/// How a session is made to give way: its statement is cancelled, or it is disconnected.
enum class BlockerEnd { Cancel, Terminate };

/// What the server counts of a table while it is filled, by us and by others. -1: not known.
struct TableGrowth
{
    qint64 bytes = -1;        ///< With indexes and TOAST.
    qint64 bytesAtStart = -1;
    qint64 updates = -1;      ///< Since the backfill began here.
    qint64 hotUpdates = -1;   ///< Of these, those that needed no new index entries.
    qint64 deadRows = -1;
};

struct BackfillProgress
{
    QString step;
    qint64 rowsDone = 0;      ///< Exact.
    qint64 rowsSeen = 0;      ///< Visited, changed or not.
    qint64 rowsTotal = 0;     ///< Estimated from reltuples.
    double rowsPerSecond = 0; ///< Over the last seconds, pauses included.
    double lastBatchMs = 0;
    int batchRows = 0;
    qint64 batches = 0;
    double etaLowSeconds = -1; ///< -1: not known yet.
    double etaHighSeconds = -1;
    QString slowedBecause;     ///< Empty at full speed; else a sentence.
    double walBytes = 0;       ///< Written by the whole server meanwhile; read once a second.
    int sessionsWaitingOnUs = 0;
    double fractionDone = 0;   ///< 0 to 1, by position in the key range.
    QDateTime slowedSince;     ///< When `slowedBecause` began; invalid at full speed.
    bool isHeld = false;       ///< No batch runs until what slows it is gone.
    double dutyShare = 1;      ///< Share of the time that batches may take.
    int stripes = 1;           ///< Parts of a stretch that are written one after the other.
    int workers = 1;
    qint64 rowsParked = 0;     ///< Could not be written and were put aside.
    QStringList parked;        ///< The first of these, with what the server says of each.
    double replicaLagSeconds = -1; ///< Of the replica that is furthest behind; -1: none, or not readable.
    TableGrowth table;
};

struct StateChanged { RunState state; QString reason; };
struct StepChanged { StepStatus status; };
struct BackfillAdvanced { BackfillProgress progress; };
/// `isOverdue`: the time for this lock is used up and nothing is tried until RunControl::extendLockWait().
struct LockWait { QString step; double waitedMs = 0; QVector<Blocker> blockers; bool isOverdue = false; };
/// `isDone` false: it was gone, in another transaction, or not ours to end; `text` says which.
struct BlockerEnded { QString step; Blocker blocker; BlockerEnd how = BlockerEnd::Cancel; bool isDone = false; QString text; };
/// How far CREATE INDEX or REINDEX has come, as the server says it.
struct BuildAdvanced { QString step; QString phase; double fractionDone = 0; ///< Of this phase; -1: not known.
                       qint64 waitsForPid = 0; ///< Whose transaction it waits for; 0: nobody's.
                       double seconds = 0; };
struct GateReached { QString step; QString text; };
struct LossAsked { QString step; QString text; };
enum class EventLevel { Info, Done, Retry, Slowed, Warning, Error };
struct LogLine { QDateTime at; EventLevel level = EventLevel::Info; QString step; QString text; };
struct RunFailed { QString step; base::Error error; };
struct RunStarted { QString runId; QString database; QString user; int backendPid = 0; bool resumed = false; };

using RunEvent = std::variant<RunStarted, StateChanged, StepChanged, BackfillAdvanced, LockWait, GateReached, LossAsked,
                              LogLine, RunFailed, BlockerEnded, BuildAdvanced>;

} // namespace lockstep::execution
