-- fires: drop-index-blocking warning
-- says: ACCESS EXCLUSIVE on public.orders (50 000 000 rows, 12 GB)
DROP INDEX orders_status;
-- fires: drop-index-blocking warning
-- says: has no other way
DROP INDEX measures_value;
-- fires: drop-index-blocking warning
-- blind:
DROP INDEX some_index;
-- quiet: drop-index-blocking
DROP INDEX CONCURRENTLY orders_status;
