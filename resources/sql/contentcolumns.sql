-- Columns of all tables, partitions too, with the table that a partition belongs to in the end.
SELECT n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod),
       (SELECT quote_ident(rn.nspname) || '.' || quote_ident(r.relname) FROM pg_class r JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE c.relispartition AND r.oid = pg_partition_root(c.oid)) -- since 12
       NULL -- before 12
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND (c.relkind = 'r' OR NOT c.relispartition)
  AND NOT c.relispartition -- before 12
  AND c.oid >= 16384 AND c.relpersistence <> 't'
  AND a.attgenerated = '' -- since 12
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY n.nspname, c.relname, a.attnum
