-- title: S4: a column gets another name while a release that says the old one is at work
-- current
CREATE TABLE users (id bigint PRIMARY KEY, user_name text NOT NULL CONSTRAINT users_name_key UNIQUE);
COMMENT ON COLUMN users.user_name IS 'as it is shown';
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, username text NOT NULL CONSTRAINT users_name_key UNIQUE);
COMMENT ON COLUMN users.username IS 'as it is shown';
-- intents
{"renames": [{"kind": "column", "from": "public.users.user_name", "to": "public.users.username"}],
 "rows": {"public.users": 2300000}}
-- both
SELECT bool_and(user_name = username) FROM users
-- naive
ALTER TABLE users RENAME COLUMN user_name TO username;
-- old insert
INSERT INTO users (id, user_name) VALUES (%1, %2)
-- old update
UPDATE users SET user_name = %2 WHERE id = %1
-- old read
SELECT user_name FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, username) VALUES (%1, %2)
-- new update
UPDATE users SET username = %2 WHERE id = %1
-- new read
SELECT username FROM users WHERE id = %1
