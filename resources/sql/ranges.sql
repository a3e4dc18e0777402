-- What CREATE TYPE … AS RANGE is given; parts that are the subtype's own are null.
SELECT r.rngtypid, format_type(r.rngsubtype, NULL),
       CASE WHEN NOT o.opcdefault THEN quote_ident(opn.nspname) || '.' || quote_ident(o.opcname) END,
       (SELECT quote_ident(cn.nspname) || '.' || quote_ident(c.collname)
        FROM pg_collation c JOIN pg_namespace cn ON cn.oid = c.collnamespace
        WHERE c.oid = r.rngcollation AND r.rngcollation <> s.typcollation),
       CASE WHEN r.rngcanonical <> 0 THEN r.rngcanonical::regproc::text END,
       CASE WHEN r.rngsubdiff <> 0 THEN r.rngsubdiff::regproc::text END,
       r.rngmultitypid::regtype::text -- since 14
       NULL -- before 14
FROM pg_range r JOIN pg_type s ON s.oid = r.rngsubtype
JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_namespace opn ON opn.oid = o.opcnamespace
WHERE r.rngtypid >= 16384
