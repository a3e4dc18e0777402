-- fires: idle-timeout-missing info
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
-- quiet: idle-timeout-missing
SET idle_in_transaction_session_timeout = '10s';
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
