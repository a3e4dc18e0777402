-- fires: concurrently-on-partitioned error
CREATE INDEX CONCURRENTLY i ON measures (sensor);
-- quiet: concurrently-on-partitioned
CREATE INDEX CONCURRENTLY i ON measures_2024 (sensor);
-- quiet: concurrently-on-partitioned
CREATE INDEX i ON ONLY measures (sensor);
