-- Files of tables, materialized views and indexes that transactions from $1 on have made or replaced.
SELECT c.oid, c.relfilenode, c.relkind, n.nspname, c.relname, tn.nspname, t.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_index i ON i.indexrelid = c.oid
LEFT JOIN pg_class t ON t.oid = i.indrelid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
WHERE c.relkind IN ('r', 'm', 'i') AND c.oid >= 16384 AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
  AND c.xmin::text::bigint >= $1::bigint
