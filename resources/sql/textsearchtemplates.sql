SELECT t.oid, n.nspname, t.tmplname, NULL,
       format('CREATE TEXT SEARCH TEMPLATE %I.%I (%sLEXIZE = %s)', n.nspname, t.tmplname,
              CASE WHEN t.tmplinit <> 0 THEN 'INIT = ' || t.tmplinit::regproc || ', ' ELSE '' END,
              t.tmpllexize::regproc),
       NULL
FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
WHERE t.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
