-- title: S5: a table gets another name while a release that says the old one is at work
-- current
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (user_id bigint REFERENCES users);
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE accounts (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (user_id bigint CONSTRAINT orders_user_id_fkey REFERENCES accounts);
-- intents
{"renames": [{"kind": "table", "from": "public.users", "to": "public.accounts"}], "rows": {"public.users": 2300000}}
-- both
SELECT (SELECT count(*) FROM users) = (SELECT count(*) FROM accounts)
-- naive
ALTER TABLE users RENAME TO accounts;
-- old insert
INSERT INTO users (id, email) VALUES (%1, %2)
-- old update
UPDATE users SET email = %2 WHERE id = %1
-- old read
SELECT email FROM users WHERE id = %1
-- new insert
INSERT INTO accounts (id, email) VALUES (%1, %2)
-- new update
UPDATE accounts SET email = %2 WHERE id = %1
-- new read
SELECT email FROM accounts WHERE id = %1
