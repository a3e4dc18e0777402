-- fires: combine-alter-table info
ALTER TABLE orders ADD COLUMN a text;
ALTER TABLE orders ADD COLUMN b text;
-- quiet: combine-alter-table
ALTER TABLE orders ADD COLUMN a text, ADD COLUMN b text;
-- quiet: combine-alter-table
ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT positive;
-- quiet: combine-alter-table
ALTER TABLE orders ADD COLUMN a text;
ALTER TABLE tiny ADD COLUMN b text;
