-- Columns of the given tables that a row gives a value to.
SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.atttypid, a.attnotnull,
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND (i.indisunique OR i.indisexclusion)
               AND a.attnum = ANY (i.indkey::int2[]))
       OR EXISTS (SELECT FROM pg_depend s WHERE s.refclassid = 'pg_class'::regclass
                  AND s.refobjid = a.attrelid AND s.refobjsubid = a.attnum
                  AND s.classid = 'pg_class'::regclass AND s.deptype IN ('a', 'i')
                  AND EXISTS (SELECT FROM pg_class q WHERE q.oid = s.objid AND q.relkind = 'S'))
FROM pg_attribute a
WHERE a.attrelid = ANY ($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attgenerated = '' -- since 12
ORDER BY a.attrelid, a.attnum
