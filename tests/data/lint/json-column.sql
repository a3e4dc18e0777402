-- fires: json-column info
ALTER TABLE orders ADD COLUMN a json;
-- quiet: json-column
ALTER TABLE orders ADD COLUMN a jsonb;
