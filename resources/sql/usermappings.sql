-- Options are shown to those who could use them, and to superusers.
SELECT m.umid, m.srvname, CASE m.umuser WHEN 0 THEN '' ELSE m.usename::text END, array_to_json(m.umoptions),
       m.umuser <> 0 AND m.usename = current_user
       AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE'))
       OR m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE')
       OR (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user)
FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid
WHERE m.umid >= 16384
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_user_mapping'::regclass AND e.objid = m.umid AND e.deptype = 'e')
