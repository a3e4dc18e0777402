-- fires: table-without-primary-key info
CREATE TABLE fresh (a int);
-- fires: table-without-primary-key info
-- says: The unique constraint fresh_a_key could be one.
CREATE TABLE fresh (a int NOT NULL UNIQUE);
-- quiet: table-without-primary-key
CREATE TABLE fresh (a int PRIMARY KEY);
-- quiet: table-without-primary-key
CREATE TABLE fresh (a int NOT NULL);
ALTER TABLE fresh ADD PRIMARY KEY (a);
-- quiet: table-without-primary-key
CREATE TABLE measures_2025 PARTITION OF measures FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- schema:
CREATE FOREIGN DATA WRAPPER nowhere;
CREATE SERVER far FOREIGN DATA WRAPPER nowhere;
-- quiet: table-without-primary-key
CREATE FOREIGN TABLE fresh (a int) SERVER far;
