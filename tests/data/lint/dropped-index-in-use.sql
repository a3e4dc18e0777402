-- fires: dropped-index-in-use info
DROP INDEX CONCURRENTLY orders_status;
-- fires: dropped-index-in-use warning
-- says: nothing keeps duplicates of note out of public.orders
DROP INDEX CONCURRENTLY orders_note;
-- quiet: dropped-index-in-use
CREATE TABLE fresh (a int);
CREATE INDEX i ON fresh (a);
DROP INDEX i;
