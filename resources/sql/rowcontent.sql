-- Columns of the tables with the given names, generated ones marked: their values follow from others.
SELECT n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod),
       a.attgenerated <> '', -- since 12
       false, -- before 12
       (WITH RECURSIVE up (oid) AS (
            SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = c.oid
            UNION SELECT i.inhparent FROM pg_inherits i JOIN up ON i.inhrelid = up.oid)
        SELECT array_to_json(array_agg(ARRAY[pn.nspname::text, p.relname::text]))
        FROM up JOIN pg_class p ON p.oid = up.oid JOIN pg_namespace pn ON pn.oid = p.relnamespace)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p')
  AND quote_ident(n.nspname) || '.' || quote_ident(c.relname) = ANY ($1::text[])
ORDER BY 1, 2, a.attname
