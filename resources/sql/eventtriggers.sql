SELECT e.oid, e.evtname, pg_get_userbyid(e.evtowner), e.evtevent, e.evtenabled, e.evtfoid::regproc::text,
       array_to_json(e.evttags)
FROM pg_event_trigger e
WHERE NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = e.oid AND d.deptype = 'e')
