-- fires: delete-scans-referencing warning
-- says: public.orders (50 000 000 rows, 12 GB) is read, which has no index that starts with user_id
DELETE FROM users WHERE id = 7;
-- quiet: delete-scans-referencing
DELETE FROM orders WHERE id = 7;
-- quiet: delete-scans-referencing
CREATE INDEX CONCURRENTLY orders_user ON orders (user_id);
DELETE FROM users WHERE id = 7;
