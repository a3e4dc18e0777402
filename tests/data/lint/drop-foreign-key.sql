-- fires: drop-foreign-key info
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;
-- quiet: drop-foreign-key
ALTER TABLE users DROP CONSTRAINT adult;
