-- fires: transaction-nesting warning
-- says: PostgreSQL only warns of this BEGIN
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
BEGIN;
COMMIT;
-- fires: transaction-nesting warning
-- says: No transaction is open
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
-- quiet: transaction-nesting
BEGIN;
SAVEPOINT before;
ALTER TABLE orders ADD COLUMN a text;
ROLLBACK TO before;
COMMIT;
BEGIN;
ROLLBACK;
