-- Schemas a user can have made. "public" exists in every database and is a fact like the others.
SELECT n.oid, n.nspname, pg_get_userbyid(n.nspowner)
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
