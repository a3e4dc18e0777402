-- title: S7: one column becomes an integer while another one of its table gets a new name
-- current
CREATE TABLE users (id bigint PRIMARY KEY, user_name text NOT NULL, age text NOT NULL DEFAULT '0', CONSTRAINT users_says CHECK (age <> user_name));
CREATE INDEX users_name ON users (user_name);
CREATE INDEX users_age ON users (age);
CREATE VIEW grown AS SELECT id, user_name, age FROM users WHERE age <> '0';
-- rows
INSERT INTO users SELECT i, 'n' || i, i % 90 FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, username text NOT NULL, age integer NOT NULL DEFAULT 0, CONSTRAINT users_says CHECK (age::text <> username));
CREATE INDEX users_name ON users (username);
CREATE INDEX users_age ON users (age);
CREATE VIEW grown AS SELECT id, username AS user_name, age FROM users WHERE age <> 0;
-- intents
{"renames": [{"kind": "column", "from": "public.users.user_name", "to": "public.users.username"}],
 "conversions": [{"column": "public.users.age", "using": "age::integer", "back": "age::text"}],
 "rows": {"public.users": 40000000}}
-- both
SELECT bool_and(user_name = username) FROM users
-- naive
DROP VIEW grown;
ALTER TABLE users DROP CONSTRAINT users_says;
ALTER TABLE users ALTER COLUMN age DROP DEFAULT, ALTER COLUMN age TYPE integer USING age::integer, ALTER COLUMN age SET DEFAULT 0;
ALTER TABLE users ADD CONSTRAINT users_says CHECK (age::text <> user_name);
ALTER TABLE users RENAME COLUMN user_name TO username;
CREATE VIEW grown AS SELECT id, username AS user_name, age FROM users WHERE age <> 0;
-- old insert
INSERT INTO users (id, user_name, age) VALUES (%1, %2, '17')
-- old update
UPDATE users SET user_name = %2, age = '18' WHERE id = %1
-- old read
SELECT user_name FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, username, age) VALUES (%1, %2, '17')
-- new update
UPDATE users SET username = %2, age = '18' WHERE id = %1
-- new read
SELECT username FROM users WHERE id = %1
