-- schema:
CREATE SCHEMA app;
-- fires: rename-schema warning
ALTER SCHEMA app RENAME TO old_app;
-- quiet: rename-schema
ALTER TABLE tiny RENAME TO small;
