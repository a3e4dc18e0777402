-- ALTER DEFAULT PRIVILEGES for all schemas starts from what PostgreSQL grants by itself, for one
-- schema from nothing.
SELECT coalesce(n.nspname, ''), pg_get_userbyid(d.defaclrole), d.defaclobjtype, side.name,
       CASE x.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(x.grantee)::text END, x.privilege_type,
       bool_or(x.is_grantable), x.grantee = d.defaclrole
FROM pg_default_acl d
LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
CROSS JOIN LATERAL (VALUES ('g', d.defaclacl),
                           ('d', CASE d.defaclnamespace WHEN 0
                                 THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's'::"char" ELSE d.defaclobjtype END,
                                                 d.defaclrole)
                                 ELSE NULL END)) AS side (name, acl)
CROSS JOIN LATERAL aclexplode(side.acl) x
GROUP BY 1, 2, 3, 4, 5, 6, 8
ORDER BY 1, 2, 3, 5, 4, 6
