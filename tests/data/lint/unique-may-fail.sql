-- fires: unique-may-fail info
-- says: SELECT total, count(*) FROM public.orders GROUP BY total HAVING count(*) > 1
CREATE UNIQUE INDEX CONCURRENTLY i ON orders (total);
-- fires: unique-may-fail info
ALTER TABLE orders ADD UNIQUE (status, total);
-- quiet: unique-may-fail
CREATE TABLE fresh (a int);
CREATE UNIQUE INDEX i ON fresh (a);
-- quiet: unique-may-fail
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: unique-may-fail
ALTER TABLE orders ADD CONSTRAINT note_key UNIQUE USING INDEX orders_note;
