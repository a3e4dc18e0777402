-- Sessions in a transaction and prepared transactions of this database.
SELECT a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''), coalesce(a.state, ''), '',
       left(a.query, 500), extract(epoch FROM clock_timestamp() - a.xact_start)::float8,
       a.backend_xmin IS NOT NULL, a.backend_type = 'autovacuum worker', a.pid::text
FROM pg_stat_activity a
WHERE a.datname = current_database() AND a.xact_start IS NOT NULL AND a.pid <> pg_backend_pid()
  AND a.backend_type IN ('client backend', 'autovacuum worker')
UNION ALL
SELECT 0, p.owner, '', 'prepared', p.gid, '',
       extract(epoch FROM clock_timestamp() - p.prepared)::float8, false, false,
       (SELECT l.virtualtransaction FROM pg_locks l
        WHERE l.locktype = 'transactionid' AND l.pid IS NULL AND l.transactionid = p.transaction LIMIT 1)
FROM pg_prepared_xacts p WHERE p.database = current_database()
ORDER BY 7 DESC
