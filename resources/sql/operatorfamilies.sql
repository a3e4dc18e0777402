-- Every operator family, also those PostgreSQL made along with an operator class.
SELECT f.oid, n.nspname, f.opfname, pg_get_userbyid(f.opfowner), a.amname
FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
WHERE f.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
