-- title: S10: a table goes that others refer to and that refers to others
-- current
CREATE TABLE cities (id bigint PRIMARY KEY);
CREATE TABLE teams (id bigint PRIMARY KEY, city bigint REFERENCES cities);
CREATE TABLE users (id bigint PRIMARY KEY, name text, team bigint REFERENCES teams);
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TABLE cities (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY, name text, team bigint);
-- intents
{"rows": {"public.users": 2300000, "public.teams": 400}}
-- naive
DROP TABLE teams CASCADE;
-- old insert
INSERT INTO users (id, name, team) VALUES (%1, %2, NULL)
-- old update
UPDATE users SET name = %2 WHERE id = %1
-- old read
SELECT name FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, name) VALUES (%1, %2)
-- new update
UPDATE users SET name = %2 WHERE id = %1
-- new read
SELECT name FROM users WHERE id = %1
