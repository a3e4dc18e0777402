-- fires: transaction-timeout-ignored error
-- server: 16
SET transaction_timeout = '5s';
-- fires: transaction-timeout-ignored warning
-- server: 17
SET transaction_timeout = '5s';
BEGIN;
SET LOCAL transaction_timeout = '1min';
COMMIT;
-- quiet: transaction-timeout-ignored
-- server: 17
BEGIN;
SET LOCAL transaction_timeout = '1min';
COMMIT;
-- quiet: transaction-timeout-ignored
-- server: 17
SET transaction_timeout = '5s';
BEGIN;
SET LOCAL transaction_timeout = 0;
COMMIT;
