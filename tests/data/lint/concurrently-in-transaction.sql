-- fires: concurrently-in-transaction error
BEGIN;
CREATE INDEX CONCURRENTLY i ON orders (total);
COMMIT;
-- fires: concurrently-in-transaction error
BEGIN;
DROP INDEX CONCURRENTLY orders_status;
COMMIT;
-- fires: concurrently-in-transaction error
BEGIN;
REINDEX TABLE CONCURRENTLY orders;
COMMIT;
-- fires: concurrently-in-transaction error
BEGIN;
ALTER TABLE measures DETACH PARTITION measures_2024 CONCURRENTLY;
COMMIT;
-- fires: concurrently-in-transaction error
BEGIN;
VACUUM orders;
COMMIT;
-- quiet: concurrently-in-transaction
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: concurrently-in-transaction
BEGIN;
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
COMMIT;
