-- fires: create-table-exists warning
-- says: colour
CREATE TABLE IF NOT EXISTS tiny (id int PRIMARY KEY, name text, colour text);
-- fires: create-table-exists info
CREATE TABLE IF NOT EXISTS tiny (id int PRIMARY KEY, name text);
-- quiet: create-table-exists
CREATE TABLE IF NOT EXISTS other (id int PRIMARY KEY);
