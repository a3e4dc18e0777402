#pragma once

#include "blockers.h"
#include "serverhealth.h"

#include <model/plan/lockmode.h>
#include <model/postgres/session.h>

#include <chrono>
#include <functional>
#include <optional>

namespace lockstep::execution {

/// What the server has counted of a table and all its partitions so far.
struct TableCounters
{
    qint64 bytes = 0; ///< With indexes and TOAST.
    qint64 updates = 0;
    qint64 hotUpdates = 0;
    qint64 deadRows = 0;
};

/// Reads on a connection of its own, so that it works while the run's connection waits. Every
/// function does without an answer when that connection is gone: watching is not needed to be safe.
class Monitor
{
public:
    using Reopen = std::function<std::unique_ptr<postgres::Session>()>;

    /// Null: nothing is watched. What is lost later is opened again by `reopen`, which may give null; it is
    /// asked every five seconds at most.
    explicit Monitor(std::unique_ptr<postgres::Session> session, Reopen reopen = {});

    [[nodiscard]] BlockerList blockersOf(int pid);
    /// The lock on a table that this backend waits for now; nothing where our role may not take it by itself.
    [[nodiscard]] std::optional<TableLock> awaitedBy(int pid);
    /// Sessions of others that have been in a transaction for a second and hold a lock on one of these
    /// tables that conflicts: whoever asks for such a lock now queues behind them.
    [[nodiscard]] QVector<Blocker> holdersOf(const QVector<plan::RelationLock> &wanted, int ourPid);
    /// That backend has committed, but not on a standby that synchronous_standby_names wants.
    [[nodiscard]] bool waitsForStandby(int pid);
    /// How far a backend is with CREATE INDEX or REINDEX (12 and newer); step and seconds are left open.
    [[nodiscard]] std::optional<BuildAdvanced> buildOf(int pid);
    /// For other questions; null when the connection is gone.
    [[nodiscard]] postgres::Session *session();
    /// Of the server, and of that table (as to_regclass() takes it).
    [[nodiscard]] Signals readSignals(const QVector<int> &ourPids, const QString &table);
    /// First value of a query that the user gave; nothing where it has none or fails.
    [[nodiscard]] std::optional<double> throttleValue(const QString &sql);
    /// Sessions of others that wait for a lock of these right now.
    [[nodiscard]] int waitingOn(const QVector<int> &pids);
    /// True while one of these still is in the transaction it was in.
    [[nodiscard]] bool stillThere(const QVector<Blocker> &blockers);
    [[nodiscard]] double walBytesSince(const QString &position);
    [[nodiscard]] std::optional<TableCounters> countersOf(const QString &table);

private:
    [[nodiscard]] std::optional<postgres::Rows> read(const QString &sql,
                                                     const postgres::Parameters &parameters = {});
    std::unique_ptr<postgres::Session> m_session;
    Reopen m_reopen;
    std::chrono::steady_clock::time_point m_triedAt; ///< Long ago: not yet.
};

} // namespace lockstep::execution
