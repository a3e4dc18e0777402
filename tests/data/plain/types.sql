Enums, domains, composite and range types with everything that can hang on them.

-- case: label goes from a type that everything uses
-- never: DROP TABLE
-- holds: SELECT count(*) = 2 FROM public.t WHERE x::text = 'a'
-- old
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN d AS e DEFAULT 'a' CHECK (value <> 'c');
CREATE TYPE comp AS (x e, y int);
CREATE TABLE t (x e DEFAULT 'a' NOT NULL CHECK (x <> 'b'), y e[] DEFAULT '{a}', z d DEFAULT 'b', w comp, g bool GENERATED ALWAYS AS (x = 'a') STORED);
INSERT INTO t VALUES ('a', '{a,b}', 'b', '(a,1)'), ('a', NULL, NULL, NULL);
CREATE INDEX i ON t (x) WHERE x = 'a';
CREATE UNIQUE INDEX u ON t (y, x);
CREATE VIEW v AS SELECT x, y FROM t WHERE x = 'a';
CREATE MATERIALIZED VIEW m AS SELECT x FROM v;
CREATE FUNCTION f(a e DEFAULT 'a', b e[] DEFAULT '{}') RETURNS SETOF e LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION p(e) RETURNS text LANGUAGE plpgsql AS $$DECLARE z public.e; BEGIN RETURN 'a'::public.e; END$$;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON t USING (x = 'a');
CREATE RULE r AS ON DELETE TO t WHERE old.x = 'b' DO INSTEAD NOTHING;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE OF x ON t FOR EACH ROW WHEN (new.x = 'b') EXECUTE FUNCTION tf();
COMMENT ON TYPE e IS 'type';
COMMENT ON COLUMN t.x IS 'col';
GRANT USAGE ON TYPE e TO PUBLIC;
-- new
CREATE TYPE e AS ENUM ('b', 'a');
CREATE DOMAIN d AS e DEFAULT 'a' CHECK (value <> 'a');
CREATE TYPE comp AS (x e, y int);
CREATE TABLE t (x e DEFAULT 'a' NOT NULL CHECK (x <> 'b'), y e[] DEFAULT '{a}', z d DEFAULT 'b', w comp, g bool GENERATED ALWAYS AS (x = 'a') STORED);
CREATE INDEX i ON t (x) WHERE x = 'a';
CREATE UNIQUE INDEX u ON t (y, x);
CREATE VIEW v AS SELECT x, y FROM t WHERE x = 'a';
CREATE MATERIALIZED VIEW m AS SELECT x FROM v;
CREATE FUNCTION f(a e DEFAULT 'a', b e[] DEFAULT '{}') RETURNS SETOF e LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION p(e) RETURNS text LANGUAGE plpgsql AS $$DECLARE z public.e; BEGIN RETURN 'a'::public.e; END$$;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON t USING (x = 'a');
CREATE RULE r AS ON DELETE TO t WHERE old.x = 'b' DO INSTEAD NOTHING;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE OF x ON t FOR EACH ROW WHEN (new.x = 'b') EXECUTE FUNCTION tf();
COMMENT ON TYPE e IS 'type';
COMMENT ON COLUMN t.x IS 'col';
GRANT USAGE ON TYPE e TO PUBLIC;

-- case: label goes from a type that partitions have as another column
-- never: DROP TABLE
-- old
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e DEFAULT 'a', n int) PARTITION BY LIST (n);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t2 PARTITION OF t (x DEFAULT 'b') FOR VALUES IN (2);
CREATE INDEX i ON t (x);
-- new
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e DEFAULT 'a', n int) PARTITION BY LIST (n);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t2 PARTITION OF t (x DEFAULT 'b') FOR VALUES IN (2);
CREATE INDEX i ON t (x);

-- case: label goes from a type that an inherited column has
-- never: DROP TABLE
-- old
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE p (x e DEFAULT 'a');
CREATE TABLE q (y int) INHERITS (p);
-- new
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE p (x e DEFAULT 'a');
CREATE TABLE q (y int) INHERITS (p);

-- case: label goes from the type of an array of a domain and of a typed table
-- never: DROP TABLE
-- old
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN d AS e;
CREATE TYPE comp AS (x e, y d[]);
CREATE TABLE t OF comp;
CREATE TABLE u (a d[], b comp[]);
-- new
CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN d AS e;
CREATE TYPE comp AS (x e, y d[]);
CREATE TABLE t OF comp;
CREATE TABLE u (a d[], b comp[]);

-- case: labels change places below two types of equal names
-- never: DROP TABLE
-- old
CREATE SCHEMA s;
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TYPE s.e AS ENUM ('a', 'b');
CREATE TYPE e2 AS ENUM ('a', 'b');
CREATE TABLE t (x e DEFAULT 'a', y s.e DEFAULT 'b', z e2);
CREATE VIEW v AS SELECT x, y, z FROM t WHERE x = 'a' AND y = 'b' AND z = 'a';
-- new
CREATE SCHEMA s;
CREATE TYPE e AS ENUM ('b', 'a');
CREATE TYPE s.e AS ENUM ('b', 'a');
CREATE TYPE e2 AS ENUM ('a', 'b');
CREATE TABLE t (x e DEFAULT 'a', y s.e DEFAULT 'b', z e2);
CREATE VIEW v AS SELECT x, y, z FROM t WHERE x = 'a' AND y = 'b' AND z = 'a';

-- case: labels with odd texts
-- old
CREATE TYPE e AS ENUM ('it''s', 'back\slash');
CREATE TABLE t (x e DEFAULT 'it''s');
-- new
CREATE TYPE e AS ENUM ('', 'it''s', ' sp ace ', 'back\slash', 'quo"te', 'ünïcode', 'a,b');
CREATE TABLE t (x e DEFAULT 'quo"te', y e[] DEFAULT ARRAY['a,b', '']::e[]);

-- case: enum becomes a domain over text, and text becomes an enum
-- never: DROP TABLE
-- holds: SELECT x::text = 'a' AND y::text = 'a' FROM public.t
-- old
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e DEFAULT 'a', y text DEFAULT 'b');
INSERT INTO t VALUES ('a', 'a');
-- new
CREATE DOMAIN e AS text CHECK (value IN ('a', 'b'));
CREATE TYPE f AS ENUM ('a', 'b');
CREATE TABLE t (x e DEFAULT 'a', y f DEFAULT 'b');

-- case: domain changes default, nullability and its checks
-- never: DROP
-- old
CREATE DOMAIN d AS text COLLATE "C" DEFAULT 'x' NOT NULL CONSTRAINT a CHECK (value <> 'q');
CREATE TABLE t (x d);
-- new
CREATE DOMAIN d AS text COLLATE "C" CONSTRAINT a CHECK (value <> 'r') CONSTRAINT b CHECK (length(value) < 5);
CREATE TABLE t (x d);

-- case: domain's collation changes
-- never: DROP TABLE
-- old
CREATE DOMAIN d AS text COLLATE "C";
CREATE TABLE t (x d);
-- new
CREATE DOMAIN d AS text COLLATE "POSIX";
CREATE TABLE t (x d);

-- case: domain's check calls a function that changes its signature
-- never: DROP TABLE
-- old
CREATE FUNCTION ok(text) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';
CREATE DOMAIN d AS text CONSTRAINT c CHECK (ok(value));
CREATE TABLE t (x d);
-- new
CREATE FUNCTION ok(text, int DEFAULT 1) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';
CREATE DOMAIN d AS text CONSTRAINT c CHECK (ok(value));
CREATE TABLE t (x d);

-- case: composite type gets, loses and renames attributes below typed tables, columns and functions
-- never: DROP TABLE
-- old
CREATE TYPE c AS (a int, b text, z int);
CREATE TABLE t OF c (PRIMARY KEY (a));
CREATE TABLE u (x c, y c[]);
CREATE FUNCTION f(c) RETURNS c LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT x FROM u;
COMMENT ON COLUMN c.a IS 'attr';
-- new
CREATE TYPE c AS (a int, b text, n text COLLATE "C");
CREATE TABLE t OF c (PRIMARY KEY (a));
CREATE TABLE u (x c, y c[]);
CREATE FUNCTION f(c) RETURNS c LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT x FROM u;
COMMENT ON COLUMN c.a IS 'attr';

-- case: composite type below typed tables changes an attribute's type
-- never: DROP TABLE
-- holds: SELECT a::int = 1 FROM public.t
-- old
CREATE TYPE c AS (a int, b text);
CREATE TABLE t OF c (PRIMARY KEY (a));
CREATE VIEW v AS SELECT a FROM t;
INSERT INTO t VALUES (1, 'x');
-- new
CREATE TYPE c AS (a bigint, b text);
CREATE TABLE t OF c (PRIMARY KEY (a));
CREATE VIEW v AS SELECT a FROM t;

-- case: composite type gains an attribute that only functions and a typed table use
-- never: DROP
-- plans: ALTER TYPE public.c ADD ATTRIBUTE
-- old
CREATE TYPE c AS (a int);
CREATE TABLE t OF c;
-- new
CREATE TYPE c AS (a int, b text);
CREATE TABLE t OF c;

-- case: composite type loses an attribute below a typed table with an index on it
-- never: DROP TABLE
-- old
CREATE TYPE c AS (a int, b text);
CREATE TABLE t OF c;
CREATE INDEX i ON t (b);
CREATE VIEW v AS SELECT a, b FROM t;
-- new
CREATE TYPE c AS (a int);
CREATE TABLE t OF c;
CREATE VIEW v AS SELECT a FROM t;

-- case: composite type without users changes everything
-- old
CREATE TYPE c AS (a int, b text, d int);
-- new
CREATE TYPE c AS (d text COLLATE "C", a bigint, e date);

-- case: table becomes typed and a typed one a plain one
-- never: DROP TABLE
-- old
CREATE TYPE c AS (a int, b text);
CREATE TABLE t (a int, b text);
CREATE TABLE u OF c;
-- new
CREATE TYPE c AS (a int, b text);
CREATE TABLE t OF c;
CREATE TABLE u (a int, b text);

-- case: typed table with defaults, keys and options of its columns
-- old
CREATE TYPE c AS (a int, b text, d int);
-- new
CREATE TYPE c AS (a int, b text, d int);
CREATE TABLE t OF c (a WITH OPTIONS NOT NULL DEFAULT 3, b WITH OPTIONS CONSTRAINT k CHECK (b <> ''), PRIMARY KEY (d));

-- case: type moves below a column from an enum of one schema to one of another
-- never: DROP TABLE
-- holds: SELECT x::text = 'a' FROM public.t
-- old
CREATE SCHEMA s;
CREATE TYPE s.old AS ENUM ('a', 'b');
CREATE TABLE t (x s.old DEFAULT 'a', y s.old[] DEFAULT '{a}');
INSERT INTO t VALUES ('a', '{b}');
-- new
CREATE SCHEMA s;
CREATE TYPE s.new AS ENUM ('b', 'a');
CREATE TABLE t (x s.new DEFAULT 'a', y s.new[] DEFAULT '{a}');

-- case: row type of a table is used by a column of another that stays
-- never: DROP TABLE public.u
-- old
CREATE TABLE t (a int, b text);
CREATE TABLE u (x t[]);
CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- new
CREATE TABLE t (a int, b text, c int);
CREATE TABLE u (x t[]);
CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: range type with everything on it is made anew
-- never: DROP TABLE
-- holds: SELECT count(*) = 1 FROM public.t
-- old
CREATE TYPE r AS RANGE (subtype = float8);
CREATE TABLE t (x r, y r[]);
INSERT INTO t VALUES ('[1,2)', NULL);
CREATE FUNCTION f(r) RETURNS r LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT x FROM t;
-- new
CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE t (x r, y r[]);
CREATE FUNCTION f(r) RETURNS r LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT x FROM t;

-- case: domain's NOT NULL has a name, and the domain is swapped below a column
-- since: 17
-- never: DROP TABLE
-- old
CREATE DOMAIN d AS numeric(10,2) NOT NULL;
CREATE DOMAIN e AS text CONSTRAINT given NOT NULL;
CREATE DOMAIN f AS text CONSTRAINT d_not_null NOT NULL;
CREATE DOMAIN g AS int;
CREATE TABLE t (a d, b e, c f);
-- new
CREATE DOMAIN d AS numeric(8,2) NOT NULL;
CREATE DOMAIN e AS text CONSTRAINT other NOT NULL;
CREATE DOMAIN f AS text NOT NULL;
CREATE DOMAIN g AS int CONSTRAINT g_given NOT NULL;
CREATE TABLE t (a d, b e, c f);

-- case: attributes of a stored composite change their places
-- never: DROP TABLE
-- holds: SELECT bool_and((v).a = 1 AND (v).b = 2) FROM public.t WHERE id = 1
-- holds: SELECT v IS NOT DISTINCT FROM NULL FROM public.t WHERE id = 2
-- old
CREATE TYPE c AS (a int, b int);
CREATE TABLE t (id int, v c);
INSERT INTO t VALUES (1, '(1,2)'), (2, NULL), (3, '(,)');
-- new
CREATE TYPE c AS (b int, a int);
CREATE TABLE t (id int, v c);

-- case: attributes of a stored composite go, come and change their type together
-- never: DROP TABLE
-- holds: SELECT (v).b = 2 FROM public.t WHERE id = 1
-- old
CREATE TYPE e AS ENUM ('x', 'y');
CREATE TYPE c AS (a int, b int, k e);
CREATE TABLE t (id int, v c);
INSERT INTO t VALUES (1, '(1,2,x)'), (2, NULL);
-- new
CREATE TYPE e AS ENUM ('y', 'x');
CREATE TYPE c AS (b bigint, k e, n text);
CREATE TABLE t (id int, v c);
