-- fires: locks-referenced-table info
-- says: public.users
DROP TABLE orders CASCADE;
-- fires: locks-referenced-table info
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;
-- fires: locks-referenced-table info
ALTER TABLE orders DROP COLUMN user_id;
-- quiet: locks-referenced-table
ALTER TABLE orders DROP COLUMN note;
