-- fires: drop-table warning
-- says: 50 000 000
DROP TABLE orders CASCADE;
-- quiet: drop-table
BEGIN;
CREATE TABLE fresh (a int);
DROP TABLE fresh;
COMMIT;
