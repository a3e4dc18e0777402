SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS sequence, quote_ident(tn.nspname) || '.'
         || quote_ident(t.relname) || '.' || quote_ident(a.attname) AS "column",
       format_type(a.atttypid, NULL) AS column_type, q.last_value,
       least(q.max_value, CASE a.atttypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647
                                          ELSE q.max_value END) AS max_value,
       round(100.0 * q.last_value / least(q.max_value, CASE a.atttypid WHEN 'int2'::regtype THEN 32767
           WHEN 'int4'::regtype THEN 2147483647 ELSE q.max_value END), 1) AS percent_used
FROM pg_sequences q JOIN pg_namespace n ON n.nspname = q.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = q.sequencename
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
      AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE q.increment_by > 0 AND NOT q.cycle AND q.max_value > 0 AND q.schemaname <> 'lockstep'
ORDER BY percent_used DESC NULLS LAST LIMIT 20
