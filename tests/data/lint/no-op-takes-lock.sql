-- fires: no-op-takes-lock info
ALTER TABLE tiny ADD COLUMN IF NOT EXISTS name text;
-- fires: no-op-takes-lock info
CREATE INDEX IF NOT EXISTS orders_status ON orders (status);
-- fires: no-op-takes-lock info
ALTER TABLE users ALTER email SET NOT NULL;
-- quiet: no-op-takes-lock
ALTER TABLE tiny ADD COLUMN IF NOT EXISTS other text;
-- quiet: no-op-takes-lock
CREATE INDEX IF NOT EXISTS orders_total ON orders (total);
