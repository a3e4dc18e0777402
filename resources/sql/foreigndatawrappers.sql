SELECT w.oid, NULL, w.fdwname, pg_get_userbyid(w.fdwowner), format('CREATE FOREIGN DATA WRAPPER %I', w.fdwname),
       array_to_json(w.fdwoptions),
       CASE WHEN w.fdwhandler <> 0 THEN w.fdwhandler::regproc::text END,
       CASE WHEN w.fdwvalidator <> 0 THEN w.fdwvalidator::regproc::text END
FROM pg_foreign_data_wrapper w
WHERE w.oid >= 16384
