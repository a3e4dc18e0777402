-- Tables with their column lists and row filters, and whole schemas. The order of a column list
-- follows the table's, so it says nothing.
SELECT 'pg_publication_rel'::regclass::oid, r.oid, r.prpubid, 'pg_class'::regclass::oid, r.prrelid,
       'TABLE ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
       'TABLE ONLY ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)
       || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) -- since 15
                            FROM unnest(r.prattrs) AS k (attnum) -- since 15
                            JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = k.attnum) || ')', '') -- since 15
       || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '') -- since 15
       AS member
FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
UNION ALL -- since 15
SELECT 'pg_publication_namespace'::regclass::oid, s.oid, s.pnpubid, 'pg_namespace'::regclass::oid, s.pnnspid, -- since 15
       'TABLES IN SCHEMA ' || quote_ident(n.nspname), 'TABLES IN SCHEMA ' || quote_ident(n.nspname) -- since 15
FROM pg_publication_namespace s JOIN pg_namespace n ON n.oid = s.pnnspid -- since 15
