-- Columns of the tables with the given names, generated ones marked: their values follow from others.
-- The last column: what values of a user's type are made of, each with its place: ".attribute", "[]".
-- Ancestors are looked for once a table and only where there are any: a scratch database has no
-- statistics, and PostgreSQL would read all of pg_inherits for every column.
SELECT t.nspname, t.relname, t.relkind, a.attname, format_type(a.atttypid, a.atttypmod),
       a.attgenerated <> '', -- since 12
       false, -- before 12
       t.ancestors,
       CASE WHEN a.atttypid >= 16384 THEN (
           WITH RECURSIVE inside (oid, mod, path) AS (
               SELECT a.atttypid, a.atttypmod, '' COLLATE "C"
               UNION ALL
               SELECT n.oid, n.mod, (inside.path || n.step) COLLATE "C"
               FROM inside JOIN pg_type p ON p.oid = inside.oid,
                   LATERAL (
                       SELECT p.typbasetype, p.typtypmod, '' WHERE p.typtype = 'd'
                       UNION ALL SELECT p.typelem, inside.mod, '[]' WHERE p.typtype <> 'd' AND p.typelem <> 0
                       UNION ALL SELECT f.atttypid, f.atttypmod, '.' || f.attname FROM pg_attribute f
                       WHERE p.typtype = 'c' AND f.attrelid = p.typrelid AND f.attnum > 0 AND NOT f.attisdropped
                   ) AS n (oid, mod, step))
           SELECT array_to_json(array_agg(ARRAY[inside.path, format_type(inside.oid, inside.mod)]))
           FROM inside JOIN pg_type p ON p.oid = inside.oid
           WHERE p.typtype NOT IN ('d', 'c') AND p.typelem = 0) END
FROM (SELECT c.oid, n.nspname, c.relname, c.relkind,
             CASE WHEN EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid) THEN
                 (WITH RECURSIVE up (oid) AS (
                      SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = c.oid
                      UNION SELECT i.inhparent FROM pg_inherits i JOIN up ON i.inhrelid = up.oid)
                  SELECT array_to_json(array_agg(ARRAY[pn.nspname::text, p.relname::text]))
                  FROM up JOIN pg_class p ON p.oid = up.oid JOIN pg_namespace pn ON pn.oid = p.relnamespace)
             END AS ancestors
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p')
        AND quote_ident(n.nspname) || '.' || quote_ident(c.relname) = ANY ($1::text[])
      OFFSET 0) t
LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY 1, 2, a.attname
