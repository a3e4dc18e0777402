-- fires: refresh-blocking warning
-- says: public.totals
REFRESH MATERIALIZED VIEW totals;
-- quiet: refresh-blocking
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
-- quiet: refresh-blocking
BEGIN;
CREATE MATERIALIZED VIEW fresh AS SELECT 1 AS one;
REFRESH MATERIALIZED VIEW fresh;
COMMIT;
