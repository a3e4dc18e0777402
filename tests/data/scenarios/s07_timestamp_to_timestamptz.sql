-- title: S7: a time without a zone gets one
-- current
CREATE TABLE events (id bigint PRIMARY KEY, label text, at timestamp NOT NULL DEFAULT now());
CREATE INDEX events_at ON events (at);
-- rows
INSERT INTO events SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE events (id bigint PRIMARY KEY, label text, at timestamptz NOT NULL DEFAULT now());
CREATE INDEX events_at ON events (at);
-- intents
{"conversions": [{"column": "public.events.at", "using": "at AT TIME ZONE 'UTC'", "back": "at AT TIME ZONE 'UTC'"}],
 "rows": {"public.events": 40000000}}
-- both
SELECT count(*) = 0 FROM events WHERE zzz_lockstep_591d124ab285_old::timestamptz IS DISTINCT FROM at
-- naive
ALTER TABLE events ALTER COLUMN at TYPE timestamptz USING at AT TIME ZONE 'UTC';
-- old insert
INSERT INTO events (id, label) VALUES (%1, %2)
-- old update
UPDATE events SET label = %2, at = now() WHERE id = %1
-- old read
SELECT label FROM events WHERE id = %1
-- new insert
INSERT INTO events (id, label) VALUES (%1, %2)
-- new update
UPDATE events SET label = %2, at = now() WHERE id = %1
-- new read
SELECT label FROM events WHERE id = %1
