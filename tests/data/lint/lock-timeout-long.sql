-- fires: lock-timeout-long warning
-- says: 60 s
SET lock_timeout = '1min';
ALTER TABLE orders ADD COLUMN a text;
-- quiet: lock-timeout-long
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
