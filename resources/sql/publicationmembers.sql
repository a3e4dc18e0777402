-- Tables with their column lists and row filters, then whole schemas, in the order of their names.
SELECT r.prpubid, r.prrelid AS relation,
       'ONLY ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)
       || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.position) -- since 15
                            FROM unnest(r.prattrs) WITH ORDINALITY AS k (attnum, position) -- since 15
                            JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = k.attnum) || ')', '') -- since 15
       || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '') -- since 15
       AS member
FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
UNION ALL -- since 15
SELECT s.pnpubid, 0, 'TABLES IN SCHEMA ' || quote_ident(n.nspname) -- since 15
FROM pg_publication_namespace s JOIN pg_namespace n ON n.oid = s.pnnspid -- since 15
ORDER BY 1, 3
