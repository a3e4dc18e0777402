SELECT v.pid, p.display AS relation, v.phase, v.heap_blks_total AS pages, v.heap_blks_scanned AS pages_read,
       a.backend_type = 'autovacuum worker' AS autovacuum,
       a.query LIKE '%to prevent wraparound%' AS prevents_wraparound,
       round(extract(epoch FROM clock_timestamp() - a.xact_start))::bigint AS seconds
FROM pg_stat_progress_vacuum v JOIN pg_stat_activity a ON a.pid = v.pid
JOIN pg_class c ON c.oid = v.relid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN {relations} ON p.schema = n.nspname AND p.name = c.relname
ORDER BY 1
