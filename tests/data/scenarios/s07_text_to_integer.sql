-- title: S7: numbers kept as text become integers
-- current
CREATE TABLE orders (id bigint PRIMARY KEY, amount varchar(20) NOT NULL);
CREATE INDEX orders_amount ON orders (amount);
-- rows
INSERT INTO orders SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE orders (id bigint PRIMARY KEY, amount integer NOT NULL);
CREATE INDEX orders_amount ON orders (amount);
-- intents
{"conversions": [{"column": "public.orders.amount", "using": "amount::integer", "back": "amount::text"}],
 "rows": {"public.orders": 12000000}}
-- both
SELECT count(*) = 0 FROM orders WHERE zzz_lockstep_f2561ca828a0_old::integer IS DISTINCT FROM amount
-- naive
ALTER TABLE orders ALTER COLUMN amount TYPE integer USING amount::integer;
-- old insert
INSERT INTO orders (id, amount) VALUES (%1, %2)
-- old update
UPDATE orders SET amount = %2 WHERE id = %1
-- old read
SELECT amount FROM orders WHERE id = %1
-- new insert
INSERT INTO orders (id, amount) VALUES (%1, %2)
-- new update
UPDATE orders SET amount = %2 WHERE id = %1
-- new read
SELECT amount FROM orders WHERE id = %1
