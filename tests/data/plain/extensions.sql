Extensions: what is theirs, what was done to it, and what hangs on it.

-- case: members are granted on and commented
-- roles: ls_ext_reader
-- old
CREATE EXTENSION citext;
GRANT EXECUTE ON FUNCTION public.citext_eq(citext, citext) TO ls_ext_reader;
REVOKE ALL ON TYPE public.citext FROM PUBLIC;
-- new
CREATE EXTENSION citext;
REVOKE EXECUTE ON FUNCTION public.citext_ne(citext, citext) FROM PUBLIC;
GRANT USAGE ON TYPE public.citext TO ls_ext_reader;

-- case: extension moves to another schema
-- never: DROP EXTENSION
-- old
CREATE SCHEMA one; CREATE SCHEMA two;
CREATE EXTENSION citext SCHEMA one;
CREATE FUNCTION f(one.citext) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT 'x'::one.citext AS a;
-- new
CREATE SCHEMA one; CREATE SCHEMA two;
CREATE EXTENSION citext SCHEMA two;
CREATE FUNCTION f(two.citext) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT 'x'::two.citext AS a;

-- case: extension goes with its schema
-- old
CREATE SCHEMA one;
CREATE EXTENSION citext SCHEMA one;
CREATE TABLE t (a one.citext, b int);
-- new
CREATE TABLE t (a text, b int);

-- case: schema of an extension goes, the extension stays
-- old
CREATE SCHEMA one;
CREATE EXTENSION citext SCHEMA one;
CREATE TABLE one.t (a one.citext);
-- new
CREATE EXTENSION citext SCHEMA public;
CREATE TABLE t (a public.citext);

-- case: extension is commented and exchanged
-- old
CREATE EXTENSION citext;
COMMENT ON EXTENSION citext IS 'ours';
-- new
CREATE EXTENSION pg_trgm;
COMMENT ON EXTENSION pg_trgm IS 'ours now';
CREATE TABLE t (a text);
CREATE INDEX i ON t USING gin (a gin_trgm_ops);

-- case: extension moves below columns, indexes, defaults and functions, which stay as they are
-- never: ALTER TABLE
-- never: DROP
-- never: CREATE INDEX
-- old
CREATE EXTENSION hstore;
CREATE FUNCTION mine(hstore) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
COMMENT ON FUNCTION mine(hstore) IS 'takes one';
CREATE TABLE t (id int PRIMARY KEY, h hstore DEFAULT hstore('a', 'b') CHECK (h ? 'a'), n int DEFAULT mine(NULL));
CREATE INDEX i ON t USING gin (h);
CREATE VIEW v AS SELECT h -> 'a' AS a, mine(h) FROM t WHERE h ? 'b';
-- new
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
SET search_path = public, ext;
CREATE FUNCTION mine(hstore) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
COMMENT ON FUNCTION mine(hstore) IS 'takes one';
CREATE TABLE t (id int PRIMARY KEY, h hstore DEFAULT hstore('a', 'b') CHECK (h ? 'a'), n int DEFAULT mine(NULL));
CREATE INDEX i ON t USING gin (h);
CREATE VIEW v AS SELECT h -> 'a' AS a, mine(h) FROM t WHERE h ? 'b';
RESET search_path;

-- case: extension moves while what is made of it changes, comes and goes
-- old
CREATE EXTENSION citext;
CREATE TABLE t (a citext, b citext, c text);
CREATE INDEX i ON t (b);
CREATE VIEW v AS SELECT a, b FROM t WHERE a = 'x';
CREATE FUNCTION f(citext) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- new
CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE TABLE t (a text, b ext.citext, c ext.citext);
CREATE VIEW v AS SELECT a, b, c FROM t WHERE a = 'x';
CREATE FUNCTION g(ext.citext) RETURNS int LANGUAGE sql AS 'SELECT 1';
