-- fires: extension-change warning
ALTER EXTENSION citext UPDATE;
-- fires: extension-change warning
DROP EXTENSION citext;
-- quiet: extension-change
CREATE EXTENSION citext;
