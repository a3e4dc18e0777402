-- schema:
CREATE TABLE logs (at date PRIMARY KEY) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE log_notes (at date REFERENCES logs);
-- fires: detach-scans-referencing warning
-- says: public.log_notes
ALTER TABLE logs DETACH PARTITION logs_1;
-- quiet: detach-scans-referencing
ALTER TABLE measures DETACH PARTITION measures_2024;
