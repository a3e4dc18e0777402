-- fires: truncate warning
TRUNCATE orders;
-- quiet: truncate
BEGIN;
CREATE TABLE fresh (a int);
TRUNCATE fresh;
COMMIT;
