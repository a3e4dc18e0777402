#include "check.h"

#include "../amounts.h"

namespace lockstep::analysis::checks {

using schema::CheckReading;

namespace {

constexpr double lagAttentionSeconds = 5;
constexpr double lagAttentionBytes = 256.0 * 1024 * 1024;
constexpr double slotAttentionBytes = 1024.0 * 1024 * 1024;

} // namespace

Finding standbys(const CheckInput &, const CheckReading &reading)
{
    if (reading.rows.isEmpty())
        return { CheckVerdict::Ok, QStringLiteral("No standby is connected."), {} };
    QStringList late;
    QStringList hidden;
    for (int i = 0; i < reading.rows.size(); ++i) {
        const QString who = reading.text(i, "standby");
        const double seconds = reading.number(i, "lag_seconds");
        const double bytes = reading.number(i, "lag_bytes");
        if (reading.text(i, "state").isEmpty())
            hidden.append(who);
        else if (seconds > lagAttentionSeconds || bytes > lagAttentionBytes)
            late.append(
                QStringLiteral("%1 (%2, %3 behind)").arg(who, timeWords(seconds * 1000), byteWords(bytes)));
    }
    if (!late.isEmpty())
        return { CheckVerdict::Attention,
                 QStringLiteral(
                     "Standbys are behind: %1. What the plan writes makes that more; reads there see old "
                     "rows, and a failover would lose or wait for what is missing.")
                     .arg(someOf(late)),
                 QStringLiteral(
                     "Wait until they have caught up; a backfill slows down by itself above 1 s.") };
    if (!hidden.isEmpty())
        return { CheckVerdict::NotKnown, QStringLiteral("How far the standbys are is hidden from this role."),
                 QStringLiteral("GRANT pg_monitor to it.") };
    return { CheckVerdict::Ok,
             QStringLiteral("%1 standbys or receivers are connected and none is much behind.")
                 .arg(reading.rows.size()),
             {} };
}

Finding replicationSlots(const CheckInput &, const CheckReading &reading)
{
    Finding finding;
    QStringList sentences;
    for (int i = 0; i < reading.rows.size(); ++i) {
        const QString slot = reading.text(i, "slot");
        const QString kept = byteWords(reading.number(i, "wal_kept_bytes"));
        const QString status = reading.text(i, "wal_status");
        if (status == QLatin1String("lost"))
            sentences.append(QStringLiteral("Slot %1 has lost WAL that its reader still needs.").arg(slot));
        else if (!reading.flag(i, "active"))
            sentences.append(
                QStringLiteral(
                    "Slot %1 (%2) has no reader and keeps %3 of WAL: what the plan writes stays on the "
                    "server's disk until somebody reads it.")
                    .arg(slot, reading.text(i, "type"), kept));
        else if (reading.number(i, "wal_kept_bytes") > slotAttentionBytes
                 || status == QLatin1String("unreserved"))
            sentences.append(QStringLiteral("Slot %1 is behind and keeps %2 of WAL.").arg(slot, kept));
    }
    if (sentences.isEmpty()) {
        finding.consequence = reading.rows.isEmpty()
                                  ? QStringLiteral("There is no replication slot.")
                                  : QStringLiteral("%1 replication slots have a reader that keeps up.")
                                        .arg(reading.rows.size());
        return finding;
    }
    finding.verdict = CheckVerdict::Attention;
    finding.consequence = sentences.join(QLatin1Char(' '));
    finding.advice =
        QStringLiteral("Bring the reader back, or pg_drop_replication_slot() where nobody needs it.");
    return finding;
}

Finding archiving(const CheckInput &, const CheckReading &reading)
{
    if (reading.rows.isEmpty() || reading.text(0, "archive_mode") == QLatin1String("off"))
        return { CheckVerdict::Ok, QStringLiteral("WAL is not archived."), {} };
    if (reading.flag(0, "failing"))
        return { CheckVerdict::Attention,
                 QStringLiteral(
                     "Archiving fails since %1: WAL piles up on the server's disk, and the plan adds to it.")
                     .arg(reading.text(0, "last_failed_time")),
                 QStringLiteral("Mend archive_command first; the server's log says what it answers.") };
    return { CheckVerdict::Ok, QStringLiteral("WAL archiving works."), {} };
}

Finding publications(const CheckInput &input, const CheckReading &reading)
{
    Q_UNUSED(input)
    if (reading.rows.isEmpty())
        return { CheckVerdict::Ok, QStringLiteral("No table of the plan is published."), {} };
    QStringList tables;
    for (int i = 0; i < reading.rows.size(); ++i)
        tables.append(
            QStringLiteral("%1 (%2)").arg(reading.text(i, "relation"), reading.text(i, "publication")));
    tables.removeDuplicates();
    return {
        CheckVerdict::Attention,
        QStringLiteral("Published tables change: %1. Logical replication sends rows, not schema changes: a "
                       "subscriber stops at the first row with a column that it does not have.")
            .arg(someOf(tables)),
        QStringLiteral("Change the subscribers first where columns are added, and last where they go.")
    };
}

} // namespace lockstep::analysis::checks
