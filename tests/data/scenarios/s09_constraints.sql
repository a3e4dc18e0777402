-- title: S9: a check, a foreign key, a unique and a primary key on a big table
-- current
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE orders (id bigint NOT NULL, reference text, amount integer DEFAULT 1, user_id bigint DEFAULT 1);
CREATE INDEX orders_user_id ON orders (user_id);
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 100) i;
INSERT INTO orders SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE orders (id bigint NOT NULL, reference text, amount integer DEFAULT 1, user_id bigint DEFAULT 1,
    CONSTRAINT orders_amount_check CHECK (amount > 0),
    CONSTRAINT orders_user_fkey FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT orders_reference_key UNIQUE (reference),
    CONSTRAINT orders_pkey PRIMARY KEY (id));
CREATE INDEX orders_user_id ON orders (user_id);
-- intents
{"rows": {"public.orders": 50000000, "public.users": 2300000}}
-- naive
ALTER TABLE orders ADD CONSTRAINT orders_amount_check CHECK (amount > 0);
ALTER TABLE orders ADD CONSTRAINT orders_user_fkey FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE orders ADD CONSTRAINT orders_reference_key UNIQUE (reference);
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
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
