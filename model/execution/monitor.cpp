#include "monitor.h"

#include <algorithm>

namespace lockstep::execution {

Monitor::Monitor(std::unique_ptr<postgres::Session> session)
    : m_session(std::move(session))
{ }

std::optional<postgres::Rows> Monitor::read(const QString &sql, const postgres::Parameters &parameters)
{
    if (!m_session || !m_session->isConnected())
        return std::nullopt;
    auto rows = m_session->query(sql, parameters);
    if (!rows.has_value() || rows->count() == 0)
        return std::nullopt;
    return std::move(rows).value();
}

postgres::Session *Monitor::session() const
{
    return m_session && m_session->isConnected() ? m_session.get() : nullptr;
}

BlockerList Monitor::blockersOf(int pid)
{
    if (!session())
        return {};
    auto list = readBlockers(*m_session, pid);
    return list.has_value() ? std::move(list).value() : BlockerList();
}

bool Monitor::waitsForStandby(int pid)
{
    const auto rows =
        read(QStringLiteral("SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'SyncRep'"),
             { QString::number(pid) });
    return rows.has_value();
}

QVector<Blocker> Monitor::holdersOf(const QVector<plan::RelationLock> &wanted, int ourPid)
{
    constexpr double seconds = 1;
    if (!session() || wanted.isEmpty())
        return {};
    auto found = readHolders(*m_session, wanted, ourPid, seconds);
    return found.has_value() ? std::move(found).value() : QVector<Blocker>();
}

Signals Monitor::readSignals(int ourPid)
{
    const auto rows = read(QStringLiteral(
        "SELECT (SELECT extract(epoch FROM max(replay_lag)) FROM pg_stat_replication),"
        " (SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0) FROM pg_stat_activity"
        "   WHERE backend_xmin IS NOT NULL AND backend_type = 'client backend' AND application_name NOT LIKE "
        "'lockstep:%'),"
        " (SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend'"
        "   AND application_name NOT LIKE 'lockstep:%'),"
        " EXISTS (SELECT FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' AND query LIKE '%to "
        "prevent wraparound%'"
        "   AND datname = current_database()),"
        " pg_current_wal_insert_lsn()"));
    Signals now;
    if (!rows)
        return now;
    now.replicaLagSeconds = rows->isNull(0, 0) ? -1 : rows->real(0, 0);
    now.horizonSeconds = rows->real(0, 1);
    now.activeBackends = int(rows->integer(0, 2));
    now.wraparoundVacuum = rows->boolean(0, 3);
    now.walPosition = rows->text(0, 4);
    now.waitingOnUs = waitingOn(ourPid);
    return now;
}

int Monitor::waitingOn(int pid)
{
    // Only sessions that wait at all are asked: pg_blocking_pids() takes every lock partition.
    const auto rows = read(
        QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                       " AND datname = current_database() AND $1::integer = ANY (pg_blocking_pids(pid))"),
        { QString::number(pid) });
    return rows ? int(rows->integer(0, 0)) : 0;
}

bool Monitor::stillThere(const QVector<Blocker> &blockers)
{
    QStringList keys;
    for (const Blocker &blocker : blockers)
        keys.append(QStringLiteral("%1 %2").arg(QString::number(blocker.pid), blocker.transactionStart));
    const auto rows =
        read(QStringLiteral("SELECT (SELECT count(*) FROM pg_stat_activity"
                            "  WHERE concat_ws(' ', pid, coalesce(xact_start::text, '')) = ANY ($1::text[]))"
                            " + (SELECT count(*) FROM pg_prepared_xacts"
                            "  WHERE '0 ' = ANY ($1::text[]) AND database = current_database())"),
             { QStringLiteral("{\"%1\"}").arg(keys.join(QStringLiteral("\",\""))) });
    return rows && rows->integer(0, 0) > 0;
}

double Monitor::walBytesSince(const QString &position)
{
    if (position.isEmpty())
        return 0;
    const auto rows =
        read(QStringLiteral("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1::pg_lsn)"), { position });
    return rows ? rows->real(0, 0) : 0;
}

std::optional<TableCounters> Monitor::countersOf(const QString &table)
{
    const auto rows =
        read(QStringLiteral(
                 "WITH RECURSIVE parts (relid) AS (SELECT to_regclass($1)::oid UNION SELECT inhrelid FROM"
                 " pg_inherits JOIN parts ON inhparent = relid)"
                 " SELECT sum(pg_total_relation_size(relid)), sum(pg_stat_get_tuples_updated(relid)),"
                 " sum(pg_stat_get_tuples_hot_updated(relid)), sum(pg_stat_get_dead_tuples(relid)) FROM "
                 "parts"),
             { table });
    if (!rows || rows->isNull(0, 0))
        return std::nullopt;
    return TableCounters{ rows->integer(0, 0), rows->integer(0, 1), rows->integer(0, 2),
                          rows->integer(0, 3) };
}

Verdict judge(const Signals &now, int activeAtStart)
{
    if (now.wraparoundVacuum)
        return { Health::Hard,
                 QStringLiteral(
                     "An autovacuum against transaction id wraparound is at work in this database.") };
    if (now.replicaLagSeconds > 5)
        return { Health::Hard,
                 QStringLiteral("A replica is %1 s behind.").arg(now.replicaLagSeconds, 0, 'f', 1) };
    const int usual = std::max(16, activeAtStart + activeAtStart / 5);
    if (now.activeBackends > 2 * usual)
        return { Health::Hard, QStringLiteral("%1 other sessions are active.").arg(now.activeBackends) };
    if (now.replicaLagSeconds > 1)
        return { Health::Soft,
                 QStringLiteral("A replica is %1 s behind.").arg(now.replicaLagSeconds, 0, 'f', 1) };
    if (now.waitingOnUs > 0)
        return {
            Health::Soft,
            QStringLiteral("%1 session(s) wait for a row that a batch is writing.").arg(now.waitingOnUs)
        };
    if (now.activeBackends > usual)
        return { Health::Soft, QStringLiteral("%1 other sessions are active.").arg(now.activeBackends) };
    return {};
}

} // namespace lockstep::execution
