SELECT c.oid, n.nspname, c.opcname, pg_get_userbyid(c.opcowner), a.amname, c.opcdefault,
       format_type(c.opcintype, NULL), CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END,
       quote_ident(fn.nspname) || '.' || quote_ident(f.opfname)
FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod
JOIN pg_opfamily f ON f.oid = c.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
WHERE c.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
