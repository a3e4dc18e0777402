-- Each privilege as granted ("g") and as PostgreSQL would grant it by itself ("d"); the owner's own
-- entries are left out. Only objects whose privileges were ever touched have an ACL.
WITH objects (classid, objid, subid, owner, acl, preset) AS (
    SELECT 'pg_class'::regclass::oid, c.oid, 0, c.relowner, c.relacl,
           acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner)
    FROM pg_class c WHERE c.relacl IS NOT NULL AND c.oid >= 16384
    UNION ALL
    SELECT 'pg_class'::regclass::oid, a.attrelid, a.attnum, c.relowner, a.attacl, NULL
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attacl IS NOT NULL AND a.attrelid >= 16384 AND NOT a.attisdropped
    UNION ALL
    SELECT 'pg_proc'::regclass::oid, p.oid, 0, p.proowner, p.proacl, acldefault('f', p.proowner)
    FROM pg_proc p WHERE p.proacl IS NOT NULL AND p.oid >= 16384
    UNION ALL
    SELECT 'pg_type'::regclass::oid, t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
    FROM pg_type t WHERE t.typacl IS NOT NULL AND t.oid >= 16384
    UNION ALL
    -- initdb lets everybody use "public" (and create in it before 15).
    SELECT 'pg_namespace'::regclass::oid, n.oid, 0, n.nspowner, coalesce(n.nspacl, acldefault('n', n.nspowner)),
           CASE WHEN n.nspname = 'public'
                THEN acldefault('n', n.nspowner) || makeaclitem(0, n.nspowner, 'USAGE', false)
                                                 || makeaclitem(0, n.nspowner, 'CREATE', false) -- before 15
                ELSE acldefault('n', n.nspowner) END
    FROM pg_namespace n WHERE n.nspacl IS NOT NULL OR n.nspname = 'public'
)
SELECT o.classid, o.objid, o.subid, side.name, CASE x.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(x.grantee)::text END,
       x.privilege_type, bool_or(x.is_grantable)
FROM objects o
CROSS JOIN LATERAL (VALUES ('g', o.acl), ('d', o.preset)) AS side (name, acl)
CROSS JOIN LATERAL aclexplode(side.acl) x
WHERE x.grantee <> o.owner
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1, 2, 3, 5, 4, 6
