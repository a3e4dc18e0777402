-- title: S5: a column that keys, indexes, a view and a policy use gets another name
-- current
CREATE TABLE orders (id bigint PRIMARY KEY, user_id text NOT NULL CONSTRAINT orders_user UNIQUE);
CREATE INDEX orders_user_lower ON orders (lower(user_id));
CREATE VIEW order_owners AS SELECT id, user_id AS owner FROM orders;
CREATE POLICY own ON orders USING (user_id IS NOT NULL);
CREATE TABLE invoices (who text REFERENCES orders (user_id) ON UPDATE CASCADE);
CREATE TABLE parcels (who text REFERENCES orders (user_id) ON UPDATE CASCADE);
CREATE TABLE refunds (who text REFERENCES orders (user_id) ON UPDATE CASCADE);
-- rows
INSERT INTO orders SELECT i, i FROM generate_series(1, 20000) i;
INSERT INTO invoices SELECT i FROM generate_series(1, 300) i;
INSERT INTO parcels SELECT i FROM generate_series(1, 300) i;
-- target
CREATE TABLE orders (id bigint PRIMARY KEY, account_id text NOT NULL CONSTRAINT orders_user UNIQUE);
CREATE INDEX orders_user_lower ON orders (lower(account_id));
CREATE VIEW order_owners AS SELECT id, account_id AS owner FROM orders;
CREATE POLICY own ON orders USING (account_id IS NOT NULL);
CREATE TABLE invoices (who text REFERENCES orders (account_id) ON UPDATE CASCADE);
CREATE TABLE parcels (who text REFERENCES orders (account_id) ON UPDATE CASCADE);
CREATE TABLE refunds (who text REFERENCES orders (account_id) ON UPDATE CASCADE);
-- intents
{"renames": [{"kind": "column", "from": "public.orders.user_id", "to": "public.orders.account_id"}],
 "rows": {"public.orders": 500000}}
-- both
SELECT bool_and(user_id = account_id) FROM orders
-- naive
ALTER TABLE orders RENAME COLUMN user_id TO account_id;
-- old insert
INSERT INTO orders (id, user_id) VALUES (%1, %2)
-- old update
UPDATE orders SET user_id = %2 WHERE id = %1
-- old read
SELECT user_id FROM orders WHERE id = %1
-- new insert
INSERT INTO orders (id, account_id) VALUES (%1, %2)
-- new update
UPDATE orders SET account_id = %2 WHERE id = %1
-- new read
SELECT account_id FROM orders WHERE id = %1
