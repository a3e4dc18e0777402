SELECT 'table' AS kind, p.display AS object, pg_get_userbyid(c.relowner) AS owner,
       pg_has_role(c.relowner, 'USAGE') AS allowed, 'ownership of' AS needed
FROM {relations} JOIN pg_namespace n ON n.nspname = p.schema
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = p.name AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
WHERE p.changed
UNION ALL
SELECT 'schema', quote_ident(n.nspname), pg_get_userbyid(n.nspowner), has_schema_privilege(n.oid, 'CREATE'),
       'CREATE in'
FROM {schemas} JOIN pg_namespace n ON n.nspname = s.schema
UNION ALL
SELECT 'schema', quote_ident(n.nspname), pg_get_userbyid(n.nspowner), pg_has_role(n.nspowner, 'USAGE'), 'ownership of'
FROM {objects} JOIN pg_namespace n ON o.kind = 'schema' AND n.nspname = o.name
UNION ALL
SELECT 'type', format_type(t.oid, NULL), pg_get_userbyid(t.typowner), pg_has_role(t.typowner, 'USAGE'), 'ownership of'
FROM {objects} JOIN pg_namespace n ON o.kind = 'type' AND n.nspname = o.schema
JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = o.name
UNION ALL
SELECT 'function', f.oid::regprocedure::text, pg_get_userbyid(f.proowner), pg_has_role(f.proowner, 'USAGE'),
       'ownership of'
FROM {objects} JOIN pg_namespace n ON o.kind = 'function' AND n.nspname = o.schema
JOIN pg_proc f ON f.pronamespace = n.oid AND f.proname = o.name
UNION ALL
SELECT 'extension', quote_ident(o.name), 'superusers', bool_or(
           NOT v.superuser
           OR (v.trusted AND has_database_privilege(current_database(), 'CREATE')) -- since 13
           OR (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user)), 'the right to create'
FROM {objects} JOIN pg_available_extension_versions v ON o.kind = 'extension' AND v.name = o.name AND NOT v.installed
GROUP BY o.name
UNION ALL
SELECT 'database', quote_ident(d.datname), pg_get_userbyid(d.datdba),
       coalesce((SELECT pg_has_role(j.nspowner, 'USAGE') FROM pg_namespace j WHERE j.nspname = 'lockstep'),
                has_database_privilege(d.oid, 'CREATE')), 'CREATE (for the journal in schema lockstep) in'
FROM pg_database d WHERE d.datname = current_database()
ORDER BY 4, 1, 2
