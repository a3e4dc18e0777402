-- Expressions of the generated columns of the given tables: rows must have values they can be calculated from.
SELECT a.attrelid, a.attname, pg_get_expr(d.adbin, d.adrelid)
FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = ANY ($1::oid[]) AND NOT a.attisdropped
  AND a.attgenerated <> '' -- since 12
  AND false -- before 12
ORDER BY a.attrelid, a.attnum
