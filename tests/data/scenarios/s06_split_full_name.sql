-- title: S6: a full name becomes a first and a last name
-- current
CREATE TABLE contacts (id bigint PRIMARY KEY, full_name text NOT NULL CHECK (full_name <> ''));
CREATE INDEX contacts_full_name ON contacts (full_name);
-- rows
INSERT INTO contacts SELECT i, CASE i % 4 WHEN 0 THEN 'Cher' WHEN 1 THEN 'Łucja Żółć' ELSE 'Ana María ' || i END FROM generate_series(1, 20000) i;
-- target
CREATE TABLE contacts (id bigint PRIMARY KEY, first_name text NOT NULL, last_name text);
CREATE INDEX contacts_last_name ON contacts (last_name, first_name);
-- intents
{"splits": [{"from": "public.contacts.full_name",
  "to": {"first_name": "split_part(full_name, ' ', 1)",
         "last_name": "NULLIF(substr(full_name, length(split_part(full_name, ' ', 1)) + 2), '')"},
  "back": "concat_ws(' ', first_name, last_name)"}], "rows": {"public.contacts": 12000000}}
-- both
SELECT count(*) = 0 FROM contacts WHERE full_name IS DISTINCT FROM concat_ws(' ', first_name, last_name)
-- naive
ALTER TABLE contacts ADD COLUMN first_name text, ADD COLUMN last_name text; UPDATE contacts SET first_name = split_part(full_name, ' ', 1), last_name = NULLIF(substr(full_name, length(split_part(full_name, ' ', 1)) + 2), ''); ALTER TABLE contacts ALTER COLUMN first_name SET NOT NULL, DROP COLUMN full_name;
-- old insert
INSERT INTO contacts (id, full_name) VALUES (%1, 'Bob ' || %2)
-- old update
UPDATE contacts SET full_name = 'Bob ' || %2 WHERE id = %1
-- old read
SELECT substr(full_name, strpos(full_name, ' ') + 1) FROM contacts WHERE id = %1
-- new insert
INSERT INTO contacts (id, first_name, last_name) VALUES (%1, 'Eve', %2)
-- new update
UPDATE contacts SET first_name = 'Eve', last_name = %2 WHERE id = %1
-- new read
SELECT last_name FROM contacts WHERE id = %1
