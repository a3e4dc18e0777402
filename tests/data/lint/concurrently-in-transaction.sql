-- fires: concurrently-in-transaction error
BEGIN;
CREATE INDEX CONCURRENTLY i ON orders (total);
COMMIT;
-- quiet: concurrently-in-transaction
CREATE INDEX CONCURRENTLY i ON orders (total);
