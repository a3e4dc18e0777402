SELECT s.schemaname, s.tablename, s.attname, s.null_frac, s.n_distinct, s.avg_width, coalesce(s.correlation, 0)
FROM pg_stats s
WHERE NOT s.inherited
  AND s.schemaname !~ '^pg_' AND s.schemaname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
