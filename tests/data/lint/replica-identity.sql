-- fires: replica-identity warning
-- says: UPDATE and DELETE on public.orders fail
ALTER TABLE orders REPLICA IDENTITY NOTHING;
-- fires: replica-identity warning
ALTER TABLE orders REPLICA IDENTITY FULL;
-- fires: replica-identity info
ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_note;
-- quiet: replica-identity
BEGIN;
CREATE TABLE fresh (a int PRIMARY KEY);
ALTER TABLE fresh REPLICA IDENTITY DEFAULT;
COMMIT;
