-- fires: type-change-statistics info
-- says: ANALYZE public.orders (note)
ALTER TABLE orders ALTER note TYPE varchar(40);
-- quiet: type-change-statistics
ALTER TABLE orders ALTER note TYPE varchar(40);
ANALYZE orders;
-- quiet: type-change-statistics
ALTER TABLE orders ALTER note SET DEFAULT '';
