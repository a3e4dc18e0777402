-- fires: smallint-column info
ALTER TABLE orders ADD COLUMN a smallint;
-- quiet: smallint-column
ALTER TABLE orders ADD COLUMN a int;
