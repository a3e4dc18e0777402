-- fires: write-without-where warning
UPDATE orders SET status = 'x';
-- fires: write-without-where info
DELETE FROM tiny;
-- quiet: write-without-where
UPDATE orders SET status = 'x' WHERE id = 7;
