-- fires: rename-breaks-code warning
-- says: public.users.tier
ALTER TABLE users RENAME tier TO level;
-- fires: rename-breaks-code warning
ALTER TABLE tiny RENAME TO small;
-- quiet: rename-breaks-code
BEGIN;
alter table tiny rename to small;
create view tiny as select * from small;
COMMIT;
-- quiet: rename-breaks-code
BEGIN;
CREATE TABLE fresh (a int);
ALTER TABLE fresh RENAME a TO b;
COMMIT;
