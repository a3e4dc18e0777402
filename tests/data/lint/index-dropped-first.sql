-- fires: index-dropped-first warning
DROP INDEX CONCURRENTLY orders_status;
CREATE INDEX CONCURRENTLY orders_status_total ON orders (status, total);
-- fires: index-dropped-first warning
-- blind:
DROP INDEX CONCURRENTLY i;
CREATE INDEX CONCURRENTLY i ON t (a);
-- quiet: index-dropped-first
CREATE INDEX CONCURRENTLY orders_status_total ON orders (status, total);
DROP INDEX CONCURRENTLY orders_status;
-- quiet: index-dropped-first
DROP INDEX CONCURRENTLY orders_status;
CREATE INDEX CONCURRENTLY i ON orders (total);
