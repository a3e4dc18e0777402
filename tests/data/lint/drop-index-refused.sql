-- fires: drop-index-refused error
-- says: on which constraint users_pkey stands
DROP INDEX users_pkey;
-- fires: drop-index-refused error
DROP INDEX CONCURRENTLY measures_value;
-- fires: drop-index-refused error
DROP INDEX CONCURRENTLY orders_status CASCADE;
-- fires: drop-index-refused error
DROP INDEX CONCURRENTLY orders_status, orders_placed;
-- quiet: drop-index-refused
DROP INDEX CONCURRENTLY orders_status;
-- quiet: drop-index-refused
DROP INDEX measures_value, orders_status;
