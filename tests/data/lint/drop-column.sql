-- fires: drop-column warning
-- says: public.orders.note
ALTER TABLE orders DROP COLUMN note;
-- quiet: drop-column
BEGIN;
ALTER TABLE orders ADD COLUMN extra text;
ALTER TABLE orders DROP COLUMN extra;
COMMIT;
