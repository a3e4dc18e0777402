-- schema:
CREATE TABLE links (user_id bigint REFERENCES users, order_id bigint REFERENCES orders);
-- fires: drop-table-several-foreign-keys warning
-- says: public.orders, public.users
DROP TABLE links;
-- quiet: drop-table-several-foreign-keys
DROP TABLE orders CASCADE;
