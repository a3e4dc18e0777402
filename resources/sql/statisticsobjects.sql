SELECT s.oid, n.nspname, s.stxname, pg_get_userbyid(s.stxowner), pg_get_statisticsobjdef(s.oid),
       nullif(s.stxstattarget, -1) -- since 13
       NULL -- before 13
FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
WHERE s.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
