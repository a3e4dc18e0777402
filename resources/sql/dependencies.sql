-- Whatever concerns facts: edges to schemas follow from names, those to built-in objects are none.
SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype
FROM pg_depend
WHERE deptype IN ('n', 'a', 'i', 'P', 'S')
  AND objid >= 16384 AND refobjid >= 16384
  AND refclassid <> 'pg_namespace'::regclass
  AND classid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass,
                  'pg_attrdef'::regclass, 'pg_rewrite'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass,
                  'pg_collation'::regclass, 'pg_statistic_ext'::regclass, 'pg_event_trigger'::regclass,
                  'pg_extension'::regclass,
                  'pg_operator'::regclass, 'pg_opclass'::regclass, 'pg_opfamily'::regclass, 'pg_amop'::regclass,
                  'pg_amproc'::regclass, 'pg_cast'::regclass, 'pg_conversion'::regclass, 'pg_language'::regclass,
                  'pg_transform'::regclass, 'pg_am'::regclass,
                  'pg_publication_namespace'::regclass, -- since 15
                  'pg_ts_parser'::regclass, 'pg_ts_template'::regclass, 'pg_ts_dict'::regclass,
                  'pg_ts_config'::regclass, 'pg_foreign_data_wrapper'::regclass, 'pg_foreign_server'::regclass,
                  'pg_user_mapping'::regclass, 'pg_publication_rel'::regclass)
  AND NOT (classid = 'pg_class'::regclass AND objsubid > 0 -- before 15
           AND refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass) -- before 15
           AND EXISTS (SELECT FROM pg_attribute a -- before 15
                       WHERE a.attrelid = objid AND a.attnum = objsubid AND a.attgenerated <> '')) -- before 15
-- What a generated column is made of hangs on its expression, as it does from 15 on.
UNION ALL -- before 15
SELECT 'pg_attrdef'::regclass::oid, ad.oid, 0, d.refclassid, d.refobjid, d.refobjsubid, d.deptype -- before 15
FROM pg_depend d -- before 15
JOIN pg_attribute a ON a.attrelid = d.objid AND a.attnum = d.objsubid AND a.attgenerated <> '' -- before 15
JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum -- before 15
WHERE d.classid = 'pg_class'::regclass AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass) -- before 15
  AND d.deptype IN ('n', 'a') AND d.refobjid >= 16384 -- before 15
-- A view that reads a function's rows needs the columns these are made of, as it does from 15 on.
UNION ALL -- before 15
SELECT d.classid, d.objid, 0, 'pg_class'::regclass::oid, a.attrelid, a.attnum::int, 'n' -- before 15
FROM pg_depend d -- before 15
JOIN pg_proc f ON f.oid = d.refobjid -- before 15
JOIN pg_type t ON t.oid = f.prorettype AND t.typrelid >= 16384 -- before 15
JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped -- before 15
WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_proc'::regclass AND d.refobjid >= 16384 -- before 15
