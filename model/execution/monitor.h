#pragma once

#include "controllaw.h"
#include "runevents.h"

#include <model/postgres/session.h>

#include <optional>

namespace lockstep::execution {

/// Who holds what a backend of ours waits for.
struct BlockerList
{
    QVector<Blocker> all;
    bool onlyAutovacuum = false; ///< Plain ones: a wraparound vacuum does not give way.
};

/// How the server does while a backfill runs. Negative: not readable for this role.
struct Signals
{
    int waitingOnUs = 0;
    double replicaLagSeconds = -1;
    double horizonSeconds = 0; ///< Age of the oldest transaction of others that holds back vacuum.
    int activeBackends = 0;
    bool wraparoundVacuum = false;
    QString walPosition;
};

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
    explicit Monitor(std::unique_ptr<postgres::Session> session);

    [[nodiscard]] BlockerList blockersOf(int pid);
    [[nodiscard]] Signals readSignals(int ourPid);
    /// Sessions that wait for a lock of ours right now.
    [[nodiscard]] int waitingOn(int pid);
    /// True while every one of these still is in the transaction it was in.
    [[nodiscard]] bool stillThere(const QVector<Blocker> &blockers);
    [[nodiscard]] double walBytesSince(const QString &position);
    [[nodiscard]] std::optional<TableCounters> countersOf(const QString &table);

private:
    [[nodiscard]] std::optional<postgres::Rows> read(const QString &sql,
                                                     const postgres::Parameters &parameters = {});
    std::unique_ptr<postgres::Session> m_session;
};

/// What the signals mean for the pace, and the sentence that tells why.
struct Verdict
{
    Health health = Health::Good;
    QString because;
};
[[nodiscard]] Verdict judge(const Signals &now, int activeAtStart);

} // namespace lockstep::execution
