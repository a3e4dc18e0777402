-- The advisory lock that every runner of a database holds.
SELECT a.pid, a.usename AS "user", a.application_name AS application, a.backend_start
FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = 1282368363 AND l.objid = 1
  AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
