-- fires: redundant-index warning
-- says: public.orders_status has the same columns already
CREATE INDEX CONCURRENTLY i ON orders (status);
-- fires: redundant-index info
CREATE INDEX CONCURRENTLY i ON orders (total, status);
CREATE INDEX CONCURRENTLY j ON orders (total);
-- fires: redundant-index warning
CREATE INDEX CONCURRENTLY i ON orders (id);
-- quiet: redundant-index
CREATE INDEX CONCURRENTLY i ON orders (status, total);
-- quiet: redundant-index
CREATE INDEX CONCURRENTLY i ON orders (status) WHERE total > 0;
-- quiet: redundant-index
CREATE INDEX CONCURRENTLY i ON orders (status text_pattern_ops);
-- quiet: redundant-index
CREATE INDEX CONCURRENTLY i ON orders USING hash (status);
-- quiet: redundant-index
CREATE UNIQUE INDEX CONCURRENTLY i ON orders (status);
-- quiet: redundant-index
DROP INDEX CONCURRENTLY orders_status;
CREATE INDEX CONCURRENTLY i ON orders (status);
