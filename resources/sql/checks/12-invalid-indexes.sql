SELECT quote_ident(cn.nspname) || '.' || quote_ident(c.relname) AS index, p.display AS relation,
       pg_relation_size(c.oid) AS bytes,
       EXISTS (SELECT FROM pg_locks l WHERE l.relation = c.oid AND l.mode = 'RowExclusiveLock') AS being_built
FROM {relations} JOIN pg_namespace n ON n.nspname = p.schema
JOIN pg_class t ON t.relnamespace = n.oid AND t.relname = p.name
JOIN pg_index i ON i.indrelid = t.oid AND NOT i.indisvalid
JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
WHERE c.relkind = 'i' ORDER BY 1
