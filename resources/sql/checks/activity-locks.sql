-- Locks on user relations of this database; prepared transactions have no pid.
SELECT coalesce(l.pid::text, l.virtualtransaction), n.nspname, c.relname, l.mode, l.granted
FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE l.locktype = 'relation' AND l.pid IS DISTINCT FROM pg_backend_pid()
  AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
