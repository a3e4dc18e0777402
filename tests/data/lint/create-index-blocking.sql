-- fires: create-index-blocking warning
-- says: keeps writes to public.orders (50 000 000 rows, 12 GB) waiting for about
CREATE INDEX i ON orders (total);
-- fires: create-index-blocking info
CREATE INDEX i ON tiny (name);
-- fires: create-index-blocking warning
-- says: Make it ON ONLY the parent, CONCURRENTLY on each partition
CREATE INDEX i ON measures (sensor);
-- quiet: create-index-blocking
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: create-index-blocking
CREATE INDEX i ON ONLY measures (sensor);
-- quiet: create-index-blocking
BEGIN;
CREATE TABLE fresh (a int);
CREATE INDEX i ON fresh (a);
COMMIT;
-- quiet: create-index-blocking
-- blind:
CREATE TABLE fresh (a int);
CREATE INDEX i ON fresh (a);
-- quiet: create-index-blocking
CREATE SCHEMA app CREATE TABLE users (id bigint PRIMARY KEY, name text) CREATE INDEX ON users (name);
-- quiet: create-index-blocking
DO $$ BEGIN CREATE TABLE fresh (a int); CREATE INDEX ON fresh (a); END $$;
