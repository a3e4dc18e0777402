-- Each privilege as granted ("g") and as PostgreSQL would grant it by itself ("d"), with "by" where
-- another role than the owner granted it. Only objects whose privileges were ever touched have an
-- ACL. What initdb or an extension granted when it made the object counts as granted by itself.
-- Not here, because they belong to the cluster or are no part of a schema: privileges on databases,
-- tablespaces, configuration parameters and large objects.
WITH objects (classid, objid, subid, owner, acl, preset) AS (
    SELECT 'pg_class'::regclass::oid, c.oid, 0, c.relowner, c.relacl,
           acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner)
    FROM pg_class c WHERE c.relacl IS NOT NULL
    UNION ALL
    SELECT 'pg_class'::regclass::oid, a.attrelid, a.attnum, c.relowner, a.attacl, NULL
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
    UNION ALL
    SELECT 'pg_proc'::regclass::oid, p.oid, 0, p.proowner, p.proacl, acldefault('f', p.proowner)
    FROM pg_proc p WHERE p.proacl IS NOT NULL
    UNION ALL
    SELECT 'pg_type'::regclass::oid, t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
    FROM pg_type t WHERE t.typacl IS NOT NULL
    UNION ALL
    SELECT 'pg_language'::regclass::oid, l.oid, 0, l.lanowner, l.lanacl, acldefault('l', l.lanowner)
    FROM pg_language l WHERE l.lanacl IS NOT NULL
    UNION ALL
    SELECT 'pg_foreign_data_wrapper'::regclass::oid, w.oid, 0, w.fdwowner, w.fdwacl, acldefault('F', w.fdwowner)
    FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL
    UNION ALL
    SELECT 'pg_foreign_server'::regclass::oid, s.oid, 0, s.srvowner, s.srvacl, acldefault('S', s.srvowner)
    FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL
    UNION ALL
    -- initdb lets everybody use "public" (and create in it before 15).
    SELECT 'pg_namespace'::regclass::oid, n.oid, 0, n.nspowner, coalesce(n.nspacl, acldefault('n', n.nspowner)),
           CASE WHEN n.nspname = 'public'
                THEN acldefault('n', n.nspowner) || makeaclitem(0, n.nspowner, 'USAGE', false)
                                                 || makeaclitem(0, n.nspowner, 'CREATE', false) -- before 15
                ELSE acldefault('n', n.nspowner) END
    FROM pg_namespace n WHERE n.nspacl IS NOT NULL OR n.nspname = 'public'
), touched (classid, objid, subid, owner, acl, preset) AS (
    SELECT o.classid, o.objid, o.subid, o.owner, o.acl,
           CASE WHEN o.classid = 'pg_namespace'::regclass AND o.objid = 'public'::regnamespace THEN o.preset
                ELSE coalesce(i.initprivs, o.preset) END
    FROM objects o
    LEFT JOIN pg_init_privs i ON i.classoid = o.classid AND i.objoid = o.objid AND i.objsubid = o.subid
    WHERE i.initprivs IS NULL OR i.initprivs <> o.acl OR o.objid = 'public'::regnamespace
)
SELECT o.classid, o.objid, o.subid, side.name, CASE x.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(x.grantee)::text END,
       x.privilege_type, bool_or(x.is_grantable), x.grantee = o.owner, pg_get_userbyid(o.owner),
       CASE WHEN side.name = 'g' AND x.grantor <> o.owner THEN pg_get_userbyid(x.grantor)::text END
FROM touched o
CROSS JOIN LATERAL (VALUES ('g', o.acl), ('d', o.preset)) AS side (name, acl)
CROSS JOIN LATERAL aclexplode(side.acl) x
GROUP BY 1, 2, 3, 4, 5, 6, 8, 9, 10
ORDER BY 1, 2, 3, 5, 4, 6, 10 NULLS FIRST
