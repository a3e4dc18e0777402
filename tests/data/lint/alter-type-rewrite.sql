-- fires: alter-type-rewrite warning
-- says: Changing price from integer to bigint rewrites public.orders (50 000 000 rows, 12 GB)
ALTER TABLE orders ALTER price TYPE bigint;
-- fires: alter-type-rewrite warning
-- says: checks its foreign keys again
ALTER TABLE orders ALTER user_id TYPE int;
-- fires: alter-type-rewrite warning
-- blind:
-- says: Unless the type that a has now can become bigint
ALTER TABLE t ALTER a TYPE bigint;
-- quiet: alter-type-rewrite
ALTER TABLE orders ALTER note TYPE varchar(40);
-- quiet: alter-type-rewrite
ALTER TABLE orders ALTER total TYPE numeric(12,2), ALTER note TYPE text;
