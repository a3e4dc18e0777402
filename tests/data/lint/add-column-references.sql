-- fires: add-column-references info
ALTER TABLE orders ADD COLUMN tier_id bigint REFERENCES users;
-- quiet: add-column-references
ALTER TABLE orders ADD COLUMN tier_id bigint;
