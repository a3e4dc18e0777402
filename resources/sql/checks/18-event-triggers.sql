SELECT e.evtname AS event_trigger, e.evtevent AS event, e.evtfoid::regproc AS function, array_to_string(e.evttags, ', ') AS tags
FROM pg_event_trigger e WHERE e.evtenabled <> 'D' ORDER BY 1
