SELECT p.oid, n.nspname, p.prsname, NULL,
       format('CREATE TEXT SEARCH PARSER %I.%I (START = %s, GETTOKEN = %s, END = %s%s, LEXTYPES = %s)',
              n.nspname, p.prsname, p.prsstart::regproc, p.prstoken::regproc, p.prsend::regproc,
              CASE WHEN p.prsheadline <> 0 THEN ', HEADLINE = ' || p.prsheadline::regproc ELSE '' END,
              p.prslextype::regproc),
       NULL
FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
WHERE p.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
