-- fires: timestamp-without-zone info
CREATE TABLE fresh (a timestamp);
-- fires: timestamp-without-zone info
ALTER TABLE orders ADD COLUMN a timestamp(3)[];
-- quiet: timestamp-without-zone
CREATE TABLE fresh (a timestamptz, b date);
