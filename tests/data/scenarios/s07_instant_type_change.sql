-- title: S7: a type that takes every value of the old one as it is stored
-- current
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(50));
CREATE INDEX users_email ON users (email);
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100));
CREATE INDEX users_email ON users (email);
-- intents
{"rows": {"public.users": 2300000}}
-- naive
ALTER TABLE users ALTER COLUMN email TYPE varchar(100);
-- old insert
INSERT INTO users (id, email) VALUES (%1, %2)
-- old update
UPDATE users SET email = %2 WHERE id = %1
-- old read
SELECT email FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, email) VALUES (%1, %2)
-- new update
UPDATE users SET email = %2 WHERE id = %1
-- new read
SELECT email FROM users WHERE id = %1
