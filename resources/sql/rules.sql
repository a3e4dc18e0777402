SELECT r.oid, r.ev_class, r.rulename, pg_get_ruledef(r.oid), r.ev_enabled
FROM pg_rewrite r
WHERE r.oid >= 16384 AND r.rulename <> '_RETURN'
