-- The busiest statements of this database with the search_path of the role that ran them.
SELECT s.userid::text || ':' || coalesce(s.queryid, 0)::text, coalesce(a.rolname, ''), s.query,
       sum(s.calls), sum(s.total_exec_time), -- since 13
       sum(s.calls), sum(s.total_time), -- before 13
       coalesce((SELECT substr(c, 13) FROM pg_db_role_setting g CROSS JOIN LATERAL unnest(g.setconfig) AS c
                 WHERE c LIKE 'search_path=%' AND g.setrole IN (s.userid, 0)
                   AND g.setdatabase IN (0, (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))
                 ORDER BY g.setrole <> 0 DESC, g.setdatabase <> 0 DESC LIMIT 1),
                (SELECT p.boot_val FROM pg_settings p WHERE p.name = 'search_path'))
FROM {extension}.pg_stat_statements s LEFT JOIN pg_roles a ON a.oid = s.userid
WHERE s.dbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
GROUP BY s.userid, s.queryid, a.rolname, s.query
ORDER BY 5 DESC LIMIT 2000
