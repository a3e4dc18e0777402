-- fires: rewrite-under-lock warning
-- says: public.orders (50 000 000 rows, 12 GB)
VACUUM FULL orders;
-- fires: rewrite-under-lock warning
CLUSTER orders USING orders_status;
-- fires: rewrite-under-lock info
ALTER TABLE tiny SET UNLOGGED;
-- quiet: rewrite-under-lock
VACUUM orders;
