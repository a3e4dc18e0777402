-- What a new session of this role gets; this one has set its own.
SELECT s.name, s.reset_val AS setting, s.unit,
       CASE WHEN s.source <> 'session' THEN s.source
            WHEN EXISTS (SELECT FROM pg_db_role_setting g CROSS JOIN LATERAL unnest(g.setconfig) AS c
                         WHERE c LIKE s.name || '=%'
                           AND g.setrole IN (0, (SELECT r.oid FROM pg_roles r WHERE r.rolname = session_user))
                           AND g.setdatabase IN (0, (SELECT d.oid FROM pg_database d
                                                     WHERE d.datname = current_database())))
            THEN 'role or database' ELSE 'configuration' END AS source
FROM pg_settings s
WHERE s.name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout',
                 'transaction_timeout', 'deadlock_timeout')
ORDER BY s.name
