-- schema:
CREATE TABLE keyless (a int, b int NOT NULL);
CREATE UNIQUE INDEX keyless_a ON keyless (a);
CREATE UNIQUE INDEX keyless_b ON keyless (b);
-- fires: add-primary-key-nullable warning
ALTER TABLE keyless ADD CONSTRAINT k PRIMARY KEY USING INDEX keyless_a;
-- quiet: add-primary-key-nullable
ALTER TABLE keyless ADD CONSTRAINT k PRIMARY KEY USING INDEX keyless_b;
-- fires: add-primary-key-nullable info
ALTER TABLE keyless ADD CONSTRAINT k PRIMARY KEY USING INDEX made_elsewhere;
-- fires: add-primary-key-nullable info
-- blind:
-- says: If a column of the index is nullable
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX t_key;
-- quiet: add-primary-key-nullable
-- blind:
ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX t_key;
