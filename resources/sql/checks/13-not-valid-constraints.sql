SELECT p.display AS relation, quote_ident(k.conname) AS "constraint", pg_get_constraintdef(k.oid) AS definition
FROM {relations} JOIN pg_namespace n ON n.nspname = p.schema
JOIN pg_class t ON t.relnamespace = n.oid AND t.relname = p.name
JOIN pg_constraint k ON k.conrelid = t.oid AND NOT k.convalidated
ORDER BY 1, 2
