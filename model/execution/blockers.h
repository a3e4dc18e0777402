#pragma once

#include "runvalues.h"

#include <model/plan/lockmode.h>

#include <QElapsedTimer>

namespace lockstep::execution {

class RunContext;

/// Who holds what a backend of ours waits for.
struct BlockerList
{
    QVector<Blocker> all;
    bool onlyAutovacuum = false; ///< Plain ones: a wraparound vacuum does not give way.
    bool isCircle = false; ///< One of them waits for us in turn; waiting longer cannot help.
};

/// What LOCK TABLE takes.
struct TableLock
{
    qint64 oid = 0;
    QString relation; ///< With its schema, quoted.
    QString mode; ///< "ACCESS EXCLUSIVE"
};

/// Read on a connection that does not wait itself.
[[nodiscard]] base::Result<BlockerList> readBlockers(postgres::Session &watcher, int pid);

/// Who holds such locks and has been in its transaction for longer than `seconds`.
[[nodiscard]] base::Result<QVector<Blocker>> readHolders(postgres::Session &watcher,
                                                         const QVector<plan::RelationLock> &wanted,
                                                         int ourPid, double seconds);

/// How this consent lets the run end that session now; nothing where it does not.
[[nodiscard]] std::optional<BlockerEnd> consentedEnd(const Blocker &blocker, const BlockerConsent &consent);

/// Cancels or disconnects it if it is in the transaction it was seen in and blocks `pid` at this moment;
/// false: no longer. Errors: Server, where this role may not.
[[nodiscard]] base::Result<bool> endSession(postgres::Session &watcher, int pid, const Blocker &blocker,
                                            BlockerEnd how);

/// Ends sessions that block a run, as far as somebody asked for it or consented; each is written into the
/// journal before.
class BlockerEnder
{
public:
    /// `pid`: the backend of ours that they block.
    void act(RunContext &context, int pid, const QString &step, const BlockerList &blockers);

private:
    void end(RunContext &context, int pid, const QString &step, const Blocker &blocker, BlockerEnd how);

    QString m_last;
    QElapsedTimer m_sinceLast;
};

/// "backend 4711 (psql, user app, idle in transaction for 12 s)", for messages.
[[nodiscard]] QString describe(const Blocker &blocker);

} // namespace lockstep::execution
