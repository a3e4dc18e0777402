-- schema:
CREATE SCHEMA app;
-- fires: set-schema-breaks-code warning
-- says: public.tiny
ALTER TABLE tiny SET SCHEMA app;
-- quiet: set-schema-breaks-code
BEGIN;
CREATE TABLE fresh (a int);
ALTER TABLE fresh SET SCHEMA app;
COMMIT;
-- quiet: set-schema-breaks-code
BEGIN;
ALTER TABLE tiny SET SCHEMA app;
create view tiny as select * from app.tiny;
COMMIT;
