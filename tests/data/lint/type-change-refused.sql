-- fires: type-change-refused error
-- says: name is read by public.order_names
ALTER TABLE users ALTER COLUMN name TYPE text;
-- fires: type-change-refused error
-- says: public.totals
ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 2);
-- quiet: type-change-refused
ALTER TABLE users ALTER COLUMN tier TYPE varchar(20);
-- quiet: type-change-refused
BEGIN;
DROP VIEW order_names;
ALTER TABLE users ALTER COLUMN name TYPE text;
CREATE VIEW order_names AS SELECT orders.id, users.name FROM orders JOIN users ON users.id = orders.user_id;
COMMIT;
