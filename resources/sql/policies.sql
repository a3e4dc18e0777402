SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive,
       (SELECT json_agg(CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r)::text END) FROM unnest(p.polroles) r),
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
FROM pg_policy p
WHERE p.oid >= 16384
