-- fires: add-column-inline-constraint warning
ALTER TABLE orders ADD COLUMN a int CHECK (a > 0);
-- fires: add-column-inline-constraint warning
ALTER TABLE orders ADD COLUMN tier_id bigint DEFAULT 1 REFERENCES users;
-- quiet: add-column-inline-constraint
ALTER TABLE orders ADD COLUMN a int;
-- quiet: add-column-inline-constraint
ALTER TABLE orders ADD COLUMN tier_id bigint REFERENCES users;
