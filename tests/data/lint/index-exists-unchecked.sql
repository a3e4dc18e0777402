-- fires: index-exists-unchecked info
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON orders (total);
-- quiet: index-exists-unchecked
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: index-exists-unchecked
CREATE INDEX IF NOT EXISTS i ON orders (total);
