-- fires: concurrently-corrupts warning
-- server: 14.2
CREATE INDEX CONCURRENTLY i ON orders (total);
-- fires: concurrently-corrupts warning
-- server: 14.3
REINDEX INDEX CONCURRENTLY orders_status;
-- quiet: concurrently-corrupts
-- server: 14.4
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: concurrently-corrupts
-- server: 14.2
CREATE INDEX i ON orders (total);
