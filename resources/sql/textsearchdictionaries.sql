-- The options are one text, as ALTER TEXT SEARCH DICTIONARY writes them.
SELECT d.oid, n.nspname, d.dictname, pg_get_userbyid(d.dictowner),
       format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I)', n.nspname, d.dictname, tn.nspname, t.tmplname),
       d.dictinitoption
FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
WHERE d.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
