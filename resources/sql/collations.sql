-- The version a provider reports is the machine's, not the schema's, and left out.
SELECT c.oid, n.nspname, c.collname, pg_get_userbyid(c.collowner), c.collprovider, c.collisdeterministic,
       c.collcollate, c.collctype,
       c.colllocale, -- since 17
       c.colliculocale, -- since 15 before 17
       NULL, -- before 15
       c.collicurules -- since 16
       NULL -- before 16
FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE c.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_collation'::regclass AND e.objid = c.oid AND e.deptype = 'e')
