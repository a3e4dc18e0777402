-- fires: transaction-never-committed error
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
-- quiet: transaction-never-committed
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
END;
-- quiet: transaction-never-committed
ALTER TABLE orders ADD COLUMN a text;
-- fires: transaction-never-committed error
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT AND CHAIN;
ALTER TABLE orders ADD COLUMN b text;
-- quiet: transaction-never-committed
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT AND NO CHAIN;
