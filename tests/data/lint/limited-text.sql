-- fires: limited-text info
CREATE TABLE fresh (a varchar(20));
-- fires: limited-text info
ALTER TABLE orders ADD COLUMN a varchar(20)[];
-- quiet: limited-text
CREATE TABLE fresh (a varchar, b text, c char(3));
