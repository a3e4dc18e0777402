-- Kinds that Lockstep names but does not compare yet. Members of extensions come with those.
WITH others (kind, classid, objid, name, namespace) AS (
    SELECT 'shell operator', 'pg_operator'::regclass::oid, o.oid,
           o.oprname || '(' || format_type(o.oprleft, NULL) || ', ' || format_type(o.oprright, NULL) || ')',
           o.oprnamespace FROM pg_operator o WHERE o.oprcode = 0
    UNION ALL
    -- What a user adds to a family of PostgreSQL's own; pg_dump does not write it either.
    SELECT 'operator family member', 'pg_amop'::regclass, o.oid,
           'OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::regoperator, 0
    FROM pg_amop o JOIN pg_opfamily f ON f.oid = o.amopfamily
    WHERE f.oid < 16384 AND o.oid >= 16384
      AND NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = 'pg_operator'::regclass AND m.objid = o.amopopr
                                                AND m.deptype = 'e')
    UNION ALL
    SELECT 'operator family member', 'pg_amproc'::regclass, p.oid,
           'FUNCTION ' || p.amprocnum || ' ' || p.amproc::regprocedure, 0
    FROM pg_amproc p JOIN pg_opfamily f ON f.oid = p.amprocfamily
    WHERE f.oid < 16384 AND p.oid >= 16384
      AND NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.amproc
                                                AND m.deptype = 'e')
    UNION ALL
    SELECT 'dependence on an extension', d.classid, d.objid, i.identity || ' on ' || e.extname, 0
    FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
    CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) i
    WHERE d.deptype = 'x' AND d.refclassid = 'pg_extension'::regclass
    -- Not seen through its parent any more and not yet a table of its own.
    UNION ALL SELECT 'partition whose detaching was interrupted', 'pg_class'::regclass, c.oid, -- since 14
           c.relname || ' (finish it with ALTER TABLE ' || i.inhparent::regclass || ' DETACH PARTITION ' -- since 14
           || c.oid::regclass || ' FINALIZE)', c.relnamespace -- since 14
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhdetachpending -- since 14
)
SELECT o.kind, CASE WHEN n.nspname IS NULL THEN o.name ELSE n.nspname || '.' || o.name END
FROM others o LEFT JOIN pg_namespace n ON n.oid = o.namespace
WHERE o.objid >= 16384
  AND (n.nspname IS NULL OR n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration'))
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = o.classid AND e.objid = o.objid AND e.deptype IN ('e', 'i'))
