SELECT c.oid, format_type(c.castsource, NULL), format_type(c.casttarget, NULL), c.castmethod, c.castcontext,
       nullif(c.castfunc, 0)::regprocedure::text
FROM pg_cast c
WHERE c.oid >= 16384
  -- PostgreSQL itself casts each range type to its multirange.
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')
