-- Tables, partitioned tables and materialized views with what is known of their rows and traffic.
-- Rates are averages since the counters were reset.
SELECT n.nspname, c.relname, c.relkind, c.reltuples, c.relpages,
       CASE WHEN c.relkind = 'p' THEN 0 ELSE pg_table_size(c.oid) END,
       CASE WHEN c.relkind = 'p' THEN 0 ELSE pg_indexes_size(c.oid) END,
       (coalesce(s.seq_tup_read, 0) + coalesce(s.idx_tup_fetch, 0)) / since.seconds,
       (coalesce(s.n_tup_ins, 0) + coalesce(s.n_tup_upd, 0) + coalesce(s.n_tup_del, 0)) / since.seconds,
       coalesce(s.n_live_tup, 0)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
CROSS JOIN (SELECT greatest(extract(epoch FROM now() - coalesce(
                (SELECT d.stats_reset FROM pg_stat_database d WHERE d.datname = current_database()),
                pg_postmaster_start_time())), 1)::float8 AS seconds) since
WHERE c.relkind IN ('r', 'p', 'm') AND c.oid >= 16384 AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
