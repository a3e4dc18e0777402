-- fires: domain-constraint-scan warning
-- says: writes to it wait: public.orders (50 000 000 rows, 12 GB). NOT VALID checks new values only
ALTER DOMAIN wide ADD CONSTRAINT c CHECK (VALUE > 0);
-- fires: domain-constraint-scan warning
-- blind:
ALTER DOMAIN known ADD CONSTRAINT c CHECK (VALUE > 0);
-- quiet: domain-constraint-scan
ALTER DOMAIN wide ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID;
-- quiet: domain-constraint-scan
ALTER DOMAIN plain_text ADD CONSTRAINT c CHECK (VALUE <> '');
