-- fires: statement-timeout-missing info
ALTER TABLE orders ADD COLUMN a text;
-- quiet: statement-timeout-missing
SET statement_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
