-- fires: alter-type-holds-lock warning
-- says: CHECK constraints are verified again
ALTER TABLE users ALTER age TYPE int;
-- fires: alter-type-holds-lock warning
-- says: indexes on it are built anew
ALTER TABLE orders ALTER status TYPE text COLLATE "C";
-- quiet: alter-type-holds-lock
ALTER TABLE users ALTER name TYPE varchar(80);
