-- Objects of extensions and of pg_catalog are no facts, but their privileges can have been changed
-- and are part of a dump then: how GRANT names them.
WITH touched (classid, objid, subid) AS (
    SELECT o.classid, o.objid, o.subid
    FROM (SELECT 'pg_class'::regclass::oid, c.oid, 0, c.relacl FROM pg_class c WHERE c.relacl IS NOT NULL
          UNION ALL
          SELECT 'pg_class'::regclass, a.attrelid, a.attnum, a.attacl FROM pg_attribute a WHERE a.attacl IS NOT NULL
          UNION ALL
          SELECT 'pg_proc'::regclass, p.oid, 0, p.proacl FROM pg_proc p WHERE p.proacl IS NOT NULL
          UNION ALL
          SELECT 'pg_type'::regclass, t.oid, 0, t.typacl FROM pg_type t WHERE t.typacl IS NOT NULL
          UNION ALL
          SELECT 'pg_language'::regclass, l.oid, 0, l.lanacl FROM pg_language l WHERE l.lanacl IS NOT NULL
          UNION ALL
          SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, w.fdwacl
          FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL
          UNION ALL
          SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspacl FROM pg_namespace n WHERE n.nspacl IS NOT NULL
         ) o (classid, objid, subid, acl)
    LEFT JOIN pg_init_privs i ON i.classoid = o.classid AND i.objoid = o.objid AND i.objsubid = o.subid
    WHERE (i.initprivs IS NULL OR i.initprivs <> o.acl)
      AND (o.objid < 16384 OR EXISTS (SELECT FROM pg_depend e WHERE e.classid = o.classid AND e.objid = o.objid
                                                                AND e.deptype = 'e'))
)
SELECT t.classid, t.objid, t.subid, coalesce(c.relkind, p.prokind, y.typtype), n.nspname,
       coalesce(c.relname, p.proname, y.typname, l.lanname, w.fdwname, s.nspname),
       CASE WHEN p.prokind = 'a' THEN coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')
            WHEN p.oid IS NOT NULL THEN oidvectortypes(p.proargtypes) END,
       (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = t.subid AND t.subid > 0)
FROM touched t
LEFT JOIN pg_class c ON t.classid = 'pg_class'::regclass AND c.oid = t.objid
LEFT JOIN pg_proc p ON t.classid = 'pg_proc'::regclass AND p.oid = t.objid
LEFT JOIN pg_type y ON t.classid = 'pg_type'::regclass AND y.oid = t.objid
LEFT JOIN pg_language l ON t.classid = 'pg_language'::regclass AND l.oid = t.objid
LEFT JOIN pg_foreign_data_wrapper w ON t.classid = 'pg_foreign_data_wrapper'::regclass AND w.oid = t.objid
LEFT JOIN pg_namespace s ON t.classid = 'pg_namespace'::regclass AND s.oid = t.objid AND s.nspname <> 'public'
LEFT JOIN pg_namespace n ON n.oid = coalesce(c.relnamespace, p.pronamespace, y.typnamespace)
WHERE coalesce(c.relkind, 'r') NOT IN ('i', 'I', 't')
  AND coalesce(n.nspname, s.nspname, '') NOT IN ('information_schema', 'lockstep', 'lockstep_calibration', 'pg_toast')
