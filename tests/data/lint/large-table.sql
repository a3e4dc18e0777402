-- fires: large-table info
-- says: 50 000 000 rows
ALTER TABLE orders ADD COLUMN extra text;
-- quiet: large-table
ALTER TABLE tiny ADD COLUMN extra text;
-- quiet: large-table
ALTER TABLE orders SET (fillfactor = 70);
