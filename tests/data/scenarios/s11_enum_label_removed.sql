-- title: S11: a label that no row has any more leaves an enum in use
-- current
CREATE TYPE mood AS ENUM ('sad', 'cross', 'glad');
CREATE TABLE users (id bigint PRIMARY KEY, email text, feels mood NOT NULL DEFAULT 'sad');
CREATE INDEX users_feels ON users (feels);
-- rows
INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;
-- target
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE users (id bigint PRIMARY KEY, email text, feels mood NOT NULL DEFAULT 'sad');
CREATE INDEX users_feels ON users (feels);
-- intents
{"rows": {"public.users": 2300000}}
-- both
SELECT count(*) = 0 FROM users WHERE zzz_lockstep_97030dfb884e_old::text IS DISTINCT FROM feels::text
-- naive
ALTER TYPE mood RENAME TO old_mood;
CREATE TYPE mood AS ENUM ('sad', 'glad');
ALTER TABLE users ALTER feels DROP DEFAULT, ALTER feels TYPE mood USING feels::text::mood, ALTER feels SET DEFAULT 'sad';
DROP TYPE old_mood;
-- old insert
INSERT INTO users (id, email) VALUES (%1, %2)
-- old update
UPDATE users SET email = %2, feels = 'glad' WHERE id = %1
-- old read
SELECT email FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, email, feels) VALUES (%1, %2, 'glad')
-- new update
UPDATE users SET email = %2, feels = 'sad' WHERE id = %1
-- new read
SELECT email FROM users WHERE id = %1
