-- Kinds that Lockstep names but does not compare yet. Members of extensions come with those.
WITH others (kind, classid, objid, name, namespace) AS (
    SELECT 'foreign table', 'pg_class'::regclass::oid, c.oid, c.relname::text, c.relnamespace
    FROM pg_class c WHERE c.relkind = 'f'
    UNION ALL
    SELECT 'base type', 'pg_type'::regclass, t.oid, t.typname, t.typnamespace
    FROM pg_type t WHERE t.typtype IN ('b', 'p') AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
    UNION ALL
    SELECT 'operator', 'pg_operator'::regclass, o.oid,
           o.oprname || '(' || format_type(o.oprleft, NULL) || ', ' || format_type(o.oprright, NULL) || ')',
           o.oprnamespace FROM pg_operator o
    UNION ALL SELECT 'operator class', 'pg_opclass'::regclass, o.oid, o.opcname, o.opcnamespace FROM pg_opclass o
    UNION ALL SELECT 'operator family', 'pg_opfamily'::regclass, o.oid, o.opfname, o.opfnamespace FROM pg_opfamily o
    UNION ALL SELECT 'conversion', 'pg_conversion'::regclass, o.oid, o.conname, o.connamespace FROM pg_conversion o
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
    SELECT 'cast', 'pg_cast'::regclass, o.oid,
           format_type(o.castsource, NULL) || ' AS ' || format_type(o.casttarget, NULL), 0 FROM pg_cast o
    UNION ALL SELECT 'language', 'pg_language'::regclass, o.oid, o.lanname, 0 FROM pg_language o
    UNION ALL
    SELECT 'transform', 'pg_transform'::regclass, o.oid,
           format_type(o.trftype, NULL) || ' LANGUAGE ' || l.lanname, 0
    FROM pg_transform o JOIN pg_language l ON l.oid = o.trflang
    UNION ALL
    SELECT 'foreign data wrapper', 'pg_foreign_data_wrapper'::regclass, o.oid, o.fdwname, 0
    FROM pg_foreign_data_wrapper o
    UNION ALL SELECT 'server', 'pg_foreign_server'::regclass, o.oid, o.srvname, 0 FROM pg_foreign_server o
    UNION ALL
    SELECT 'user mapping', 0, o.umid, o.usename || ' SERVER ' || o.srvname, 0 FROM pg_user_mappings o
    UNION ALL SELECT 'access method', 'pg_am'::regclass, o.oid, o.amname, 0 FROM pg_am o
    UNION ALL
    SELECT 'subscription', 'pg_subscription'::regclass, o.oid, o.subname, 0 FROM pg_subscription o
    WHERE o.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
    UNION ALL
    SELECT 'event trigger that is not simply enabled', 0, 16384, o.evtname, 0
    FROM pg_event_trigger o WHERE o.evtenabled <> 'O'
    UNION ALL
    SELECT 'security label', 0, 16384, s.provider || ' on ' || s.objtype || ' ' || s.objname, 0 FROM pg_seclabels s
)
SELECT o.kind, CASE WHEN n.nspname IS NULL THEN o.name ELSE n.nspname || '.' || o.name END
FROM others o LEFT JOIN pg_namespace n ON n.oid = o.namespace
WHERE o.objid >= 16384
  AND (n.nspname IS NULL OR n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep'))
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = o.classid AND e.objid = o.objid AND e.deptype IN ('e', 'i'))
