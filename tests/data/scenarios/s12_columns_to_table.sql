-- title: S12: columns of a table move to a table of their own
-- current
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL, street text, city varchar(60));
CREATE INDEX users_city ON users (city);
-- rows
INSERT INTO users SELECT i, 'user ' || i, CASE WHEN i % 3 > 0 THEN i::text END, CASE WHEN i % 4 > 0 THEN 'Łódź' END FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE user_addresses (user_id bigint PRIMARY KEY REFERENCES users ON DELETE CASCADE, street text, city varchar(60), verified boolean NOT NULL DEFAULT false);
CREATE INDEX user_addresses_city ON user_addresses (city);
-- intents
{"moves": [{"from": "public.users", "to": "public.user_addresses", "owner": {"user_id": "id"},
  "columns": {"street": "street", "city": "city"},
  "back": {"street": "(SELECT a.street FROM public.user_addresses AS a WHERE a.user_id = users.id)",
           "city": "(SELECT a.city FROM public.user_addresses AS a WHERE a.user_id = users.id)"}}],
 "rows": {"public.users": 2300000}}
-- both
SELECT count(*) = 0 FROM users LEFT JOIN user_addresses AS a ON a.user_id = users.id WHERE (users.street, users.city) IS DISTINCT FROM (a.street, a.city) OR (a.user_id IS NULL) <> (users.street IS NULL AND users.city IS NULL)
-- naive
BEGIN; CREATE TABLE user_addresses (user_id bigint PRIMARY KEY REFERENCES users ON DELETE CASCADE, street text, city varchar(60), verified boolean NOT NULL DEFAULT false); INSERT INTO user_addresses SELECT id, street, city FROM users WHERE street IS NOT NULL OR city IS NOT NULL; CREATE INDEX user_addresses_city ON user_addresses (city); ALTER TABLE users DROP COLUMN street, DROP COLUMN city; COMMIT;
-- old insert
INSERT INTO users (id, name, street, city) VALUES (%1, 'Bob', %2, 'Turku')
-- old update
UPDATE users SET street = %2 WHERE id = %1
-- old read
SELECT street FROM users WHERE id = %1
-- new insert
WITH u AS (INSERT INTO users (id, name) VALUES (%1, 'Eve')) INSERT INTO user_addresses (user_id, street) VALUES (%1, %2)
-- new update
INSERT INTO user_addresses (user_id, street) VALUES (%1, %2) ON CONFLICT (user_id) DO UPDATE SET street = EXCLUDED.street
-- new read
SELECT street FROM user_addresses WHERE user_id = %1
