-- A new order as the shop takes it today: it does not know orders.user_id.
\set customer random(1, :users)
INSERT INTO orders (customer_id, status, total) VALUES (:customer, 'new', 25);
