-- fires: short-exclusive-lock info
-- says: OWNER TO takes ACCESS EXCLUSIVE on public.orders
ALTER TABLE orders OWNER TO CURRENT_USER;
-- fires: short-exclusive-lock
CREATE RULE nothing AS ON DELETE TO tiny DO INSTEAD NOTHING;
-- quiet: short-exclusive-lock
SET lock_timeout = '2s';
ALTER TABLE orders OWNER TO CURRENT_USER;
-- quiet: short-exclusive-lock
ALTER TABLE orders SET (fillfactor = 70);
