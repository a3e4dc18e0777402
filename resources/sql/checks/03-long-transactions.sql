SELECT a.pid, a.usename AS "user", a.application_name AS application, host(a.client_addr) AS client, a.state,
       round(extract(epoch FROM clock_timestamp() - a.xact_start))::bigint AS transaction_seconds,
       round(extract(epoch FROM clock_timestamp() - a.state_change))::bigint AS state_seconds,
       a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL AS holds_snapshot,
       (SELECT string_agg(DISTINCT p.display || ' ' || l.mode, '; ')
        FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN {relations} ON p.schema = n.nspname AND p.name = c.relname
        WHERE l.pid = a.pid AND l.locktype = 'relation' AND l.granted
          AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())) AS locks,
       left(a.query, 300) AS query
FROM pg_stat_activity a
WHERE a.datname = current_database() AND a.xact_start IS NOT NULL AND a.pid <> pg_backend_pid()
  AND a.backend_type = 'client backend'
ORDER BY a.xact_start LIMIT 50
