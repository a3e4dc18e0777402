-- Operators and support functions, each with the class it belongs to, or the family where it is loose.
SELECT 'pg_amop'::regclass::oid, o.oid, d.refclassid, d.refobjid, 'OPERATOR ' || o.amopstrategy,
       format_type(o.amoplefttype, NULL) || ', ' || format_type(o.amoprighttype, NULL),
       o.amopopr::regoperator::text
       || CASE WHEN o.amopsortfamily = 0 THEN '' ELSE
          (SELECT ' FOR ORDER BY ' || quote_ident(n.nspname) || '.' || quote_ident(f.opfname)
           FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace WHERE f.oid = o.amopsortfamily) END,
       o.amopstrategy::int
FROM pg_amop o
JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = o.oid AND d.deptype IN ('i', 'a')
     AND (d.refclassid = 'pg_opclass'::regclass
          OR d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = o.amopfamily)
WHERE o.oid >= 16384
UNION ALL
SELECT 'pg_amproc'::regclass::oid, p.oid, d.refclassid, d.refobjid, 'FUNCTION ' || p.amprocnum,
       format_type(p.amproclefttype, NULL) || ', ' || format_type(p.amprocrighttype, NULL),
       p.amproc::regprocedure::text, p.amprocnum + 1000
FROM pg_amproc p
JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = p.oid AND d.deptype IN ('i', 'a')
     AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
WHERE p.oid >= 16384
ORDER BY 8, 6
