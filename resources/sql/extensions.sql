SELECT x.oid, x.extname, x.extversion, n.nspname, pg_get_userbyid(x.extowner)
FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
