-- title: S11: a label is added in the middle of an enum and becomes a default
-- current
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE users (id bigint PRIMARY KEY, email text, feels mood NOT NULL DEFAULT 'sad');
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TYPE mood AS ENUM ('sad', 'calm', 'glad');
CREATE TABLE users (id bigint PRIMARY KEY, email text, feels mood NOT NULL DEFAULT 'calm');
-- intents
{"rows": {"public.users": 2300000}}
-- naive
ALTER TYPE mood ADD VALUE 'calm' AFTER 'sad';
-- old insert
INSERT INTO users (id, email, feels) VALUES (%1, %2, 'glad')
-- old update
UPDATE users SET email = %2, feels = 'glad' WHERE id = %1
-- old read
SELECT email FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, email, feels) VALUES (%1, %2, 'glad')
-- new update
UPDATE users SET email = %2 WHERE id = %1
-- new read
SELECT email FROM users WHERE id = %1
