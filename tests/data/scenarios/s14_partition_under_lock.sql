-- title: S14: a table without a key becomes a partitioned one under a lock
-- current
CREATE TABLE visits (id bigint, page text);
CREATE INDEX visits_id ON visits (id);
CREATE MATERIALIZED VIEW pages AS SELECT page, count(*) AS visits FROM visits GROUP BY page;
-- rows
INSERT INTO visits SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE visits (id bigint, page text) PARTITION BY HASH (id);
CREATE TABLE visits_0 PARTITION OF visits FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX visits_id ON visits (id);
CREATE MATERIALIZED VIEW pages AS SELECT page, count(*) AS visits FROM visits GROUP BY page;
-- intents
{"rows": {"public.visits": 2000000}}
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
