-- Indexes that no constraint owns. Expressions are printed one by one only where there are any.
SELECT i.indexrelid, i.indrelid, c.relname, pg_get_userbyid(c.relowner), pg_get_indexdef(i.indexrelid), am.amname,
       i.indnkeyatts, array_to_string(i.indkey, ' '),
       CASE WHEN i.indexprs IS NOT NULL THEN
           (SELECT json_agg(pg_get_indexdef(i.indexrelid, k, false) ORDER BY k)
            FROM generate_series(1, i.indnkeyatts) k) END,
       CASE WHEN i.indpred IS NOT NULL THEN pg_get_expr(i.indpred, i.indrelid) END,
       i.indisunique, i.indisvalid, i.indisready, ts.spcname, array_to_json(c.reloptions), h.inhparent,
       i.indisclustered
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class r ON r.oid = i.indrelid
JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
WHERE i.indexrelid >= 16384 AND r.relkind IN ('r', 'p', 'm') AND r.relpersistence <> 't'
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
