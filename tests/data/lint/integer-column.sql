-- fires: integer-column info
CREATE TABLE fresh (a int);
-- quiet: integer-column
CREATE TABLE fresh (a bigint, b smallint, c serial);
