-- fires: foreign-key-type-mismatch warning
-- says: order_id is integer, but the column it refers to is bigint
CREATE TABLE lines (order_id int REFERENCES orders);
-- fires: foreign-key-type-mismatch warning
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (price) REFERENCES users (id) NOT VALID;
-- quiet: foreign-key-type-mismatch
CREATE TABLE lines (order_id bigint REFERENCES orders);
-- quiet: foreign-key-type-mismatch
-- blind:
ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b_id) REFERENCES b NOT VALID;
