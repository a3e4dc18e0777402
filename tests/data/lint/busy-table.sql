-- fires: busy-table warning
-- says: About 350 rows of public.orders (50 000 000 rows, 12 GB) are written a second
CREATE INDEX i ON orders (total);
-- quiet: busy-table
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: busy-table
CREATE INDEX i ON users (age);
-- quiet: busy-table
ALTER TABLE orders ADD COLUMN extra text;
