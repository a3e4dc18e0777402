-- title: S7: a price kept as a float becomes cents
-- current
CREATE TABLE items (id bigint PRIMARY KEY, label text, price double precision NOT NULL);
-- rows
INSERT INTO items SELECT i, i, i / 100.0 FROM generate_series(1, 20000) i;
-- target
CREATE TABLE items (id bigint PRIMARY KEY, label text, price integer NOT NULL);
-- intents
{"conversions": [{"column": "public.items.price", "using": "round(price * 100)::integer", "back": "price / 100.0"}],
 "rows": {"public.items": 8000000}}
-- both at gate 1
SELECT count(*) = 0 FROM items WHERE zzz_lockstep_6cd51842b7ec_copy IS DISTINCT FROM round(price * 100)::integer
-- both at gate 2
SELECT count(*) = 0 FROM items WHERE round(zzz_lockstep_6cd51842b7ec_old * 100)::integer IS DISTINCT FROM price
-- naive
ALTER TABLE items ALTER COLUMN price TYPE integer USING round(price * 100)::integer;
-- old insert
INSERT INTO items (id, label, price) VALUES (%1, %2, 5)
-- old update
UPDATE items SET label = %2 WHERE id = %1
-- old read
SELECT label FROM items WHERE id = %1
-- new insert
INSERT INTO items (id, label, price) VALUES (%1, %2, 500)
-- new update
UPDATE items SET label = %2 WHERE id = %1
-- new read
SELECT label FROM items WHERE id = %1
