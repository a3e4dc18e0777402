-- fires: several-foreign-keys info
CREATE TABLE lines (order_id bigint REFERENCES orders, user_id bigint REFERENCES users);
-- fires: several-foreign-keys info
BEGIN;
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID;
ALTER TABLE orders ADD CONSTRAINT g FOREIGN KEY (price) REFERENCES tiny NOT VALID;
COMMIT;
-- quiet: several-foreign-keys
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID;
ALTER TABLE orders ADD CONSTRAINT g FOREIGN KEY (price) REFERENCES tiny NOT VALID;
-- quiet: several-foreign-keys
CREATE TABLE heads (id bigint PRIMARY KEY);
CREATE TABLE lines (head_id bigint REFERENCES heads, order_id bigint REFERENCES orders);
