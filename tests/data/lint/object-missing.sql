-- fires: object-missing error
-- says: There is no public.nobody
DROP TABLE nobody;
-- fires: object-missing error
ALTER TABLE nobody ADD a int;
-- fires: object-missing error
-- says: public.users has no column nothing
ALTER TABLE users ALTER nothing SET NOT NULL;
-- fires: object-missing error
CREATE INDEX ON users (nothing);
-- fires: object-missing error
INSERT INTO users (id, nothing) VALUES (1, 2);
-- quiet: object-missing
DROP TABLE IF EXISTS nobody;
-- quiet: object-missing
ALTER TABLE users ADD fresh int, ALTER fresh SET NOT NULL, ADD CHECK (fresh > 0);
-- quiet: object-missing
CREATE TABLE fresh (LIKE users); CREATE INDEX ON fresh (name); SELECT xmin FROM users, pg_class;
-- quiet: object-missing
DO $$ BEGIN EXECUTE 'CREATE TABLE ' || 'made (a int)'; END $$; ALTER TABLE made ADD b int;
-- quiet: object-missing
-- blind:
ALTER TABLE nobody ADD a int;
-- quiet: object-missing
BEGIN; CREATE TABLE fresh (a int); SAVEPOINT s; DROP TABLE fresh; ROLLBACK TO s; ALTER TABLE fresh ADD b int; COMMIT;
-- quiet: object-missing
CREATE TEMP TABLE users (a int); DROP TABLE users; SELECT email FROM users;
-- quiet: object-missing
CREATE SCHEMA app; ALTER TABLE tiny SET SCHEMA app; ALTER TABLE app.tiny ADD a int;
-- quiet: object-missing
CREATE TABLE fresh (LIKE tiny INCLUDING ALL); ALTER INDEX fresh_pkey RENAME TO k;
-- quiet: object-missing
CREATE TABLE fresh (id bigserial, other int GENERATED ALWAYS AS IDENTITY); ALTER SEQUENCE fresh_id_seq RENAME TO s; SELECT last_value FROM fresh_other_seq;
-- quiet: object-missing
CREATE FUNCTION make() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (a int); END $$; SELECT make(); ALTER TABLE made ADD b int;
-- quiet: object-missing
DO $$ BEGIN IF false THEN ALTER TABLE users DROP COLUMN tier; END IF; END $$; ALTER TABLE users DROP COLUMN tier;
-- fires: object-missing error
-- says: There is no public.nobody in the schema
CREATE TABLE fresh (id int); INSERT INTO fresh SELECT 1; ALTER TABLE nobody ADD a int;
