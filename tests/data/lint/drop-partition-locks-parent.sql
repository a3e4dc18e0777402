-- schema:
CREATE TABLE logs (at date) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- fires: drop-partition-locks-parent warning
-- says: DETACH PARTITION
DROP TABLE logs_1;
-- fires: drop-partition-locks-parent info
DROP TABLE measures_2024;
-- quiet: drop-partition-locks-parent
DROP TABLE loose;
