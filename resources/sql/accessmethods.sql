SELECT a.oid, a.amname, a.amtype, a.amhandler::regproc::text
FROM pg_am a
WHERE a.oid >= 16384
