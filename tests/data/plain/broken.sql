Objects that are there but do not work, and circles that PostgreSQL does not see.

-- case: view over a function whose body does not work
-- old
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN nothing FROM nowhere; END';
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT f() AS a, t.a AS b FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- new
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN something FROM nowhere; END';
CREATE TABLE t (a bigint);
CREATE VIEW v AS SELECT f() AS a, t.a AS b, 1 AS c FROM t;
CREATE VIEW w AS SELECT a, 2 AS d FROM v;

-- case: routines that do not compile
-- old
CREATE FUNCTION a() RETURNS int LANGUAGE plpgsql AS 'this is no plpgsql';
CREATE FUNCTION b() RETURNS int LANGUAGE sql AS 'this is no sql';
CREATE FUNCTION c(x int) RETURNS text LANGUAGE sql AS 'SELECT 1::bigint, 2';
CREATE PROCEDURE d() LANGUAGE plpgsql AS 'BEGIN IF THEN; END';
-- new
CREATE FUNCTION a() RETURNS bigint LANGUAGE plpgsql AS 'this is no plpgsql either';
CREATE FUNCTION b() RETURNS int LANGUAGE sql AS 'still no sql';
CREATE FUNCTION c(x int) RETURNS text LANGUAGE sql STABLE AS 'SELECT 1::bigint, 2';
CREATE PROCEDURE e() LANGUAGE plpgsql AS 'BEGIN IF THEN; END';

-- case: functions that read tables that are not there
-- old
CREATE TABLE t (a int);
CREATE TABLE u (b int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT a FROM public.t';
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT b FROM public.u';
CREATE FUNCTION h(x public.u) RETURNS int LANGUAGE sql AS 'SELECT b FROM public.nothing';
-- new
CREATE TABLE u (c int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT a FROM public.t';
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT b FROM public.u';
CREATE FUNCTION h(x public.u) RETURNS int LANGUAGE sql AS 'SELECT c FROM public.nothing';

-- case: views in a circle through functions
-- old
CREATE TABLE t (a int);
-- new
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql AS 'SELECT a FROM public.v';
CREATE VIEW v AS SELECT a FROM t UNION SELECT f FROM f();
CREATE FUNCTION g() RETURNS SETOF int LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT a FROM public.w; END';
CREATE VIEW w AS SELECT g AS a FROM g();

-- case: views in a circle through functions change
-- old
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql AS 'SELECT a FROM public.v';
CREATE VIEW v AS SELECT a FROM t UNION SELECT f FROM f();
CREATE FUNCTION g(int) RETURNS int LANGUAGE sql AS 'SELECT public.h($1)';
CREATE FUNCTION h(int) RETURNS int LANGUAGE sql AS 'SELECT public.g($1)';
CREATE VIEW w AS SELECT g(a) FROM v;
-- new
CREATE TABLE t (a bigint);
CREATE FUNCTION f() RETURNS SETOF bigint LANGUAGE sql AS 'SELECT a FROM public.v';
CREATE VIEW v AS SELECT a FROM t UNION SELECT f FROM f();
CREATE FUNCTION g(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT public.h($1)';
CREATE FUNCTION h(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT public.g($1)';
CREATE VIEW w AS SELECT g(a) FROM v;

-- case: view whose row type is the argument of a function it calls
-- old
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION f(v) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW w AS SELECT f(v) AS n FROM v;
-- new
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT b, a FROM t;
CREATE FUNCTION f(v) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE VIEW w AS SELECT f(v) AS n, 1 AS m FROM v;

-- case: materialized view that cannot be filled
-- old
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1 / 0; END';
CREATE MATERIALIZED VIEW m AS SELECT f() AS a WITH NO DATA;
CREATE UNIQUE INDEX i ON m (a);
-- new
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 2 / 0; END';
CREATE MATERIALIZED VIEW m AS SELECT f() AS a, 1 AS b WITH NO DATA;
CREATE UNIQUE INDEX i ON m (a);

-- case: defaults, checks and triggers with functions that fail
-- old
CREATE FUNCTION bad() RETURNS int LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
CREATE FUNCTION worse() RETURNS trigger LANGUAGE plpgsql AS 'not even this';
CREATE TABLE t (a int DEFAULT bad(), CHECK (a <> bad()));
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION worse();
-- new
CREATE FUNCTION bad() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
CREATE FUNCTION worse() RETURNS trigger LANGUAGE plpgsql AS 'nor this';
CREATE TABLE t (a bigint DEFAULT bad(), b int, CHECK (a <> bad() OR b = 1));
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION worse();
CREATE POLICY p ON t USING (a = bad());
