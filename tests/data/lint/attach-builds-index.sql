-- schema:
CREATE INDEX loose_sensor ON loose (sensor);
CREATE TABLE ready (at date NOT NULL, value int, sensor int);
CREATE INDEX ready_value ON ready (value);
-- fires: attach-builds-index warning
-- says: public.measures_value (value)
ALTER TABLE measures ATTACH PARTITION loose FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- quiet: attach-builds-index
ALTER TABLE measures ATTACH PARTITION ready FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
