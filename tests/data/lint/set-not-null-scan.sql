-- fires: set-not-null-scan warning
-- says: Add CHECK (status IS NOT NULL) NOT VALID and validate it first
ALTER TABLE orders ALTER status SET NOT NULL;
-- fires: set-not-null-scan warning
-- server: 18
-- says: Add the constraint NOT NULL status NOT VALID
ALTER TABLE orders ALTER status SET NOT NULL;
-- fires: set-not-null-scan warning
ALTER TABLE orders ALTER note TYPE varchar(40), ALTER note SET NOT NULL;
-- quiet: set-not-null-scan
ALTER TABLE users ALTER age SET NOT NULL;
-- quiet: set-not-null-scan
ALTER TABLE users ALTER email SET NOT NULL;
-- quiet: set-not-null-scan
ALTER TABLE orders ADD CONSTRAINT c CHECK (status IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT c;
ALTER TABLE orders ALTER status SET NOT NULL;
