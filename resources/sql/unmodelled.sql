-- Kinds that Lockstep names but does not compare yet. Members of extensions come with those.
WITH others (kind, classid, objid, name, namespace) AS (
    SELECT 'foreign table', 'pg_class'::regclass::oid, c.oid, c.relname::text, c.relnamespace
    FROM pg_class c WHERE c.relkind = 'f'
    UNION ALL
    SELECT 'shell operator', 'pg_operator'::regclass, o.oid,
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
    SELECT 'text search configuration', 'pg_ts_config'::regclass, o.oid, o.cfgname, o.cfgnamespace FROM pg_ts_config o
    UNION ALL
    SELECT 'text search dictionary', 'pg_ts_dict'::regclass, o.oid, o.dictname, o.dictnamespace FROM pg_ts_dict o
    UNION ALL
    SELECT 'text search parser', 'pg_ts_parser'::regclass, o.oid, o.prsname, o.prsnamespace FROM pg_ts_parser o
    UNION ALL
    SELECT 'text search template', 'pg_ts_template'::regclass, o.oid, o.tmplname, o.tmplnamespace
    FROM pg_ts_template o
    UNION ALL
    SELECT 'foreign data wrapper', 'pg_foreign_data_wrapper'::regclass, o.oid, o.fdwname, 0
    FROM pg_foreign_data_wrapper o
    UNION ALL SELECT 'server', 'pg_foreign_server'::regclass, o.oid, o.srvname, 0 FROM pg_foreign_server o
    UNION ALL
    SELECT 'user mapping', 0, o.umid, o.usename || ' SERVER ' || o.srvname, 0 FROM pg_user_mappings o
    UNION ALL
    SELECT 'subscription', 'pg_subscription'::regclass, o.oid, o.subname, 0 FROM pg_subscription o
    WHERE o.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
    UNION ALL
    SELECT 'security label', 0, 16384, s.provider || ' on ' || s.objtype || ' ' || s.objname, 0 FROM pg_seclabels s
)
SELECT o.kind, CASE WHEN n.nspname IS NULL THEN o.name ELSE n.nspname || '.' || o.name END
FROM others o LEFT JOIN pg_namespace n ON n.oid = o.namespace
WHERE o.objid >= 16384
  AND (n.nspname IS NULL OR n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep'))
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = o.classid AND e.objid = o.objid AND e.deptype IN ('e', 'i'))
