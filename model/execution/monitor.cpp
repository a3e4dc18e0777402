#include "monitor.h"

#include <algorithm>

namespace lockstep::execution {

namespace {

constexpr auto betweenTries = std::chrono::seconds(5);

} // namespace

Monitor::Monitor(std::unique_ptr<postgres::Session> session, Reopen reopen)
    : m_session(std::move(session))
    , m_reopen(std::move(reopen))
{ }

std::optional<postgres::Rows> Monitor::read(const QString &sql, const postgres::Parameters &parameters)
{
    if (!session())
        return std::nullopt;
    auto rows = m_session->query(sql, parameters);
    if (!rows.has_value() || rows->count() == 0)
        return std::nullopt;
    return std::move(rows).value();
}

postgres::Session *Monitor::session()
{
    if (m_session && m_session->isConnected())
        return m_session.get();
    const auto now = std::chrono::steady_clock::now();
    if (!m_session || !m_reopen || now - m_triedAt < betweenTries)
        return nullptr;
    m_triedAt = now;
    if (auto again = m_reopen())
        m_session = std::move(again);
    return m_session->isConnected() ? m_session.get() : nullptr;
}

BlockerList Monitor::blockersOf(int pid)
{
    if (!session())
        return {};
    auto list = readBlockers(*m_session, pid);
    return list.has_value() ? std::move(list).value() : BlockerList();
}

std::optional<TableLock> Monitor::awaitedBy(int pid)
{
    // Modes are "AccessExclusiveLock" there and ACCESS EXCLUSIVE in LOCK TABLE.
    const auto rows = read(
        QStringLiteral("SELECT l.relation, format('%I.%I', n.nspname, c.relname), "
                       "upper(regexp_replace(replace(l.mode, 'Lock', "
                       "''), '([a-z])([A-Z])', '\\1 \\2', 'g')) FROM pg_locks l JOIN pg_class c ON c.oid = "
                       "l.relation JOIN pg_namespace n ON n.oid = c.relnamespace WHERE l.pid = $1 AND NOT "
                       "l.granted AND c.relkind IN ('r', 'p') AND "
                       "has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')"),
        { QString::number(pid) });
    if (!rows || rows->count() != 1)
        return std::nullopt;
    return TableLock{ rows->integer(0, 0), rows->text(0, 1), rows->text(0, 2) };
}

bool Monitor::waitsForStandby(int pid)
{
    const auto rows =
        read(QStringLiteral("SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'SyncRep'"),
             { QString::number(pid) });
    return rows.has_value();
}

std::optional<BuildAdvanced> Monitor::buildOf(int pid)
{
    if (!session() || m_session->server().version < 120000)
        return std::nullopt;
    // Whichever of its counters moves in this phase.
    const auto rows =
        read(QStringLiteral("SELECT phase, coalesce(current_locker_pid, 0),"
                            " CASE WHEN lockers_total > 0 THEN lockers_done::float8 / lockers_total"
                            "  WHEN tuples_total > 0 THEN tuples_done::float8 / tuples_total"
                            "  WHEN blocks_total > 0 THEN blocks_done::float8 / blocks_total ELSE -1 END"
                            " FROM pg_stat_progress_create_index WHERE pid = $1"),
             { QString::number(pid) });
    if (!rows)
        return std::nullopt;
    return BuildAdvanced{ {}, rows->text(0, 0), std::min(rows->real(0, 2), 1.0), rows->integer(0, 1), 0 };
}

QVector<Blocker> Monitor::holdersOf(const QVector<plan::RelationLock> &wanted, int ourPid)
{
    constexpr double seconds = 1;
    if (!session() || wanted.isEmpty())
        return {};
    auto found = readHolders(*m_session, wanted, ourPid, seconds);
    return found.has_value() ? std::move(found).value() : QVector<Blocker>();
}

int Monitor::waitingOn(const QVector<int> &pids)
{
    QStringList ours;
    for (const int pid : pids)
        ours.append(QString::number(pid));
    // Only sessions that wait at all are asked: pg_blocking_pids() takes every lock partition.
    const auto rows =
        read(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                            " AND application_name NOT LIKE 'lockstep:%' AND datname = current_database()"
                            " AND $1::integer[] && pg_blocking_pids(pid)"),
             { QStringLiteral("{%1}").arg(ours.join(QLatin1Char(','))) });
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

} // namespace lockstep::execution
