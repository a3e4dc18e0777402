-- fires: not-parsed warning
-- server: 18
ALTER TABLE orders SOMETHING NEW;
-- quiet: not-parsed
ALTER TABLE orders SOMETHING NEW;
-- quiet: not-parsed
-- server: 18
ALTER TABLE orders ADD CONSTRAINT c NOT NULL total NOT VALID;
