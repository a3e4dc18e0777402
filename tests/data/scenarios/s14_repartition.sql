-- title: S14: a table that is partitioned by ranges is partitioned by lists
-- current
CREATE TABLE visits (id bigint NOT NULL, site int NOT NULL, page text, CONSTRAINT visits_pkey PRIMARY KEY (id, site)) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (MINVALUE) TO (10000);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (10000) TO (MAXVALUE);
CREATE INDEX visits_page ON visits (page);
-- rows
INSERT INTO visits SELECT i, mod(i, 3), i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE visits (id bigint NOT NULL, site int NOT NULL, page text, CONSTRAINT visits_pkey PRIMARY KEY (id, site)) PARTITION BY LIST (site);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES IN (0, 1);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES IN (2);
CREATE INDEX visits_page ON visits (page);
-- intents
{"rows": {"public.visits": 2000000}}
-- both
SELECT NOT EXISTS (SELECT id, site, page FROM visits EXCEPT ALL SELECT id, site, page FROM zzz_lockstep_245fab202bd4_old) AND NOT EXISTS (SELECT id, site, page FROM zzz_lockstep_245fab202bd4_old EXCEPT ALL SELECT id, site, page FROM visits)
-- old insert
INSERT INTO visits (id, site, page) VALUES (%1, mod(%1, 3), %2)
-- old update
UPDATE visits SET page = %2 WHERE id = %1
-- old read
SELECT page FROM visits WHERE id = %1
-- new insert
INSERT INTO visits (id, site, page) VALUES (%1, mod(%1, 3), %2)
-- new update
UPDATE visits SET page = %2 WHERE id = %1 AND site = mod(%1, 3)
-- new read
SELECT page FROM visits WHERE id = %1
