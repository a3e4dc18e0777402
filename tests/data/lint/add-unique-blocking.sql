-- fires: add-unique-blocking warning
ALTER TABLE orders ADD CONSTRAINT u UNIQUE (status, total);
-- fires: add-unique-blocking warning
ALTER TABLE loose ADD PRIMARY KEY (at);
-- fires: add-unique-blocking warning
ALTER TABLE orders ADD COLUMN code text UNIQUE;
-- quiet: add-unique-blocking
ALTER TABLE orders ADD CONSTRAINT u UNIQUE USING INDEX orders_note;
-- quiet: add-unique-blocking
CREATE TABLE fresh (a int);
ALTER TABLE fresh ADD PRIMARY KEY (a);
