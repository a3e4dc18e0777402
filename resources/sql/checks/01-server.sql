SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number,
       pg_is_in_recovery() AS standby, current_setting('default_transaction_read_only') AS read_only,
       current_user AS role, (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user) AS superuser
