-- title: S13: a materialized view in use gets another query and an index, another one and a view read it
-- current
CREATE TABLE orders (id bigint PRIMARY KEY, shop int NOT NULL DEFAULT 1, note text);
CREATE MATERIALIZED VIEW order_list AS SELECT id, note FROM orders;
CREATE UNIQUE INDEX order_list_id ON order_list (id);
CREATE INDEX order_list_note ON order_list (note);
COMMENT ON MATERIALIZED VIEW order_list IS 'refreshed every night';
GRANT SELECT ON order_list TO PUBLIC;
CREATE VIEW noted AS SELECT id, note FROM order_list WHERE note IS NOT NULL;
CREATE MATERIALIZED VIEW note_counts AS SELECT note, count(*) AS orders FROM noted GROUP BY note;
CREATE UNIQUE INDEX note_counts_note ON note_counts (note);
-- rows
INSERT INTO orders (id, note) SELECT i, i % 1000 FROM generate_series(1, 20000) i;
REFRESH MATERIALIZED VIEW order_list;
REFRESH MATERIALIZED VIEW note_counts;
-- target
CREATE TABLE orders (id bigint PRIMARY KEY, shop int NOT NULL DEFAULT 1, note text);
CREATE MATERIALIZED VIEW order_list AS SELECT id, note, shop FROM orders WHERE id > 0;
CREATE UNIQUE INDEX order_list_id ON order_list (id);
CREATE INDEX order_list_note ON order_list (note);
CREATE INDEX order_list_shop ON order_list (shop, id);
ALTER MATERIALIZED VIEW order_list CLUSTER ON order_list_shop;
COMMENT ON MATERIALIZED VIEW order_list IS 'refreshed every night';
COMMENT ON INDEX order_list_shop IS 'for the lists of one shop';
GRANT SELECT ON order_list TO PUBLIC;
CREATE VIEW noted AS SELECT id, note FROM order_list WHERE note IS NOT NULL;
CREATE MATERIALIZED VIEW note_counts AS SELECT note, count(*) AS orders FROM noted GROUP BY note;
CREATE UNIQUE INDEX note_counts_note ON note_counts (note);
-- intents
{"rows": {"public.orders": 50000000}}
-- both
SELECT (SELECT count(*) FROM noted) = (SELECT sum(orders) FROM note_counts)
-- naive
DROP MATERIALIZED VIEW note_counts; DROP VIEW noted; DROP MATERIALIZED VIEW order_list; CREATE MATERIALIZED VIEW order_list AS SELECT id, note, shop FROM orders WHERE id > 0; CREATE UNIQUE INDEX order_list_id ON order_list (id); CREATE INDEX order_list_note ON order_list (note); CREATE INDEX order_list_shop ON order_list (shop, id); GRANT SELECT ON order_list TO PUBLIC; CREATE VIEW noted AS SELECT id, note FROM order_list WHERE note IS NOT NULL; CREATE MATERIALIZED VIEW note_counts AS SELECT note, count(*) AS orders FROM noted GROUP BY note; CREATE UNIQUE INDEX note_counts_note ON note_counts (note);
-- old insert
INSERT INTO orders (id, note) SELECT %1, %2 WHERE (SELECT count(*) FROM order_list WHERE id = %1) >= 0
-- old update
UPDATE orders SET note = %2 WHERE id = %1 AND EXISTS (SELECT FROM noted WHERE id = 1)
-- old read
SELECT note FROM orders WHERE id = %1
-- new insert
INSERT INTO orders (id, note) SELECT %1, %2 WHERE (SELECT count(*) FROM order_list WHERE id = %1) >= 0
-- new update
UPDATE orders SET note = %2 WHERE id = %1 AND EXISTS (SELECT FROM note_counts WHERE note = '1')
-- new read
SELECT note FROM orders WHERE id = %1
