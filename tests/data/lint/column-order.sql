-- fires: column-order info
-- says: Alignment wastes 8 bytes of each row
CREATE TABLE fresh (a boolean, b bigint, c boolean, d bigint);
-- quiet: column-order
CREATE TABLE fresh (b bigint, d bigint, a boolean, c boolean);
-- quiet: column-order
CREATE TABLE fresh (a int, b text, c bigint);
