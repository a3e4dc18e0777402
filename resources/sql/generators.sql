-- Where the sequences stand that number columns: those of identity columns and those that a default asks.
SELECT g.relation, g.attribute, n.nspname, c.relname, a.attname, g.sequence, s.seqincrement > 0,
       pg_sequence_last_value(s.seqrelid),
       CASE WHEN s.seqincrement > 0 THEN s.seqmax ELSE s.seqmin END,
       quote_ident(sn.nspname) || '.' || quote_ident(sc.relname)
FROM (SELECT d.refobjid AS relation, d.refobjsubid AS attribute, d.objid AS sequence
      FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'
        AND d.refobjsubid > 0
      UNION ALL
      SELECT e.adrelid, e.adnum, d.refobjid
      FROM pg_attrdef e
      JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = e.oid
        AND d.refclassid = 'pg_class'::regclass) g
JOIN pg_sequence s ON s.seqrelid = g.sequence
JOIN pg_class sc ON sc.oid = g.sequence JOIN pg_namespace sn ON sn.oid = sc.relnamespace
JOIN pg_class c ON c.oid = g.relation JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = g.relation AND a.attnum = g.attribute
WHERE n.nspname !~ '^pg_'
ORDER BY 1, 2
