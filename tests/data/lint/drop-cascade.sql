-- schema:
CREATE EXTENSION citext;
ALTER TABLE tiny ADD COLUMN code citext;
-- fires: drop-cascade warning
-- says: public.order_names, public.orders
DROP TABLE users CASCADE;
-- fires: drop-cascade warning
-- says: public.users
DROP TYPE mood CASCADE;
-- fires: drop-cascade warning
-- says: public.tiny
DROP EXTENSION citext CASCADE;
-- fires: drop-cascade info
-- says: whatever depends on it
DROP TABLE loose CASCADE;
-- quiet: drop-cascade
DROP TABLE loose;
-- quiet: drop-cascade
BEGIN;
CREATE TABLE fresh (a int);
DROP TABLE fresh CASCADE;
COMMIT;
