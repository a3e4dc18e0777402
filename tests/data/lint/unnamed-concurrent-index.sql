-- fires: unnamed-concurrent-index info
CREATE INDEX CONCURRENTLY ON orders (total);
-- quiet: unnamed-concurrent-index
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: unnamed-concurrent-index
CREATE INDEX ON orders (total);
