-- fires: unnamed-constraint info
ALTER TABLE orders ADD CHECK (total > 0) NOT VALID;
-- fires: unnamed-constraint info
CREATE TABLE fresh (a int UNIQUE);
-- quiet: unnamed-constraint
ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
-- quiet: unnamed-constraint
CREATE TABLE fresh (a int CONSTRAINT a_once UNIQUE NOT NULL);
