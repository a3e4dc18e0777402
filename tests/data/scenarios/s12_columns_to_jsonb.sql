-- title: S12: flat columns become one of jsonb
-- current
CREATE TABLE users (id bigint PRIMARY KEY, street text, number integer);
-- rows
INSERT INTO users SELECT i, i, CASE WHEN i % 3 > 0 THEN i END FROM generate_series(1, 20000) i;
-- target
CREATE TABLE users (id bigint PRIMARY KEY, address jsonb NOT NULL);
CREATE INDEX users_street ON users ((address ->> 'street'));
-- intents
{"merges": [{"from": ["public.users.street", "public.users.number"], "to": "public.users.address",
  "expression": "jsonb_build_object('street', street, 'number', number)",
  "back": {"street": "address ->> 'street'", "number": "(address ->> 'number')::integer"}}],
 "rows": {"public.users": 2300000}}
-- both
SELECT count(*) = 0 FROM users WHERE address IS DISTINCT FROM jsonb_build_object('street', street, 'number', number)
-- naive
ALTER TABLE users ADD COLUMN address jsonb; UPDATE users SET address = jsonb_build_object('street', street, 'number', number); ALTER TABLE users ALTER COLUMN address SET NOT NULL, DROP COLUMN street, DROP COLUMN number;
-- old insert
INSERT INTO users (id, street, number) VALUES (%1, %2, 7)
-- old update
UPDATE users SET street = %2 WHERE id = %1
-- old read
SELECT street FROM users WHERE id = %1
-- new insert
INSERT INTO users (id, address) VALUES (%1, jsonb_build_object('street', %2, 'number', 9))
-- new update
UPDATE users SET address = jsonb_set(address, '{street}', to_jsonb(%2::text)) WHERE id = %1
-- new read
SELECT address ->> 'street' FROM users WHERE id = %1
