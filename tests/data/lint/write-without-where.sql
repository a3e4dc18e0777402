-- fires: write-without-where warning
UPDATE orders SET status = 'x';
-- fires: write-without-where info
DELETE FROM tiny;
-- quiet: write-without-where
UPDATE orders SET status = 'x' WHERE id = 7;
-- fires: write-without-where
-- says: every row of public.tiny
CREATE VIEW small AS SELECT * FROM tiny; SELECT 1; UPDATE small SET name = 'x';
-- quiet: write-without-where
EXPLAIN DELETE FROM orders;
