-- title: S14: a big table becomes a partitioned one
-- current
CREATE TABLE visits (id bigint NOT NULL CONSTRAINT visits_pkey PRIMARY KEY, page text);
CREATE INDEX visits_page ON visits (page);
-- rows
INSERT INTO visits SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE visits (id bigint NOT NULL CONSTRAINT visits_pkey PRIMARY KEY, page text) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (500000);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (500000) TO (90000000);
CREATE INDEX visits_page ON visits (page);
-- intents
{"rows": {"public.visits": 90000000}}
-- both
SELECT NOT EXISTS (SELECT id, page FROM visits EXCEPT ALL SELECT id, page FROM zzz_lockstep_245fab202bd4_old) AND NOT EXISTS (SELECT id, page FROM zzz_lockstep_245fab202bd4_old EXCEPT ALL SELECT id, page FROM visits)
-- naive
BEGIN;
ALTER TABLE visits RENAME TO old_visits;
ALTER TABLE old_visits RENAME CONSTRAINT visits_pkey TO old_visits_pkey;
ALTER INDEX visits_page RENAME TO old_visits_page;
CREATE TABLE visits (id bigint NOT NULL CONSTRAINT visits_pkey PRIMARY KEY, page text) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (500000);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (500000) TO (90000000);
CREATE INDEX visits_page ON visits (page);
INSERT INTO visits SELECT * FROM old_visits;
DROP TABLE old_visits;
COMMIT;
-- old insert
INSERT INTO visits (id, page) VALUES (%1, %2)
-- old update
UPDATE visits SET page = %2 WHERE id = %1
-- old read
SELECT page FROM visits WHERE id = %1
-- new insert
INSERT INTO visits (id, page) VALUES (%1, %2)
-- new update
UPDATE visits SET page = %2 WHERE id = %1
-- new read
SELECT page FROM visits WHERE id = %1
