-- Enums, domains, composite and range types. Row types of tables, arrays and multiranges come with
-- what they belong to.
SELECT t.oid, n.nspname, t.typname, t.typtype, pg_get_userbyid(t.typowner),
       CASE t.typtype WHEN 'c' THEN t.typrelid END,
       CASE t.typtype WHEN 'e' THEN
           (SELECT json_agg(l.enumlabel ORDER BY l.enumsortorder) FROM pg_enum l WHERE l.enumtypid = t.oid) END,
       CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
       CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation
            THEN (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                  FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                  WHERE co.oid = t.typcollation) END,
       CASE t.typtype WHEN 'd' THEN pg_get_expr(t.typdefaultbin, 0) END,
       t.typnotnull
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_type b ON b.oid = t.typbasetype
WHERE t.oid >= 16384
  AND (t.typtype IN ('e', 'd', 'r')
       OR t.typtype = 'c' AND (SELECT c.relkind FROM pg_class c WHERE c.oid = t.typrelid) = 'c')
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
