-- fires: not-valid-on-partitioned error
-- server: 17
ALTER TABLE measures ADD CONSTRAINT f FOREIGN KEY (sensor) REFERENCES tiny NOT VALID;
-- quiet: not-valid-on-partitioned
-- server: 18
ALTER TABLE measures ADD CONSTRAINT f FOREIGN KEY (sensor) REFERENCES tiny NOT VALID;
-- quiet: not-valid-on-partitioned
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID;
