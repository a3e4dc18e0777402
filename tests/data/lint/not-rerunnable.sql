-- fires: not-rerunnable info
-- says: IF NOT EXISTS
CREATE TABLE fresh (a int);
-- fires: not-rerunnable info
-- says: IF EXISTS
ALTER TABLE orders DROP COLUMN note;
-- quiet: not-rerunnable
DROP TABLE IF EXISTS loose;
-- quiet: not-rerunnable
BEGIN;
CREATE TABLE fresh (a int);
COMMIT;
-- quiet: not-rerunnable
CREATE TEMPORARY TABLE scratch (id int) ON COMMIT DROP;
