-- fires: create-extension info
CREATE EXTENSION citext;
-- quiet: create-extension
ALTER EXTENSION citext UPDATE;
