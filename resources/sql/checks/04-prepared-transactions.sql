SELECT x.gid, x.owner AS "user",
       round(extract(epoch FROM clock_timestamp() - x.prepared))::bigint AS transaction_seconds,
       (SELECT string_agg(DISTINCT p.display || ' ' || l.mode, '; ')
        FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN {relations} ON p.schema = n.nspname AND p.name = c.relname
        WHERE l.pid IS NULL AND l.locktype = 'relation' AND l.granted
          AND l.virtualtransaction = (SELECT o.virtualtransaction FROM pg_locks o
                                      WHERE o.locktype = 'transactionid' AND o.pid IS NULL
                                        AND o.transactionid = x.transaction LIMIT 1)) AS locks
FROM pg_prepared_xacts x WHERE x.database = current_database() ORDER BY x.prepared LIMIT 50
