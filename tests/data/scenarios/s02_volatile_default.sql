-- title: S2: a column whose default is another value for every row
-- since: 13
-- current
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, token uuid DEFAULT gen_random_uuid() NOT NULL);
-- intents
{"rows": {"public.users": 2300000}}
-- both
SELECT count(token) = count(*) AND count(DISTINCT token) = count(*) FROM users
-- naive
ALTER TABLE users ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL;
-- old insert
INSERT INTO users (id, email) VALUES (%1, %2)
-- old update
UPDATE users SET email = %2 WHERE id = %1
-- old read
SELECT email FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, email, token) VALUES (%1, %2, gen_random_uuid())
-- new update
UPDATE users SET email = %2, token = gen_random_uuid() WHERE id = %1
-- new read
SELECT email FROM users WHERE id = %1 AND token IS NOT NULL
