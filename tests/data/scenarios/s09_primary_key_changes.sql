-- title: S9: the primary key goes over to a column that was nullable; the old one stays a unique key that others refer to
-- current
CREATE TABLE users (id bigint PRIMARY KEY, uid text, label text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id));
CREATE INDEX orders_user ON orders (user_id);
CREATE TABLE visits (day date NOT NULL, user_id bigint NOT NULL, pages integer, CONSTRAINT visits_key PRIMARY KEY (day));
-- rows
INSERT INTO users SELECT i, i, i FROM generate_series(1, 20000) i;
INSERT INTO orders SELECT i, i FROM generate_series(1, 20000) i;
INSERT INTO visits SELECT date '2026-01-01' + i, i, 1 FROM generate_series(1, 3000) i;
-- target
CREATE TABLE users (id bigint NOT NULL CONSTRAINT users_id_key UNIQUE, uid text PRIMARY KEY, label text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id));
CREATE INDEX orders_user ON orders (user_id);
CREATE TABLE visits (day date NOT NULL, user_id bigint NOT NULL, pages integer, CONSTRAINT visits_pkey PRIMARY KEY (user_id, day));
-- intents
{"rows": {"public.users": 40000000, "public.orders": 90000000, "public.visits": 20000000}}
-- naive
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;
ALTER TABLE users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_id_key UNIQUE (id), ADD PRIMARY KEY (uid);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE visits DROP CONSTRAINT visits_key, ADD PRIMARY KEY (user_id, day);
-- old insert
WITH made AS (INSERT INTO users (id, uid, label) VALUES (%1, %1, %2) RETURNING id) INSERT INTO orders (id, user_id) SELECT id, id FROM made
-- old update
UPDATE users SET label = %2 WHERE id = %1
-- old read
SELECT u.label FROM users u JOIN orders o ON o.user_id = u.id WHERE u.id = %1
-- new insert
WITH made AS (INSERT INTO users (id, uid, label) VALUES (%1, %1, %2) RETURNING id) INSERT INTO orders (id, user_id) SELECT id, id FROM made
-- new update
UPDATE users SET label = %2 WHERE id = %1
-- new read
SELECT u.label FROM users u JOIN orders o ON o.user_id = u.id WHERE u.uid = '%1'
