-- fires: add-foreign-key-validated warning
-- says: Every row of public.orders (50 000 000 rows, 12 GB) is checked while writes to it and to public.users wait
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users;
-- fires: add-foreign-key-validated warning
-- says: Before PostgreSQL 18 one of a partitioned table cannot be NOT VALID
ALTER TABLE measures ADD CONSTRAINT f FOREIGN KEY (sensor) REFERENCES tiny;
-- quiet: add-foreign-key-validated
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID;
-- quiet: add-foreign-key-validated
CREATE TABLE fresh (user_id bigint);
ALTER TABLE fresh ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users;
