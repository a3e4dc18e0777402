-- fires: transaction-never-committed error
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
-- quiet: transaction-never-committed
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
END;
-- quiet: transaction-never-committed
ALTER TABLE orders ADD COLUMN a text;
