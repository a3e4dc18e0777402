-- schema:
CREATE TABLE logs (at date) PARTITION BY RANGE (at);
-- fires: default-partition-scan warning
-- says: public.measures_other
ALTER TABLE measures ATTACH PARTITION loose FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- fires: default-partition-scan warning
CREATE TABLE measures_2025 PARTITION OF measures FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- quiet: default-partition-scan
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- quiet: default-partition-scan
BEGIN;
CREATE TABLE logs_other PARTITION OF logs DEFAULT;
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
COMMIT;
