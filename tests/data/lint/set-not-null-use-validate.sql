-- fires: set-not-null-use-validate warning
-- server: 18
-- says: VALIDATE CONSTRAINT status_there
ALTER TABLE orders ADD CONSTRAINT status_there NOT NULL status NOT VALID;
ALTER TABLE orders ALTER status SET NOT NULL;
-- quiet: set-not-null-use-validate
-- server: 18
ALTER TABLE orders ALTER status SET NOT NULL;
