#pragma once

#include <model/plan/plan.h>
#include <model/schema/activity.h>

#include <QVector>

/// Who will feel a step: the traffic that a database has now, held against the locks of a plan.
namespace lockstep::analysis {

/// A statement of the traffic that would wait.
struct ConcernedStatement
{
    QString text;
    QString user;
    double callsPerSecond = 0;
    double meanMs = 0;
    bool writes = false;
};

/// One relation of one step, and everybody whose lock does not go together with the step's.
struct Pressure
{
    QString step;
    QString relation; ///< As the step's locks have it.
    QString table; ///< Whose traffic waits: another one where the relation is an index.
    plan::LockMode mode = plan::LockMode::AccessShare;
    bool isView = false; ///< Then only statements tell of its use.
    bool readsWait = false;
    bool writesWait = false;
    double readsPerSecond = 0; ///< Of the table; all of them wait where readsWait says so.
    double writesPerSecond = 0;
    /// Statements a second that would wait, from pg_stat_statements; -1 where that does not know them.
    double statementsPerSecond = -1;
    qint64 holdMs = 0;
    qint64 holdHighMs = 0;
    double heldUp = 0; ///< Reads and writes that arrive while the lock is held.
    double heldUpHigh = 0;
    double connectionsGoneMs = -1; ///< When none is free any more; -1: not while the lock is held.
    QVector<ConcernedStatement> statements; ///< Longest first.
    QString text; ///< All of it in a sentence or two.
};

/// A transaction that a step would have to wait for, with everybody behind it.
struct QueueAhead
{
    QString step;
    QString relation; ///< Empty: the step waits for every older snapshot of the database.
    schema::SessionActivity session;
    int waitMs = 0; ///< How long the step stays in the queue at a time; 0: until it gets the lock.
    QString text;
};

struct BlastRadius
{
    QVector<Pressure> pressures; ///< In the order of the steps, the worst relation of a step first.
    QVector<QueueAhead> queues; ///< In the order of the steps, the oldest transaction first.
    QStringList notes; ///< What was not known.

    /// Indexes of the worst pressure; -1 where nobody waits.
    [[nodiscard]] int worst() const;
};

/// Pure. Takes a table's reads as scans begun and its writes as rows written; a statement that does many
/// of them is counted once only where pg_stat_statements tells of it.
[[nodiscard]] BlastRadius blastRadius(const plan::Plan &plan, const schema::Activity &activity);

/// "pid 4711 (user web, application billing), idle in transaction, for 12 min".
[[nodiscard]] QString sessionWords(const schema::SessionActivity &session);
/// The mode that pg_locks writes as "RowExclusiveLock"; ACCESS SHARE where it is none.
[[nodiscard]] plan::LockMode lockModeOf(const QString &pgLocksMode);

} // namespace lockstep::analysis
