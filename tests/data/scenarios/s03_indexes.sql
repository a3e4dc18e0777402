-- title: S3: plain, unique, partial and expression indexes, and one on a partitioned table
-- current
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, reference text);
CREATE TABLE visits (id bigint NOT NULL, page text) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (10000);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (10000) TO (20000);
-- rows
INSERT INTO orders SELECT i, i % 500, i FROM generate_series(1, 20000) i;
INSERT INTO visits SELECT i, i % 50 FROM generate_series(1, 19000) i;
-- target
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, reference text);
CREATE INDEX orders_customer_id ON orders (customer_id);
CREATE UNIQUE INDEX orders_reference ON orders (reference);
CREATE INDEX orders_open ON orders (id) WHERE reference IS NULL;
CREATE INDEX orders_lower ON orders (lower(reference));
CREATE TABLE visits (id bigint NOT NULL, page text) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (10000);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (10000) TO (20000);
CREATE INDEX visits_page ON visits (page);
-- intents
{"rows": {"public.orders": 50000000, "public.visits": 90000000}}
-- naive
CREATE INDEX orders_customer_id ON orders (customer_id);
CREATE UNIQUE INDEX orders_reference ON orders (reference);
CREATE INDEX orders_open ON orders (id) WHERE reference IS NULL;
CREATE INDEX orders_lower ON orders (lower(reference));
CREATE INDEX visits_page ON visits (page);
-- old insert
INSERT INTO orders (id, reference) VALUES (%1, %2)
-- old update
UPDATE orders SET reference = %2 WHERE id = %1
-- old read
SELECT reference FROM orders WHERE id = %1
-- new insert
INSERT INTO orders (id, reference) VALUES (%1, %2)
-- new update
UPDATE orders SET reference = %2 WHERE id = %1
-- new read
SELECT reference FROM orders WHERE id = %1
