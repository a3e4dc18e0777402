-- title: S14: a table gets another name and becomes a partitioned one
-- old until gate: 1
-- current
CREATE TABLE visits (id bigint CONSTRAINT visits_pkey PRIMARY KEY, page text);
CREATE INDEX visits_page ON visits (page);
-- rows
INSERT INTO visits SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE page_views (id bigint CONSTRAINT visits_pkey PRIMARY KEY, page text) PARTITION BY HASH (id);
CREATE TABLE page_views_0 PARTITION OF page_views FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE page_views_1 PARTITION OF page_views FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX visits_page ON page_views (page);
-- intents
{"renames": [{"kind": "table", "from": "public.visits", "to": "public.page_views"}], "rows": {"public.visits": 2000000}}
-- both at gate 2
SELECT NOT EXISTS (SELECT id, page FROM page_views EXCEPT ALL SELECT id, page FROM zzz_lockstep_2dab4898bb1f_old) AND NOT EXISTS (SELECT id, page FROM zzz_lockstep_2dab4898bb1f_old EXCEPT ALL SELECT id, page FROM page_views)
-- old insert
INSERT INTO visits (id, page) VALUES (%1, %2)
-- old update
UPDATE visits SET page = %2 WHERE id = %1
-- old read
SELECT page FROM visits WHERE id = %1
-- new insert
INSERT INTO page_views (id, page) VALUES (%1, %2)
-- new update
UPDATE page_views SET page = %2 WHERE id = %1
-- new read
SELECT page FROM page_views WHERE id = %1
