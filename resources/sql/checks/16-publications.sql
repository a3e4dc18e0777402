SELECT t.pubname AS publication, p.display AS relation
FROM pg_publication_tables t JOIN {relations} ON p.schema = t.schemaname AND p.name = t.tablename
WHERE p.changed ORDER BY 1, 2
