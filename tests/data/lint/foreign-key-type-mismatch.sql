-- fires: foreign-key-type-mismatch warning
-- says: public.lines.order_id is integer and refers to public.orders.id, which is bigint: rows beyond its end
CREATE TABLE lines (order_id int REFERENCES orders);
-- fires: foreign-key-type-mismatch warning
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (price) REFERENCES users (id) NOT VALID;
-- fires: foreign-key-type-mismatch info
CREATE TABLE lines (tiny_id bigint REFERENCES tiny);
-- quiet: foreign-key-type-mismatch
CREATE TABLE lines (order_id bigint REFERENCES orders);
-- quiet: foreign-key-type-mismatch
-- blind:
ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b_id) REFERENCES b NOT VALID;
