SELECT l.classoid, l.objoid, l.objsubid, l.provider, l.label, o.type || ' ' || o.identity
FROM pg_seclabel l CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, l.objsubid) o
WHERE l.objoid >= 16384 OR l.classoid = 'pg_namespace'::regclass AND l.objoid = 'public'::regnamespace
