Objects of equal names in several schemas, and names that hide those of PostgreSQL.

-- case: everything twice, in two schemas
-- old
CREATE SCHEMA one; CREATE SCHEMA "$user";
CREATE TYPE one.e AS ENUM ('a'); CREATE TYPE "$user".e AS ENUM ('b');
CREATE TABLE one.t (id int PRIMARY KEY, e one.e DEFAULT 'a'); CREATE TABLE "$user".t (id bigint PRIMARY KEY, e "$user".e);
CREATE INDEX i ON one.t (e); CREATE INDEX i ON "$user".t (e);
CREATE FUNCTION one.f(one.t) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION "$user".f("$user".t) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE VIEW one.v AS SELECT a.id, b.id AS id2, one.f(a) AS f FROM one.t a JOIN "$user".t b ON a.id = b.id;
CREATE VIEW "$user".v AS SELECT t.id, t_1.id AS id2, "$user".f(t_1) FROM one.t, "$user".t t_1;
CREATE SEQUENCE one.s; CREATE SEQUENCE "$user".s;
-- new
CREATE SCHEMA one; CREATE SCHEMA "$user";
CREATE TYPE one.e AS ENUM ('a', 'c'); CREATE TYPE "$user".e AS ENUM ('c', 'd');
CREATE TABLE one.t (id bigint PRIMARY KEY, e one.e DEFAULT 'c'); CREATE TABLE "$user".t (id int PRIMARY KEY, e "$user".e DEFAULT 'd');
CREATE INDEX i ON one.t (e DESC); CREATE INDEX i ON "$user".t (e, id);
CREATE FUNCTION one.f(one.t) RETURNS bigint LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION "$user".f("$user".t) RETURNS int LANGUAGE sql AS 'SELECT 3';
CREATE VIEW one.v AS SELECT a.id, b.id AS id2, one.f(a) AS f FROM one.t a LEFT JOIN "$user".t b ON a.id = b.id;
CREATE VIEW "$user".v AS SELECT t.id, t_1.id AS id2, "$user".f(t_1) FROM one.t, "$user".t t_1;
CREATE SEQUENCE one.s CACHE 5; CREATE SEQUENCE "$user".s INCREMENT 3;

-- case: names of PostgreSQL's own functions, operators and types
-- old
CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION public.eq(int, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR public.= (FUNCTION = public.eq, LEFTARG = int, RIGHTARG = int);
CREATE DOMAIN public.int4 AS text;
CREATE DOMAIN public.text AS pg_catalog.int4;
CREATE TABLE t (a pg_catalog.int4, b public.int4, c pg_catalog.text CHECK (public.lower(c) = 'x'), d public.text);
CREATE VIEW v AS SELECT a OPERATOR(public.=) 1 AS x, a OPERATOR(pg_catalog.=) 1 AS y, public.lower(c) AS z, pg_catalog.lower(c) AS zz FROM t;
-- new
CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION public.eq(int, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT false';
CREATE OPERATOR public.= (FUNCTION = public.eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(public.=));
CREATE DOMAIN public.int4 AS text CHECK (value <> 'y');
CREATE DOMAIN public.text AS pg_catalog.int4 DEFAULT 4;
CREATE TABLE t (a public.int4, b pg_catalog.int4, c pg_catalog.text CHECK (pg_catalog.lower(c) = 'x'), d pg_catalog.text);
CREATE VIEW v AS SELECT b OPERATOR(public.=) 1 AS x, b OPERATOR(pg_catalog.=) 1 AS y, pg_catalog.lower(c) AS z, public.lower(c) AS zz FROM t;
CREATE INDEX i ON t (pg_catalog.lower(c), public.lower(c)) WHERE b OPERATOR(public.=) 2;

-- case: objects called like system tables
-- old
CREATE TABLE public.pg_class (oid int, relname text);
CREATE VIEW public.pg_tables AS SELECT relname FROM public.pg_class;
-- new
CREATE TABLE public.pg_class (oid bigint, relname text, pg_namespace int);
CREATE VIEW public.pg_tables AS SELECT relname, c.oid::pg_catalog.regclass FROM pg_catalog.pg_class c;
CREATE VIEW public.pg_views AS SELECT * FROM public.pg_class;
