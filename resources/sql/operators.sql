-- Operators a user made. One that is only named as another's commutator or negator has no function
-- yet and is listed in unmodelled.sql.
SELECT o.oid, n.nspname, o.oprname, pg_get_userbyid(o.oprowner),
       CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END,
       CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) END,
       o.oprcode::regproc::text, o.oprcanhash, o.oprcanmerge,
       (SELECT quote_ident(cn.nspname) || '.' || c.oprname
        FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace WHERE c.oid = o.oprcom),
       (SELECT quote_ident(cn.nspname) || '.' || c.oprname
        FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace WHERE c.oid = o.oprnegate),
       nullif(o.oprrest, 0)::regproc::text, nullif(o.oprjoin, 0)::regproc::text
FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE o.oid >= 16384 AND o.oprcode <> 0
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
