-- A new order as the shop takes it in the next release, which writes orders.user_id.
\set customer random(1, :users)
INSERT INTO orders (customer_id, status, total, user_id) VALUES (:customer, 'new', 25, :customer);
