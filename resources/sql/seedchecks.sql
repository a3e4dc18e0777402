-- CHECK constraints of the given tables, inherited ones too.
SELECT k.conrelid, k.conname, pg_get_expr(k.conbin, k.conrelid), array_to_string(k.conkey, ',')
FROM pg_constraint k
WHERE k.contype = 'c' AND k.conrelid = ANY ($1::oid[])
  AND k.conenforced -- since 18
ORDER BY k.conrelid, k.conname
