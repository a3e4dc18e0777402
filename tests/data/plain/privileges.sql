Privileges and owners that change together.

-- case: owner changes while a privilege on a column becomes one on the table
-- roles: plain_old, plain_new, plain_reader
-- old
CREATE TABLE t (a int);
ALTER TABLE t OWNER TO plain_old;
GRANT SELECT (a) ON t TO plain_reader;
-- new
CREATE TABLE t (a int);
ALTER TABLE t OWNER TO plain_new;
GRANT SELECT ON t TO plain_reader;

-- case: privilege on the table becomes one on a column, with grant option
-- roles: plain_new, plain_reader
-- old
CREATE TABLE t (a int);
ALTER TABLE t OWNER TO plain_new;
GRANT SELECT ON t TO plain_reader WITH GRANT OPTION;
-- new
CREATE TABLE t (a int);
GRANT SELECT (a) ON t TO plain_reader;

-- case: column goes with its privilege, and who had it becomes the owner
-- roles: plain_new
-- old
CREATE TABLE t (a int, b int);
GRANT UPDATE (b) ON t TO plain_new;
-- new
CREATE TABLE t (a int);
ALTER TABLE t OWNER TO plain_new;

-- case: column goes with its privilege while privileges on the table change
-- roles: plain_reader
-- old
CREATE TABLE t (a int, b int);
GRANT SELECT (a), UPDATE (b) ON t TO plain_reader;
-- new
CREATE TABLE t (a int);
GRANT SELECT ON t TO plain_reader;

-- case: policies, row security, privileges and owner change together
-- roles: plain_old, plain_new, plain_reader
-- old
CREATE TABLE t (a int, b int);
ALTER TABLE t OWNER TO plain_old;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a = 1);
CREATE POLICY q ON t AS RESTRICTIVE TO plain_reader USING (b < 5);
GRANT SELECT (a) ON t TO plain_reader;
-- new
CREATE TABLE t (a bigint, b int, c int NOT NULL);
ALTER TABLE t OWNER TO plain_new;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY p ON t AS RESTRICTIVE USING (a = 1);
CREATE POLICY r ON t FOR SELECT TO plain_reader USING (c < 5);
GRANT SELECT ON t TO plain_reader;
