-- fires: unlogged-table warning
CREATE UNLOGGED TABLE cache (id int PRIMARY KEY);
-- fires: unlogged-table warning
ALTER TABLE tiny SET UNLOGGED;
-- quiet: unlogged-table
ALTER TABLE tiny SET LOGGED;
-- quiet: unlogged-table
CREATE TEMP TABLE cache (id int);
