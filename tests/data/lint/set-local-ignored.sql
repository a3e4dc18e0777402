-- fires: set-local-ignored warning
-- says: SET LOCAL lock_timeout has no effect
SET LOCAL lock_timeout = '2s';
ALTER TABLE tiny ADD COLUMN a int;
-- quiet: set-local-ignored
BEGIN;
SET LOCAL lock_timeout = '2s';
ALTER TABLE tiny ADD COLUMN a int;
COMMIT;
-- quiet: set-local-ignored
SET lock_timeout = '2s';
