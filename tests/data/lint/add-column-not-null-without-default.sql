-- fires: add-column-not-null-without-default error
ALTER TABLE orders ADD COLUMN a int NOT NULL;
-- fires: add-column-not-null-without-default warning
ALTER TABLE users ADD COLUMN a int NOT NULL;
-- quiet: add-column-not-null-without-default
ALTER TABLE orders ADD COLUMN a int NOT NULL DEFAULT 0;
-- quiet: add-column-not-null-without-default
ALTER TABLE orders ADD COLUMN a int;
