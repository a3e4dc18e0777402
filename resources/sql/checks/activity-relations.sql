-- Counters of each relation; two readings give rates.
SELECT n.nspname, c.relname,
       coalesce(s.seq_scan, 0) + coalesce(s.idx_scan, 0),
       coalesce(s.seq_tup_read, 0) + coalesce(s.idx_tup_fetch, 0),
       coalesce(s.n_tup_ins, 0) + coalesce(s.n_tup_upd, 0) + coalesce(s.n_tup_del, 0)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep')
