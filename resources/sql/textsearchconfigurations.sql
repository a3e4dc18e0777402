-- Each kind of token with its dictionaries, in their order.
SELECT c.oid, n.nspname, c.cfgname, pg_get_userbyid(c.cfgowner),
       format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname, pn.nspname, p.prsname),
       (SELECT json_agg(t.alias || ' ' || m.dictionaries)
        FROM (SELECT m.maptokentype, string_agg(quote_ident(dn.nspname) || '.' || quote_ident(d.dictname), ', '
                                                ORDER BY m.mapseqno) AS dictionaries
              FROM pg_ts_config_map m JOIN pg_ts_dict d ON d.oid = m.mapdict
              JOIN pg_namespace dn ON dn.oid = d.dictnamespace
              WHERE m.mapcfg = c.oid GROUP BY m.maptokentype) m
        JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype)
FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
WHERE c.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'lockstep', 'lockstep_calibration')
