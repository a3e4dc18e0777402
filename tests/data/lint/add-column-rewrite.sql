-- fires: add-column-rewrite warning
-- says: its default is volatile
ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();
-- fires: add-column-rewrite warning
-- says: app.guess() is not known here
ALTER TABLE orders ADD COLUMN guess text DEFAULT app.guess();
-- fires: add-column-rewrite warning
ALTER TABLE orders ADD COLUMN tier text DEFAULT volatile_tier(1);
-- fires: add-column-rewrite warning
-- says: every row gets a number
ALTER TABLE orders ADD COLUMN n bigserial;
-- fires: add-column-rewrite warning
ALTER TABLE orders ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY;
-- fires: add-column-rewrite warning
-- says: computed for every row
ALTER TABLE orders ADD COLUMN twice int GENERATED ALWAYS AS (price * 2) STORED;
-- fires: add-column-rewrite warning
-- says: a domain with a constraint
ALTER TABLE orders ADD COLUMN amount positive;
-- quiet: add-column-rewrite
ALTER TABLE orders ADD COLUMN a int NOT NULL DEFAULT 0, ADD COLUMN b timestamptz DEFAULT now();
-- quiet: add-column-rewrite
ALTER TABLE orders ADD COLUMN tier text DEFAULT stable_tier(1);
-- quiet: add-column-rewrite
ALTER TABLE orders ADD COLUMN width wide;
-- quiet: add-column-rewrite
-- server: 18
ALTER TABLE orders ADD COLUMN twice int GENERATED ALWAYS AS (price * 2) VIRTUAL;
-- fires: add-column-rewrite warning
-- says: nanoid() is not known here
ALTER TABLE orders ADD COLUMN code text DEFAULT nanoid();
-- quiet: add-column-rewrite
-- blind:
ALTER TABLE t ADD COLUMN a date DEFAULT date_trunc('day', now()), ADD COLUMN b text DEFAULT md5('x') || trim(' y ');
-- quiet: add-column-rewrite
-- blind:
ALTER TABLE t ADD COLUMN a timestamptz DEFAULT current_timestamp AT TIME ZONE 'UTC', ADD b text DEFAULT current_user;
