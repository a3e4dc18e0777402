-- fires: work-under-lock warning
-- says: public.tiny has been under ACCESS EXCLUSIVE
BEGIN;
ALTER TABLE tiny ADD COLUMN extra text;
CREATE INDEX i ON orders (total);
COMMIT;
-- fires: work-under-lock warning
BEGIN;
ALTER TABLE orders ADD COLUMN extra text;
UPDATE orders SET extra = status WHERE id > 7;
COMMIT;
-- quiet: work-under-lock
ALTER TABLE orders ADD COLUMN extra text;
UPDATE orders SET extra = status WHERE id > 7;
-- quiet: work-under-lock
BEGIN;
ALTER TABLE orders ADD COLUMN extra text;
COMMENT ON COLUMN orders.extra IS 'more';
COMMIT;
-- quiet: work-under-lock
BEGIN;
ALTER TABLE orders ADD COLUMN extra text;
ALTER TABLE orders ALTER status SET NOT NULL;
COMMIT;
-- quiet: work-under-lock
BEGIN;
ALTER TABLE orders ADD COLUMN extra text;
UPDATE alembic_version SET version_num = 'b' WHERE version_num = 'a';
COMMIT;
