SELECT l.oid, l.lanname, pg_get_userbyid(l.lanowner), l.lanpltrusted, l.lanplcallfoid::regproc::text,
       nullif(l.laninline, 0)::regproc::text, nullif(l.lanvalidator, 0)::regproc::text
FROM pg_language l
WHERE l.oid >= 16384 AND l.lanispl
