-- fires: long-index-build info
CREATE INDEX CONCURRENTLY i ON orders (total);
-- fires: long-index-build info
REINDEX TABLE CONCURRENTLY orders;
-- quiet: long-index-build
CREATE INDEX CONCURRENTLY i ON tiny (name);
-- quiet: long-index-build
CREATE INDEX CONCURRENTLY i ON users (tier);
