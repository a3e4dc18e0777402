-- fires: truncate-cascade warning
-- says: public.orders (50 000 000 rows, 12 GB)
TRUNCATE users CASCADE;
-- fires: truncate-cascade info
TRUNCATE tiny CASCADE;
-- quiet: truncate-cascade
TRUNCATE users, orders;
