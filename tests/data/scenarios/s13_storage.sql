-- title: S13: how rows are stored and in which order
-- current
CREATE TABLE items (id bigint PRIMARY KEY, value text, size int);
CREATE INDEX items_size ON items (size);
CREATE UNLOGGED TABLE drafts (id bigint PRIMARY KEY, value text);
CREATE MATERIALIZED VIEW sizes AS SELECT size, count(*) AS items FROM items GROUP BY size;
-- rows
INSERT INTO items SELECT i, i, i % 100 FROM generate_series(1, 20000) i;
REFRESH MATERIALIZED VIEW sizes;
-- target
CREATE TABLE items (id bigint PRIMARY KEY, value text, size int) WITH (fillfactor = 80);
CREATE INDEX items_size ON items (size);
ALTER TABLE items CLUSTER ON items_size;
ALTER TABLE items ALTER value SET STORAGE EXTERNAL, ALTER size SET STATISTICS 500;
CREATE TABLE drafts (id bigint PRIMARY KEY, value text);
CREATE MATERIALIZED VIEW sizes WITH (fillfactor = 90) AS SELECT size, count(*) AS items FROM items GROUP BY size;
-- intents
{"rows": {"public.items": 5000000, "public.drafts": 20000}}
-- naive
ALTER TABLE items SET (fillfactor = 80); ALTER TABLE drafts SET LOGGED; CLUSTER items USING items_size;
-- old insert
INSERT INTO items (id, value, size) SELECT %1, %2, 1 WHERE EXISTS (SELECT FROM sizes WHERE size = 1)
-- old update
UPDATE items SET value = %2 WHERE id = %1
-- old read
SELECT value FROM items WHERE id = %1
-- new insert
INSERT INTO items (id, value, size) SELECT %1, %2, 1 WHERE EXISTS (SELECT FROM sizes WHERE size = 1)
-- new update
UPDATE items SET value = %2 WHERE id = %1
-- new read
SELECT value FROM items WHERE id = %1
