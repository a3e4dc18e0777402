-- fires: unknown-statement warning
CALL anything();
-- quiet: unknown-statement
DROP DATABASE shop;
