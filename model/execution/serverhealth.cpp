#include "serverhealth.h"

#include <QRegularExpression>

#include <algorithm>

namespace lockstep::execution {

namespace {

using Check = Verdict (*)(const Signals &, int, const HealthLimits &);

QString megabytes(double bytes)
{
    return QStringLiteral("%1 MB").arg(bytes / (1 << 20), 0, 'f', 0);
}

/// `value` against both limits; `because` has a place for the value.
Verdict compared(double value, double soft, double hard, const QString &because)
{
    if (value >= hard)
        return { Health::Hard, because };
    return value >= soft ? Verdict{ Health::Soft, because } : Verdict{};
}

Verdict judgeWishes(const Signals &now, int, const HealthLimits &)
{
    if (now.outsideWindow)
        return { Health::Hard, QStringLiteral("It is outside the hours that batches may run in.") };
    if (now.throttle && *now.throttle > 0) {
        return { Health::Hard, QStringLiteral("The throttle query of this run says %1.").arg(*now.throttle) };
    }
    return {};
}

Verdict judgeVacuum(const Signals &now, int, const HealthLimits &)
{
    if (now.wraparoundVacuum)
        return { Health::Hard,
                 QStringLiteral("A vacuum against transaction id wraparound is at work on this table.") };
    return {};
}

Verdict judgeReplicas(const Signals &now, int, const HealthLimits &limits)
{
    if (now.syncPresent >= 0 && now.syncPresent < now.syncNeeded)
        return { Health::Hard,
                 QStringLiteral("%1 of %2 synchronous standbys are there: commits of others wait.")
                     .arg(now.syncPresent)
                     .arg(now.syncNeeded) };
    const Verdict late =
        compared(now.replicaLagSeconds, limits.lagSoftSeconds, limits.lagHardSeconds,
                 QStringLiteral("A replica is %1 s behind.").arg(now.replicaLagSeconds, 0, 'f', 1));
    if (late.health == Health::Hard)
        return late;
    const Verdict behind =
        compared(now.replicaLagBytes, double(limits.lagSoftBytes), double(limits.lagHardBytes),
                 QStringLiteral("A replica is %1 behind.").arg(megabytes(now.replicaLagBytes)));
    return late.health == Health::Good || behind.health == Health::Hard ? behind : late;
}

Verdict judgeSlots(const Signals &now, int, const HealthLimits &limits)
{
    const QString because = QStringLiteral("The replication slot \"%1\" holds back %2 of WAL.")
                                .arg(now.slot, megabytes(now.slotBytes));
    if (now.slotIsEndangered)
        return { Health::Hard, because };
    double soft = double(limits.slotSoftBytes);
    double hard = double(limits.slotHardBytes);
    if (now.slotLimitBytes > 0) {
        soft = now.slotLimitBytes * limits.slotSoftShare;
        hard = now.slotLimitBytes * limits.slotHardShare;
    }
    if (now.freeDiskBytes >= 0) {
        // What a slot holds back may take a quarter and half of the room there would be without it.
        const double room = double(now.freeDiskBytes) + std::max(now.slotBytes, 0.0);
        soft = std::min(soft, room * limits.slotSoftShare);
        hard = std::min(hard, room * limits.slotHardShare);
    }
    return compared(now.slotBytes, soft, hard, because);
}

Verdict judgeArchiver(const Signals &now, int, const HealthLimits &limits)
{
    const Verdict queue =
        compared(double(now.archiveQueue), limits.archiveSoftSegments, limits.archiveHardSegments,
                 QStringLiteral("%1 WAL segments wait to be archived%2.")
                     .arg(now.archiveQueue)
                     .arg(now.archiverFails ? QStringLiteral(", and archiving fails") : QString()));
    if (queue.health == Health::Good && now.archiverFails)
        return { Health::Soft, QStringLiteral("Archiving of WAL fails.") };
    return queue;
}

Verdict judgeDisk(const Signals &now, int, const HealthLimits &limits)
{
    if (now.freeDiskBytes < 0 || now.freeDiskBytes >= limits.diskSoftBytes)
        return {};
    return { now.freeDiskBytes < limits.diskHardBytes ? Health::Hard : Health::Soft,
             QStringLiteral("The server has %1 of disk left.").arg(megabytes(double(now.freeDiskBytes))) };
}

Verdict judgeHorizon(const Signals &now, int, const HealthLimits &limits)
{
    if (now.horizonSeconds < limits.horizonHardSeconds)
        return {};
    return { Health::Hard,
             QStringLiteral(
                 "A transaction has been open or wanted for %1 min (%2), so no space of old row versions can "
                 "be used again.")
                 .arg(now.horizonSeconds / 60, 0, 'f', 0)
                 .arg(now.horizonOwner) };
}

Verdict judgeSessions(const Signals &now, int activeAtStart, const HealthLimits &)
{
    const int usual = std::max(16, activeAtStart + activeAtStart / 5);
    const Verdict busy = compared(now.activeBackends, usual + 1, 2 * usual + 1,
                                  QStringLiteral("%1 other sessions are active.").arg(now.activeBackends));
    if (busy.health == Health::Hard || now.waitingOnUs == 0)
        return busy;
    return { Health::Soft,
             QStringLiteral("%1 session(s) wait for a row that a batch is writing.").arg(now.waitingOnUs) };
}

Verdict judgeWrites(const Signals &now, int, const HealthLimits &limits)
{
    const Verdict commits =
        compared(now.commitMs, limits.commitSoftMs, limits.commitHardMs,
                 QStringLiteral("Commits take %1 ms on this server.").arg(now.commitMs, 0, 'f', 0));
    if (commits.health != Health::Good || limits.walBytesPerSecond <= 0)
        return commits;
    return compared(
        now.walBytesPerSecond, limits.walBytesPerSecond, 2 * limits.walBytesPerSecond,
        QStringLiteral("The server writes %1 of WAL a second.").arg(megabytes(now.walBytesPerSecond)));
}

} // namespace

Verdict judge(const Signals &now, int activeAtStart, const HealthLimits &limits)
{
    static constexpr Check checks[] = { judgeWishes, judgeVacuum,  judgeReplicas, judgeSlots, judgeArchiver,
                                        judgeDisk,   judgeHorizon, judgeSessions, judgeWrites };
    Verdict worst;
    for (const Check check : checks) {
        const Verdict one = check(now, activeAtStart, limits);
        if (one.health > worst.health)
            worst = one;
    }
    if (now.othersAtWork > 0 && limits.shareBesideOthers < 1) {
        worst.shareLimit = limits.shareBesideOthers;
        if (worst.health == Health::Good)
            worst.because = QStringLiteral("Other sessions are at work.");
    }
    if (now.vacuumOnTable) {
        worst.shareLimit = std::min(worst.shareLimit, 0.5);
        if (worst.health == Health::Good)
            worst.because = QStringLiteral("A vacuum is at work on this table.");
    }
    return worst;
}

qint64 walSegment(const QString &file, qint64 segmentBytes)
{
    static const QRegularExpression name(QStringLiteral("^[0-9A-Fa-f]{8}([0-9A-Fa-f]{8})([0-9A-Fa-f]{8})"));
    const auto match = name.match(file);
    if (!match.hasMatch() || segmentBytes <= 0)
        return -1;
    return match.captured(1).toLongLong(nullptr, 16) * ((qint64(1) << 32) / segmentBytes)
           + match.captured(2).toLongLong(nullptr, 16);
}

int syncStandbysNeeded(const QString &setting)
{
    if (setting.trimmed().isEmpty())
        return 0;
    static const QRegularExpression many(QStringLiteral("^\\s*(?:any|first)?\\s*(\\d+)\\s*\\("),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = many.match(setting);
    return match.hasMatch() ? match.captured(1).toInt() : 1;
}

} // namespace lockstep::execution
