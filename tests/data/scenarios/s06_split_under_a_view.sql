-- title: S6: a full name that releases read and write through a view becomes a first and a last name
-- current
CREATE TABLE contacts (id bigint PRIMARY KEY, full_name text NOT NULL, phone text);
CREATE VIEW people AS SELECT id, full_name, phone FROM contacts WHERE id > 0;
COMMENT ON VIEW people IS 'what the address book reads';
GRANT SELECT, INSERT, UPDATE ON people TO PUBLIC;
CREATE VIEW names AS SELECT id, full_name AS name FROM people;
-- rows
INSERT INTO contacts SELECT i, CASE i % 4 WHEN 0 THEN 'Cher' ELSE 'Ana Mar ' || i END FROM generate_series(1, 20000) i;
-- target
CREATE TABLE contacts (id bigint PRIMARY KEY, first_name text NOT NULL, last_name text, phone text);
CREATE VIEW people AS SELECT id, first_name, last_name, phone FROM contacts WHERE id > 0;
COMMENT ON VIEW people IS 'what the address book reads';
GRANT SELECT, INSERT, UPDATE ON people TO PUBLIC;
CREATE VIEW names AS SELECT id, last_name FROM people;
-- intents
{"splits": [{"from": "public.contacts.full_name",
  "to": {"first_name": "split_part(full_name, ' ', 1)",
         "last_name": "NULLIF(substr(full_name, length(split_part(full_name, ' ', 1)) + 2), '')"},
  "back": "concat_ws(' ', first_name, last_name)"}], "rows": {"public.contacts": 12000000}}
-- both
SELECT count(*) = 0 FROM people WHERE full_name IS DISTINCT FROM concat_ws(' ', first_name, last_name)
-- naive
DROP VIEW names; DROP VIEW people; ALTER TABLE contacts ADD COLUMN first_name text, ADD COLUMN last_name text; UPDATE contacts SET first_name = split_part(full_name, ' ', 1), last_name = NULLIF(substr(full_name, length(split_part(full_name, ' ', 1)) + 2), ''); ALTER TABLE contacts ALTER COLUMN first_name SET NOT NULL, DROP COLUMN full_name; CREATE VIEW people AS SELECT id, first_name, last_name, phone FROM contacts WHERE id > 0; GRANT SELECT, INSERT, UPDATE ON people TO PUBLIC; CREATE VIEW names AS SELECT id, last_name FROM people;
-- old insert
INSERT INTO people (id, full_name) VALUES (%1, 'Bob ' || %2)
-- old update
UPDATE people SET full_name = 'Bob ' || %2 WHERE id = %1
-- old read
SELECT substr(name, strpos(name, ' ') + 1) FROM names WHERE id = %1
-- new insert
INSERT INTO people (id, first_name, last_name) VALUES (%1, 'Eve', %2)
-- new update
UPDATE people SET first_name = 'Eve', last_name = %2 WHERE id = %1
-- new read
SELECT last_name FROM names WHERE id = %1
