-- fires: add-exclude-blocking warning
ALTER TABLE orders ADD CONSTRAINT e EXCLUDE (status WITH =);
-- quiet: add-exclude-blocking
CREATE TABLE fresh (a int, EXCLUDE (a WITH =));
