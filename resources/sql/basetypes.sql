-- What CREATE TYPE is given for base types, and shell types that were never filled. Null where
-- it is what PostgreSQL takes by itself. Arrays come with their elements.
SELECT t.oid, n.nspname, t.typname, pg_get_userbyid(t.typowner), t.typisdefined,
       nullif(t.typinput, 0)::regproc::text, nullif(t.typoutput, 0)::regproc::text,
       CASE WHEN t.typlen = -1 THEN 'VARIABLE' ELSE t.typlen::text END, t.typbyval,
       CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' END,
       CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' WHEN 'x' THEN 'extended' END,
       nullif(t.typcategory, 'U'), t.typispreferred, t.typdefault,
       CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END,
       nullif(t.typdelim, ','), t.typcollation <> 0,
       nullif(t.typreceive, 0)::regproc::text, nullif(t.typsend, 0)::regproc::text,
       nullif(t.typmodin, 0)::regproc::text, nullif(t.typmodout, 0)::regproc::text,
       nullif(t.typanalyze, 0)::regproc::text,
       nullif(nullif(t.typsubscript, 0), 'pg_catalog.raw_array_subscript_handler'::regproc)::regproc::text -- since 14
       NULL -- before 14
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.oid >= 16384
  AND (t.typtype = 'b' OR t.typtype = 'p' AND NOT t.typisdefined)
  AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
