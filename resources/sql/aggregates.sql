-- Everything CREATE AGGREGATE can say. Null where it is what PostgreSQL takes by itself.
SELECT a.aggfnoid::oid, p.proparallel, a.aggkind, a.aggtransfn::regproc::text, format_type(a.aggtranstype, NULL),
       nullif(a.aggtransspace, 0),
       CASE WHEN a.aggfinalfn <> 0 THEN a.aggfinalfn::regproc::text END, a.aggfinalextra,
       CASE WHEN a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN a.aggfinalmodify END,
       CASE WHEN a.aggcombinefn <> 0 THEN a.aggcombinefn::regproc::text END,
       CASE WHEN a.aggserialfn <> 0 THEN a.aggserialfn::regproc::text END,
       CASE WHEN a.aggdeserialfn <> 0 THEN a.aggdeserialfn::regproc::text END,
       a.agginitval,
       CASE WHEN a.aggmtransfn <> 0 THEN a.aggmtransfn::regproc::text END,
       CASE WHEN a.aggminvtransfn <> 0 THEN a.aggminvtransfn::regproc::text END,
       CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END,
       nullif(a.aggmtransspace, 0),
       CASE WHEN a.aggmfinalfn <> 0 THEN a.aggmfinalfn::regproc::text END, a.aggmfinalextra,
       CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
            THEN a.aggmfinalmodify END,
       a.aggminitval,
       CASE WHEN a.aggsortop <> 0 THEN
           (SELECT 'OPERATOR(' || quote_ident(sn.nspname) || '.' || so.oprname || ')'
            FROM pg_operator so JOIN pg_namespace sn ON sn.oid = so.oprnamespace WHERE so.oid = a.aggsortop) END
FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid
WHERE p.oid >= 16384
