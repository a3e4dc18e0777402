-- fires: drop-primary-key warning
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
-- fires: drop-primary-key warning
-- blind:
ALTER TABLE things DROP CONSTRAINT things_pkey;
-- quiet: drop-primary-key
ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD CONSTRAINT k PRIMARY KEY USING INDEX orders_note;
-- quiet: drop-primary-key
ALTER TABLE users DROP CONSTRAINT adult;
