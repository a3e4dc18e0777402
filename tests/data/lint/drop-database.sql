-- fires: drop-database error
DROP DATABASE shop;
-- quiet: drop-database, unknown-statement
DROP TABLE loose;
