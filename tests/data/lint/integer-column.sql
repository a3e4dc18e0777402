-- fires: integer-column info
CREATE TABLE fresh (a int);
-- fires: integer-column info
CREATE TABLE fresh (a serial);
-- quiet: integer-column
CREATE TABLE fresh (a bigint, b smallint, c bigserial);
