-- schema:
CREATE TABLE logs (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE dealt (id int NOT NULL) PARTITION BY HASH (id);
CREATE TABLE one_of_two (id int NOT NULL);
CREATE TABLE proved (at date NOT NULL CHECK (at >= '2025-01-01' AND at < '2026-01-01'));
-- fires: attach-partition-scan warning
-- says: All rows of public.loose
ALTER TABLE measures ATTACH PARTITION loose FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- quiet: attach-partition-scan
ALTER TABLE logs ATTACH PARTITION proved FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- quiet: attach-partition-scan
BEGIN;
CREATE TABLE logs_2 (LIKE logs);
ALTER TABLE logs ATTACH PARTITION logs_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
COMMIT;
-- fires: attach-partition-scan warning
-- says: Attach a HASH partition while it is empty
ALTER TABLE dealt ATTACH PARTITION one_of_two FOR VALUES WITH (MODULUS 2, REMAINDER 0);
