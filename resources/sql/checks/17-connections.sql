SELECT current_setting('max_connections')::integer AS max_connections,
       current_setting('superuser_reserved_connections')::integer
         + coalesce(current_setting('reserved_connections', true)::integer, 0) AS reserved,
       (SELECT count(*) FROM pg_stat_activity a WHERE a.backend_type = 'client backend') AS used,
       (SELECT r.rolconnlimit FROM pg_roles r WHERE r.rolname = current_user) AS role_limit,
       (SELECT d.datconnlimit FROM pg_database d WHERE d.datname = current_database()) AS database_limit
