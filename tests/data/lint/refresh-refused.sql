-- schema:
CREATE MATERIALIZED VIEW parts AS SELECT id, status, id % 10 AS part FROM orders;
CREATE UNIQUE INDEX parts_some ON parts (id) WHERE part = 1;
CREATE UNIQUE INDEX parts_twice ON parts ((id * 2));
-- fires: refresh-refused error
-- says: public.totals has no unique index
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
-- fires: refresh-refused error
REFRESH MATERIALIZED VIEW CONCURRENTLY parts;
-- fires: refresh-refused error
-- says: WITH NO DATA
REFRESH MATERIALIZED VIEW CONCURRENTLY totals WITH NO DATA;
-- quiet: refresh-refused
CREATE UNIQUE INDEX totals_user ON totals (user_id);
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
-- quiet: refresh-refused
REFRESH MATERIALIZED VIEW totals;
-- fires: refresh-refused error
CREATE UNIQUE INDEX totals_some ON totals (user_id) WHERE user_id > 5;
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
