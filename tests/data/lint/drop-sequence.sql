-- fires: drop-sequence warning
-- says: public.numbers
DROP SEQUENCE numbers;
-- quiet: drop-sequence
BEGIN;
CREATE SEQUENCE fresh;
DROP SEQUENCE fresh;
COMMIT;
