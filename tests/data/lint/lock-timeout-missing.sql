-- fires: lock-timeout-missing warning
-- says: So do 2 more statements here.
ALTER TABLE orders ADD COLUMN a text;
ALTER TABLE orders ADD COLUMN b text;
ALTER TABLE orders ADD COLUMN c text;
-- fires: lock-timeout-missing warning
SET lock_timeout = 0;
ALTER TABLE orders ADD COLUMN a text;
-- fires: lock-timeout-missing warning
BEGIN;
SET LOCAL lock_timeout = '1s';
COMMIT;
ALTER TABLE orders ADD COLUMN a text;
-- quiet: lock-timeout-missing
SET lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN a text;
-- quiet: lock-timeout-missing
BEGIN;
CREATE TABLE fresh (a int);
CREATE INDEX i ON fresh (a);
COMMIT;
-- quiet: lock-timeout-missing
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: lock-timeout-missing
CREATE TABLE tree (id bigint PRIMARY KEY, parent_id bigint REFERENCES tree);
