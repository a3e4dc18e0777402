-- schema:
CREATE SCHEMA app;
CREATE TABLE app.things (id int);
-- fires: drop-schema warning
-- says: app.things
DROP SCHEMA app CASCADE;
-- fires: drop-schema info
DROP SCHEMA app;
-- quiet: drop-schema, drop-cascade
DROP TABLE app.things;
