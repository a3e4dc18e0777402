SELECT 'table' AS kind, p.display AS object, pg_get_userbyid(c.relowner) AS owner,
       pg_has_role(c.relowner, 'USAGE') AS allowed, 'ownership' AS needed
FROM {relations} JOIN pg_namespace n ON n.nspname = p.schema
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = p.name AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
WHERE p.changed
UNION ALL
SELECT 'schema', quote_ident(n.nspname), pg_get_userbyid(n.nspowner), has_schema_privilege(n.oid, 'CREATE'), 'CREATE'
FROM pg_namespace n WHERE n.nspname IN (SELECT p.schema FROM {relations} WHERE p.changed)
UNION ALL
SELECT 'database', quote_ident(d.datname), pg_get_userbyid(d.datdba),
       coalesce((SELECT pg_has_role(j.nspowner, 'USAGE') FROM pg_namespace j WHERE j.nspname = 'lockstep'),
                has_database_privilege(d.oid, 'CREATE')), 'CREATE, for the journal in schema lockstep'
FROM pg_database d WHERE d.datname = current_database()
ORDER BY 4, 1, 2
