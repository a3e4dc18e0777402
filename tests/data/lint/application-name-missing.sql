-- fires: application-name-missing info
ALTER TABLE orders ADD COLUMN a text;
-- quiet: application-name-missing
SET application_name = 'migration 42';
ALTER TABLE orders ADD COLUMN a text;
-- quiet: application-name-missing
ALTER TABLE orders SET (fillfactor = 70);
