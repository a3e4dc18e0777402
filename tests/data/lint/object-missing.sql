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
