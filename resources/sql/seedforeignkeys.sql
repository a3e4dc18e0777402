-- Foreign keys, one row each: a key that points at a partitioned table has more rows in the catalog.
SELECT k.conrelid, k.confrelid, k.conname, array_to_string(k.conkey, ','), array_to_string(k.confkey, ','),
       k.confmatchtype = 'f'
FROM pg_constraint k
WHERE k.contype = 'f'
  AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid) -- since 11
  AND k.conenforced -- since 18
ORDER BY k.conrelid, k.conname
