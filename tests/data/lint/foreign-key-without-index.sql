-- fires: foreign-key-without-index warning
-- says: every DELETE or key change in public.users will read all of public.orders
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID;
-- fires: foreign-key-without-index warning
CREATE TABLE lines (order_id bigint REFERENCES orders);
-- fires: foreign-key-without-index warning
ALTER TABLE tiny ADD COLUMN order_id bigint REFERENCES orders;
-- fires: foreign-key-without-index info
-- blind:
ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b_id) REFERENCES b NOT VALID;
-- quiet: foreign-key-without-index
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID;
CREATE INDEX CONCURRENTLY i ON orders (user_id, status);
-- quiet: foreign-key-without-index
CREATE TABLE lines (order_id bigint PRIMARY KEY REFERENCES orders);
-- quiet: foreign-key-without-index
CREATE TABLE lines (order_id bigint REFERENCES orders);
DROP TABLE lines;
