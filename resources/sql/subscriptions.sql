-- The connection text is for superusers alone.
SELECT s.oid, s.subname, pg_get_userbyid(s.subowner), s.subconninfo, s.subslotname, array_to_json(s.subpublications),
       s.subsynccommit, s.subenabled,
       s.subbinary, -- since 14
       false, -- before 14
       s.substream::text, -- since 14
       NULL, -- before 14
       s.subtwophasestate <> 'd', -- since 15
       s.subdisableonerr, -- since 15
       false, false, -- before 15
       s.suborigin, s.subpasswordrequired, s.subrunasowner, -- since 16
       'any', true, false, -- before 16
       s.subfailover -- since 17
       false -- before 17
FROM pg_subscription s
WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
