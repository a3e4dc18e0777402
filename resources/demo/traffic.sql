-- One visit of the shop: reads, and writes to columns that stay as they are.
\set user random(1, :users)
\set order random(1, 2 * :users)
\set contact random(1, :users)
\set quantity random(1, 9)
SELECT id, user_name, email, last_seen_at FROM users WHERE id = :user;
UPDATE users SET last_seen_at = now() WHERE id = :user;
SELECT o.id, o.status, i.product, i.quantity FROM orders o JOIN order_items i ON i.order_id = o.id WHERE o.id = :order;
BEGIN;
INSERT INTO order_items (order_id, product, quantity, price) VALUES (:order, 'gift wrap', :quantity, 2.50);
UPDATE orders SET total = total + 2.50 * :quantity, status = 'paid' WHERE id = :order;
COMMIT;
UPDATE contacts SET newsletter = NOT newsletter WHERE id = :contact;
