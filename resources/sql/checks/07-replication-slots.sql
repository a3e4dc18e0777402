SELECT s.slot_name AS slot, s.slot_type AS type, s.plugin, s.database, s.active,
       s.wal_status, -- since 13
       pg_wal_lsn_diff(pg_current_wal_lsn(), s.restart_lsn)::bigint AS wal_kept_bytes,
       pg_wal_lsn_diff(pg_current_wal_lsn(), s.confirmed_flush_lsn)::bigint AS behind_bytes
FROM pg_replication_slots s WHERE NOT s.temporary ORDER BY s.active, wal_kept_bytes DESC NULLS LAST
