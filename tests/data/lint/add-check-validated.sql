-- fires: add-check-validated warning
-- says: can neither be read nor written, for about
ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0);
-- fires: add-check-validated warning
ALTER TABLE orders ADD CONSTRAINT c CHECK (length(status) <= 20);
-- fires: add-check-validated warning
-- server: 18
ALTER TABLE orders ADD CONSTRAINT c NOT NULL total;
-- quiet: add-check-validated
ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
-- quiet: add-check-validated
CREATE TABLE fresh (a int);
ALTER TABLE fresh ADD CHECK (a > 0);
