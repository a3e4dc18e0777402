-- fires: wide-index info
CREATE INDEX CONCURRENTLY i ON orders (user_id, status, placed, total);
-- quiet: wide-index
CREATE INDEX CONCURRENTLY i ON orders (user_id, status, placed);
-- quiet: wide-index
CREATE UNIQUE INDEX CONCURRENTLY i ON orders (user_id, status, placed, total);
