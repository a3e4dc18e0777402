SELECT p.oid, n.nspname, p.proname, p.prokind, pg_get_userbyid(p.proowner),
       CASE WHEN p.prokind = 'a' THEN coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')
            ELSE oidvectortypes(p.proargtypes) END,
       CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END,
       pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), l.lanname,
       CASE WHEN p.prokind <> 'a' THEN p.prosrc END, p.provolatile
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
WHERE p.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
