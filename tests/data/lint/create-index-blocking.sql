-- fires: create-index-blocking warning
CREATE INDEX i ON orders (total);
-- fires: create-index-blocking info
CREATE INDEX i ON tiny (name);
-- quiet: create-index-blocking
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: create-index-blocking
BEGIN;
CREATE TABLE fresh (a int);
CREATE INDEX i ON fresh (a);
COMMIT;
