-- schema:
CREATE TABLE logs (at date) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- fires: detach-blocking warning
-- says: CONCURRENTLY
ALTER TABLE logs DETACH PARTITION logs_1;
-- fires: detach-blocking info
-- server: 13
-- says: before 14
ALTER TABLE logs DETACH PARTITION logs_1;
-- fires: detach-blocking info
-- says: With a DEFAULT partition there is no CONCURRENTLY
ALTER TABLE measures DETACH PARTITION measures_2024;
-- quiet: detach-blocking
ALTER TABLE logs DETACH PARTITION logs_1 CONCURRENTLY;
