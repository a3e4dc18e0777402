-- fires: reindex-blocking warning
-- says: planning them needs the index
REINDEX INDEX orders_status;
-- fires: reindex-blocking warning
-- says: public.orders (50 000 000 rows, 12 GB)
REINDEX TABLE orders;
-- fires: reindex-blocking info
REINDEX TABLE tiny;
-- fires: reindex-blocking warning
REINDEX SCHEMA public;
-- fires: reindex-blocking warning
REINDEX (CONCURRENTLY false) TABLE orders;
-- quiet: reindex-blocking
REINDEX TABLE CONCURRENTLY orders;
-- quiet: reindex-blocking
REINDEX (CONCURRENTLY) INDEX orders_status;
-- quiet: reindex-blocking
REINDEX SYSTEM shop;
