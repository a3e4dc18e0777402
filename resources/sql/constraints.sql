-- Constraints of tables and domains. What a foreign key to a partitioned table keeps for each
-- partition of that table (same table, a parent constraint) is PostgreSQL's own business.
SELECT k.oid, k.conrelid, k.contypid, k.conname, k.contype,
       CASE WHEN k.contype <> 'n' THEN pg_get_constraintdef(k.oid) END,
       k.convalidated, k.condeferrable, k.condeferred, k.connoinherit,
       k.coninhcount > 0 AND NOT k.conislocal,
       array_to_string(k.conkey, ' '), array_to_string(k.confkey, ' '), k.confrelid,
       k.conindid, ic.relname, array_to_json(ic.reloptions), ts.spcname,
       i.indnkeyatts, array_to_string(i.indkey, ' '),
       i.indnullsnotdistinct, -- since 15
       false, -- before 15
       k.conenforced, -- since 18
       true, -- before 18
       coalesce(i.indisclustered, false),
       k.coninhcount > 0
FROM pg_constraint k
LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
WHERE k.oid >= 16384 AND k.contype <> 't'
  AND NOT (k.contype = 'f' AND k.conparentid <> 0
           AND k.conrelid = (SELECT parent.conrelid FROM pg_constraint parent WHERE parent.oid = k.conparentid))
