SELECT s.oid, NULL, s.srvname, pg_get_userbyid(s.srvowner),
       format('CREATE SERVER %I%s FOREIGN DATA WRAPPER %I', s.srvname, ' TYPE ' || quote_literal(s.srvtype), w.fdwname),
       array_to_json(s.srvoptions), s.srvversion
FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE s.oid >= 16384
