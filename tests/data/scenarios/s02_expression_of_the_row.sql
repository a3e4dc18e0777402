-- title: S2: a column filled by an expression of each row
-- current
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);
-- rows
INSERT INTO users SELECT i, i || '@Example.org' FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, email_key text NOT NULL);
-- intents
{"backfills": [{"column": "public.users.email_key", "expression": "lower(email)"}], "rows": {"public.users": 2300000}}
-- both
SELECT bool_and(email_key = lower(email)) FROM users
-- naive
ALTER TABLE users ADD COLUMN email_key text;
UPDATE users SET email_key = lower(email);
ALTER TABLE users ALTER COLUMN email_key SET NOT NULL;
-- old insert
INSERT INTO users (id, email) VALUES (%1, %2)
-- old update
UPDATE users SET email = %2 WHERE id = %1
-- old read
SELECT email FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, email, email_key) VALUES (%1, %2, lower(%2))
-- new update
UPDATE users SET email = %2, email_key = lower(%2) WHERE id = %1
-- new read
SELECT email FROM users WHERE id = %1 AND email_key = lower(email)
