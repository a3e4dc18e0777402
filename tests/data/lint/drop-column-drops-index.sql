-- schema:
CREATE INDEX users_two ON users (tier, name);
-- fires: drop-column-drops-index info
-- says: public.orders_status
ALTER TABLE orders DROP COLUMN status;
-- fires: drop-column-drops-index warning
-- says: other columns lose it
ALTER TABLE users DROP COLUMN name;
-- quiet: drop-column-drops-index
ALTER TABLE orders DROP COLUMN price;
-- quiet: drop-column-drops-index
BEGIN;
DROP INDEX orders_status;
ALTER TABLE orders DROP COLUMN status;
COMMIT;
