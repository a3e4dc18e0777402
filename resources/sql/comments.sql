SELECT d.classoid, d.objoid, d.objsubid, d.description
FROM pg_description d
WHERE d.objoid >= 16384
   OR d.classoid = 'pg_namespace'::regclass AND d.objoid = 'public'::regnamespace
