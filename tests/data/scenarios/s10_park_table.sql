-- title: S10: a table that is not used any more is put aside instead of being dropped
-- current
CREATE TABLE cities (id bigint PRIMARY KEY);
CREATE TABLE teams (id bigint PRIMARY KEY, number serial, city bigint REFERENCES cities);
CREATE TABLE users (id bigint PRIMARY KEY, name text, team bigint REFERENCES teams);
-- rows
INSERT INTO teams SELECT i FROM generate_series(1, 400) i;
INSERT INTO users SELECT i, i, 1 + i % 400 FROM generate_series(1, 20000) i;
-- target
CREATE TABLE cities (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY, name text, team bigint);
-- intents
{"park": ["public.teams"], "rows": {"public.users": 2300000, "public.teams": 400}}
-- naive
DROP TABLE teams CASCADE;
-- old insert
INSERT INTO users (id, name, team) VALUES (%1, %2, 7)
-- old update
UPDATE users SET name = %2, team = 3 WHERE id = %1
-- old read
SELECT name FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, name) VALUES (%1, %2)
-- new update
UPDATE users SET name = %2 WHERE id = %1
-- new read
SELECT name FROM users WHERE id = %1
