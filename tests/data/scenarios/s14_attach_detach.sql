-- title: S14: a filled table becomes a partition and another partition leaves
-- since: 14
-- current
CREATE TABLE visits (id bigint NOT NULL, page text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (200000);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (200000) TO (300000);
CREATE TABLE visits_9 PARTITION OF visits FOR VALUES FROM (1000000) TO (90000000);
CREATE TABLE visits_3 (id bigint NOT NULL, page text);
-- rows
INSERT INTO visits SELECT i, i FROM generate_series(1, 120000) i;
INSERT INTO visits SELECT 200000 + i, i FROM generate_series(1, 1000) i;
INSERT INTO visits_3 SELECT 300000 + i, i FROM generate_series(1, 99000) i;
-- target
CREATE TABLE visits (id bigint NOT NULL, page text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (200000);
CREATE TABLE visits_9 PARTITION OF visits FOR VALUES FROM (1000000) TO (90000000);
CREATE TABLE visits_3 PARTITION OF visits FOR VALUES FROM (300000) TO (400000);
CREATE TABLE visits_2 (id bigint NOT NULL, page text, CONSTRAINT visits_2_pkey PRIMARY KEY (id));
-- intents
{"rows": {"public.visits": 90000000, "public.visits_1": 30000000, "public.visits_2": 30000000, "public.visits_3": 30000000}}
-- naive
ALTER TABLE visits DETACH PARTITION visits_2;
ALTER TABLE visits ATTACH PARTITION visits_3 FOR VALUES FROM (300000) TO (400000);
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
