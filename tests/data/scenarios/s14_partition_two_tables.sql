-- title: S14: two tables become partitioned ones, with columns that come and go, beside another change
-- loses: the dropped column's old values are gone with the old table
-- current
CREATE TABLE visits (id bigint CONSTRAINT visits_pkey PRIMARY KEY, page text, referrer text);
CREATE TABLE errors (id bigint CONSTRAINT errors_pkey PRIMARY KEY, message text);
CREATE VIEW failed AS SELECT v.id, v.page, e.message FROM visits v JOIN errors e USING (id);
CREATE TABLE pages (name text PRIMARY KEY);
-- rows
INSERT INTO visits SELECT i, i, 'search' FROM generate_series(1, 20000) i;
INSERT INTO errors SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE visits (id bigint CONSTRAINT visits_pkey PRIMARY KEY, page text, agent text NOT NULL DEFAULT 'unknown') PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (MINVALUE) TO (10000);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (10000) TO (MAXVALUE);
CREATE TABLE errors (id bigint CONSTRAINT errors_pkey PRIMARY KEY, message text) PARTITION BY HASH (id);
CREATE TABLE errors_0 PARTITION OF errors FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE errors_1 PARTITION OF errors FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE VIEW failed AS SELECT v.id, v.page, e.message, v.agent FROM visits v JOIN errors e USING (id);
CREATE TABLE pages (name text PRIMARY KEY, note text);
-- intents
{"rows": {"public.visits": 90000000, "public.errors": 5000000}}
-- both at gate 1
SELECT NOT EXISTS (SELECT id, page FROM visits EXCEPT ALL SELECT id, page FROM zzz_lockstep_245fab202bd4_new) AND NOT EXISTS (SELECT id, page FROM zzz_lockstep_245fab202bd4_new EXCEPT ALL SELECT id, page FROM visits)
-- both at gate 2
SELECT (NOT EXISTS (SELECT id, page FROM visits EXCEPT ALL SELECT id, page FROM zzz_lockstep_245fab202bd4_old) AND NOT EXISTS (SELECT id, page FROM zzz_lockstep_245fab202bd4_old EXCEPT ALL SELECT id, page FROM visits)) AND (NOT EXISTS (SELECT id, message FROM errors EXCEPT ALL SELECT id, message FROM zzz_lockstep_f28a9042d369_old) AND NOT EXISTS (SELECT id, message FROM zzz_lockstep_f28a9042d369_old EXCEPT ALL SELECT id, message FROM errors))
-- old insert
WITH visit AS (INSERT INTO visits (id, page) VALUES (%1, %2) RETURNING id) INSERT INTO errors (id, message) SELECT id, %2 FROM visit
-- old update
WITH visit AS (UPDATE visits SET page = %2 WHERE id = %1 RETURNING id) UPDATE errors e SET message = %2 FROM visit WHERE e.id = visit.id
-- old read
SELECT CASE WHEN page = message THEN page ELSE page || ' and ' || message END FROM failed WHERE id = %1
-- new insert
WITH visit AS (INSERT INTO visits (id, page) VALUES (%1, %2) RETURNING id) INSERT INTO errors (id, message) SELECT id, %2 FROM visit
-- new update
WITH visit AS (UPDATE visits SET page = %2 WHERE id = %1 RETURNING id) UPDATE errors e SET message = %2 FROM visit WHERE e.id = visit.id
-- new read
SELECT CASE WHEN page = message THEN page ELSE page || ' and ' || message END FROM failed WHERE id = %1
