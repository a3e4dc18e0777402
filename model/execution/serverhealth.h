#pragma once

#include "controllaw.h"
#include "healthlimits.h"

namespace lockstep::execution {

/// How the server does while a backfill runs. Negative: there is none, or this role may not read it.
struct Signals
{
    int waitingOnUs = 0;
    double replicaLagSeconds = -1;
    double replicaLagBytes = -1;
    int syncNeeded = 0; ///< Synchronous standbys that a commit waits for.
    int syncPresent = -1;
    QString slot; ///< The one that holds back most WAL.
    double slotBytes = -1;
    double slotLimitBytes = -1; ///< max_slot_wal_keep_size
    bool slotIsEndangered = false; ///< It has passed what the server promises to keep.
    bool archiverFails = false;
    qint64 archivedSegment = -1;
    qint64 currentSegment = -1;
    qint64 archiveQueue = 0; ///< Segments that are full and not archived.
    double horizonSeconds = 0; ///< Age of the oldest transaction that holds back vacuum here.
    QString horizonOwner;
    QString pinnedXid; ///< Oldest transaction that a slot or a standby wants to see; empty: none.
    QString pinnedBy;
    int activeBackends = 0;
    int othersAtWork = 0; ///< Sessions that have done something in the last second.
    bool vacuumOnTable = false;
    bool wraparoundVacuum = false;
    QString walPosition;
    double walBytesPerSecond = 0;
    QString dataDirectory; ///< Empty where the role may not know.
    qint64 freeDiskBytes = -1;
    double commitMs = -1; ///< One of the slowest commits of late.
    std::optional<double> throttle; ///< What the user's query says.
    bool outsideWindow = false;
};

/// What the signals mean for the pace, and the sentence that tells why.
struct Verdict
{
    Health health = Health::Good;
    QString because;
    double shareLimit = 1; ///< Share of the time that batches may take at most.
};
[[nodiscard]] Verdict judge(const Signals &now, int activeAtStart, const HealthLimits &limits = {});

/// Number of a WAL segment from the name of its file; -1 for other files.
[[nodiscard]] qint64 walSegment(const QString &file, qint64 segmentBytes);
/// Standbys that synchronous_standby_names wants for a commit.
[[nodiscard]] int syncStandbysNeeded(const QString &setting);

} // namespace lockstep::execution
