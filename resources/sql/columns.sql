-- Columns of tables, views, materialized views and composite types, in order.
SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attcollation <> t.typcollation
            THEN (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                  FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                  WHERE co.oid = a.attcollation) END,
       a.attnotnull, nullif(a.attidentity, ''), nullif(a.attgenerated, ''),
       CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END,
       nullif(a.attcompression, ''), -- since 14
       NULL, -- before 14
       nullif(a.attstattarget, -1),
       array_to_json(a.attoptions),
       a.attinhcount > 0 AND NOT a.attislocal,
       array_to_json(a.attfdwoptions)
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_type t ON t.oid = a.atttypid
WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
  AND c.relkind IN ('r', 'p', 'v', 'm', 'c', 'f') AND c.relpersistence <> 't'
ORDER BY a.attrelid, a.attnum
