SELECT i.inhrelid, i.inhparent
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
WHERE c.relkind IN ('r', 'p', 'f') AND c.oid >= 16384
ORDER BY i.inhrelid, i.inhseqno
