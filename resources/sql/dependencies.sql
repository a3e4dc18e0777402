-- Whatever concerns facts: edges to schemas follow from names, those to built-in objects are none.
SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype
FROM pg_depend
WHERE deptype IN ('n', 'a', 'i', 'P', 'S')
  AND objid >= 16384 AND refobjid >= 16384
  AND refclassid <> 'pg_namespace'::regclass
  AND classid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass,
                  'pg_attrdef'::regclass, 'pg_rewrite'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass,
                  'pg_collation'::regclass, 'pg_statistic_ext'::regclass, 'pg_event_trigger'::regclass,
                  'pg_extension'::regclass)
