-- title: S3: an index that a failed build left behind INVALID, and a unique one that is asked for meanwhile
-- current
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, reference text);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE UNIQUE INDEX orders_reference ON orders (reference);
UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid IN ('orders_customer'::regclass, 'orders_reference'::regclass);
-- rows
INSERT INTO orders SELECT i, i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, reference text);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE UNIQUE INDEX orders_reference ON orders (reference);
-- intents
{"rows": {"public.orders": 50000000}}
-- naive
DROP INDEX orders_customer;
CREATE INDEX orders_customer ON orders (customer_id);
DROP INDEX orders_reference;
CREATE UNIQUE INDEX orders_reference ON orders (reference);
-- old insert
INSERT INTO orders (id, customer_id, reference) VALUES (%1, %1, %2)
-- old update
UPDATE orders SET reference = %2 WHERE id = %1
-- old read
SELECT reference FROM orders WHERE id = %1
-- new insert
INSERT INTO orders (id, customer_id, reference) VALUES (%1, %1, %2)
-- new update
UPDATE orders SET reference = %2 WHERE id = %1
-- new read
SELECT reference FROM orders WHERE id = %1
