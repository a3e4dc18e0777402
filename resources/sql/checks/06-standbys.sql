SELECT r.application_name AS standby, host(r.client_addr) AS client, r.state, r.sync_state,
       round(extract(epoch FROM r.replay_lag)::numeric, 1) AS lag_seconds,
       pg_wal_lsn_diff(pg_current_wal_lsn(), r.replay_lsn)::bigint AS lag_bytes
FROM pg_stat_replication r ORDER BY 6 DESC NULLS LAST
