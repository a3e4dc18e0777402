-- title: S8: every order gets a user, existing ones the first
-- current
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE orders (id bigint PRIMARY KEY, reference text);
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 100) i;
INSERT INTO orders SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE orders (id bigint PRIMARY KEY, reference text, user_id bigint NOT NULL REFERENCES users);
CREATE INDEX orders_user_id ON orders (user_id);
-- intents
{"backfills": [{"column": "public.orders.user_id", "expression": "1"}],
 "rows": {"public.orders": 50000000, "public.users": 2300000}}
-- both
SELECT count(user_id) = count(*) FROM orders
-- naive
ALTER TABLE orders ADD COLUMN user_id bigint;
UPDATE orders SET user_id = 1;
ALTER TABLE orders ALTER COLUMN user_id SET NOT NULL;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
CREATE INDEX orders_user_id ON orders (user_id);
-- old insert
INSERT INTO orders (id, reference) VALUES (%1, %2)
-- old update
UPDATE orders SET reference = %2 WHERE id = %1
-- old read
SELECT reference FROM orders WHERE id = %1
-- new insert
INSERT INTO orders (id, reference, user_id) VALUES (%1, %2, 7)
-- new update
UPDATE orders SET reference = %2, user_id = 8 WHERE id = %1
-- new read
SELECT reference FROM orders WHERE id = %1 AND user_id IN (1, 7, 8)
