-- fires: partition-locks-parent info
-- says: public.measures
CREATE TABLE measures_2025 PARTITION OF measures FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- quiet: partition-locks-parent
ALTER TABLE measures ATTACH PARTITION loose FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
