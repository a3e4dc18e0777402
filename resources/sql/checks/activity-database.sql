-- The traffic and the connections of the server.
SELECT extract(epoch FROM clock_timestamp())::float8,
       (SELECT d.xact_commit + d.xact_rollback FROM pg_stat_database d WHERE d.datname = current_database()),
       current_setting('max_connections'),
       current_setting('superuser_reserved_connections')::integer
         + coalesce(current_setting('reserved_connections', true)::integer, 0),
       (SELECT count(*) FROM pg_stat_activity a WHERE a.backend_type = 'client backend'),
       (SELECT count(*) FROM pg_stat_activity a
        WHERE a.datname = current_database() AND a.query = '<insufficient privilege>'),
       greatest(extract(epoch FROM clock_timestamp() - coalesce(
           (SELECT d.stats_reset FROM pg_stat_database d WHERE d.datname = current_database()),
           pg_postmaster_start_time())), 1)::float8
