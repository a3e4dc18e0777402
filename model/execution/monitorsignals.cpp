#include "monitor.h"

namespace lockstep::execution {

namespace {

/// One row; what this role may not read is NULL. %1: condition on slots, %2: their status.
constexpr char signalsSql[] = R"sql(
WITH RECURSIVE tree AS (
    SELECT to_regclass($1)::oid AS relid
    UNION SELECT i.inhrelid FROM pg_inherits i JOIN tree ON i.inhparent = tree.relid
), horizon AS (
    SELECT extract(epoch FROM clock_timestamp() - since) AS seconds, owner
    FROM (
        SELECT xact_start, format('pid %s, %s, %s', pid, usename, application_name) FROM pg_stat_activity
        WHERE backend_xmin IS NOT NULL AND backend_type = 'client backend' AND datname = current_database()
            AND application_name NOT LIKE 'lockstep:%'
        UNION ALL SELECT prepared, format('prepared transaction "%s"', gid) FROM pg_prepared_xacts
        WHERE database = current_database()
    ) AS open (since, owner)
    ORDER BY since LIMIT 1
), pinned AS (
    SELECT xmin::text AS xid, owner FROM (
        SELECT xmin, format('replication slot "%s"', slot_name) FROM pg_replication_slots
        UNION ALL SELECT backend_xmin, format('standby "%s"', application_name) FROM pg_stat_replication
    ) AS wanted (xmin, owner)
    WHERE xmin IS NOT NULL ORDER BY age(xmin) DESC LIMIT 1
), slot AS (
    SELECT slot_name, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), restart_lsn) AS bytes, %2 AS endangered
    FROM pg_replication_slots WHERE restart_lsn IS NOT NULL%1
    ORDER BY endangered DESC, bytes DESC LIMIT 1
), replica AS (
    SELECT extract(epoch FROM max(replay_lag)) AS seconds,
        max(pg_wal_lsn_diff(pg_current_wal_insert_lsn(), replay_lsn)) AS bytes,
        count(*) FILTER (WHERE sync_state IN ('sync', 'quorum')) AS in_sync,
        bool_or(state IS NULL) AS hidden
    FROM pg_stat_replication WHERE coalesce(state, 'streaming') = 'streaming'
), vacuum AS (
    SELECT count(*) > 0 AS any_kind, coalesce(bool_or(a.query LIKE '%to prevent wraparound%'), false) AS wraparound
    FROM pg_stat_progress_vacuum v JOIN pg_stat_activity a USING (pid) JOIN tree USING (relid)
    WHERE v.datname = current_database()
)
SELECT replica.seconds, replica.bytes, CASE WHEN replica.hidden THEN NULL ELSE replica.in_sync END,
    current_setting('synchronous_standby_names'),
    slot.slot_name, slot.bytes, slot.endangered,
    (SELECT setting::float8 * 1048576 FROM pg_settings WHERE name = 'max_slot_wal_keep_size' AND setting::bigint > 0),
    archiver.last_archived_wal, coalesce(archiver.last_failed_time > coalesce(archiver.last_archived_time, '-infinity'), false),
    pg_walfile_name(pg_current_wal_insert_lsn()), current_setting('archive_mode') <> 'off',
    pg_size_bytes(current_setting('wal_segment_size')),
    horizon.seconds, horizon.owner,
    (SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend'
        AND application_name NOT LIKE 'lockstep:%'),
    vacuum.any_kind, vacuum.wraparound, pg_current_wal_insert_lsn(),
    (SELECT setting FROM pg_settings WHERE name = 'data_directory'),
    pinned.xid, pinned.owner,
    (SELECT count(*) FROM pg_stat_activity WHERE datid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'
        AND coalesce(application_name, '') NOT LIKE 'lockstep:%'
        AND (state = 'active' OR coalesce(state_change > clock_timestamp() - interval '1 s', true)))
FROM replica CROSS JOIN vacuum CROSS JOIN pg_stat_archiver archiver
LEFT JOIN slot ON true LEFT JOIN horizon ON true LEFT JOIN pinned ON true
)sql";

double realOr(const postgres::Rows &rows, int column, double otherwise)
{
    return rows.isNull(0, column) ? otherwise : rows.real(0, column);
}

} // namespace

Signals Monitor::readSignals(const QVector<int> &ourPids, const QString &table)
{
    const bool hasStatus = m_session && m_session->server().version >= 130000;
    const QString sql =
        QString::fromLatin1(signalsSql)
            .replace(QLatin1String("%1"), hasStatus ? QStringLiteral(" AND wal_status <> 'lost'") : QString())
            .replace(QLatin1String("%2"),
                     hasStatus ? QStringLiteral("wal_status = 'unreserved'") : QStringLiteral("false"));
    const auto rows = read(sql, { table });
    Signals now;
    if (!rows)
        return now;
    now.replicaLagSeconds = realOr(*rows, 0, -1);
    now.replicaLagBytes = realOr(*rows, 1, -1);
    now.syncPresent = int(realOr(*rows, 2, -1));
    now.syncNeeded = syncStandbysNeeded(rows->text(0, 3));
    now.slot = rows->text(0, 4);
    now.slotBytes = realOr(*rows, 5, -1);
    now.slotIsEndangered = !rows->isNull(0, 6) && rows->boolean(0, 6);
    now.slotLimitBytes = realOr(*rows, 7, -1);
    if (rows->boolean(0, 11)) {
        const qint64 segmentBytes = rows->integer(0, 12);
        now.archiverFails = rows->boolean(0, 9);
        now.archivedSegment = walSegment(rows->text(0, 8), segmentBytes);
        now.currentSegment = walSegment(rows->text(0, 10), segmentBytes);
    }
    now.horizonSeconds = realOr(*rows, 13, 0);
    now.horizonOwner = rows->text(0, 14);
    now.activeBackends = int(rows->integer(0, 15));
    now.vacuumOnTable = rows->boolean(0, 16);
    now.wraparoundVacuum = rows->boolean(0, 17);
    now.walPosition = rows->text(0, 18);
    now.dataDirectory = rows->text(0, 19);
    now.pinnedXid = rows->text(0, 20);
    now.pinnedBy = rows->text(0, 21);
    now.othersAtWork = int(rows->integer(0, 22));
    now.waitingOnUs = waitingOn(ourPids);
    return now;
}

std::optional<double> Monitor::throttleValue(const QString &sql)
{
    const auto rows = read(sql);
    if (!rows || rows->isNull(0, 0))
        return std::nullopt;
    return rows->real(0, 0);
}

} // namespace lockstep::execution
