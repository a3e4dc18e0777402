-- title: S10: a column goes, and with it its index, its check and its foreign key
-- current
CREATE TABLE cities (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY, name text, city bigint REFERENCES cities CHECK (city > 0));
CREATE INDEX users_city ON users (city);
-- rows
INSERT INTO cities SELECT i FROM generate_series(1, 10) i;
INSERT INTO users SELECT i, i, 1 + i % 10 FROM generate_series(1, 20000) i;
-- target
CREATE TABLE cities (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- intents
{"rows": {"public.users": 2300000}}
-- naive
ALTER TABLE users DROP COLUMN city;
-- old insert
INSERT INTO users (id, name, city) VALUES (%1, %2, 7)
-- old update
UPDATE users SET name = %2, city = 3 WHERE id = %1
-- old read
SELECT name FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, name) VALUES (%1, %2)
-- new update
UPDATE users SET name = %2 WHERE id = %1
-- new read
SELECT name FROM users WHERE id = %1
