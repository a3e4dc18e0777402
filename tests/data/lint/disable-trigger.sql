-- fires: disable-trigger warning
ALTER TABLE orders DISABLE TRIGGER ALL;
-- fires: disable-trigger info
ALTER TABLE orders DISABLE TRIGGER USER;
-- quiet: disable-trigger
BEGIN;
ALTER TABLE orders DISABLE TRIGGER ALL;
UPDATE orders SET total = 0 WHERE id = 1;
ALTER TABLE orders ENABLE TRIGGER ALL;
COMMIT;
-- quiet: disable-trigger
ALTER TABLE orders ENABLE TRIGGER ALL;
