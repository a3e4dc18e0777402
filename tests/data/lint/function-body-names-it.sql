-- schema:
CREATE FUNCTION count_tiny() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(name) FROM tiny); END';
-- fires: function-body-names-it warning
-- says: public.count_tiny()
DROP TABLE tiny;
-- fires: function-body-names-it warning
ALTER TABLE tiny RENAME name TO title;
-- quiet: function-body-names-it
ALTER TABLE tiny RENAME id TO number;
-- quiet: function-body-names-it
DROP TABLE loose;
-- quiet: function-body-names-it
BEGIN;
ALTER TABLE tiny RENAME name TO title;
CREATE OR REPLACE FUNCTION count_tiny() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(title) FROM tiny); END';
COMMIT;
