The ordering cases every engine got wrong at least once, and edges that PostgreSQL does not record.

-- case: view that groups by a primary key, and a view of it
-- old
CREATE TABLE base (id int);
-- new
CREATE TABLE base (id int PRIMARY KEY, a text, b text);
CREATE VIEW v AS SELECT id, a, b FROM base GROUP BY id;
CREATE VIEW w AS SELECT v.id, count(*) FROM v JOIN base USING (id) GROUP BY v.id;

-- case: the key that a view groups by is made anew
-- old
CREATE TABLE t (id int, other int NOT NULL, a text, CONSTRAINT k PRIMARY KEY (id));
CREATE VIEW v AS SELECT id, a FROM t GROUP BY id;
COMMENT ON VIEW v IS 'stays';
-- new
CREATE TABLE t (id int, other int NOT NULL, a text, CONSTRAINT k PRIMARY KEY (id) INCLUDE (a));
CREATE VIEW v AS SELECT id, a FROM t GROUP BY id;
COMMENT ON VIEW v IS 'stays';

-- case: default, check, index and generated column call a new function
-- never: DROP TABLE
-- old
CREATE TABLE t (a int, b int);
-- new
CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 + 1';
CREATE TABLE t (a int DEFAULT f(1) CHECK (f(a) > 0), b int, g int GENERATED ALWAYS AS (f(b)) STORED);
CREATE INDEX i ON t (f(a), f(b)) WHERE f(a) > 3;
CREATE STATISTICS st (ndistinct) ON a, b FROM t;

-- case: sql function reads a new table, a new view and a new column
-- old
CREATE TABLE had (x int);
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT max(x) FROM public.had';
-- new
CREATE TABLE had (x int, y int);
CREATE TABLE fresh (a int);
CREATE VIEW seen AS SELECT a FROM fresh;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.fresh JOIN public.seen USING (a)';
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT max(y) FROM public.had';

-- case: sql function whose body is parsed at once reads a new table
-- since: 14
-- old
CREATE TABLE had (x int);
-- new
CREATE TABLE had (x int);
CREATE TABLE fresh (a int PRIMARY KEY, b text);
CREATE FUNCTION f(k int) RETURNS text BEGIN ATOMIC SELECT b FROM fresh WHERE a = k; END;
CREATE FUNCTION g(k int) RETURNS text RETURN f(k) || (SELECT max(x) FROM had);
CREATE VIEW v AS SELECT g(a) FROM fresh;

-- case: column that a parsed body reads changes its type
-- since: 14
-- never: DROP TABLE
-- old
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT sum(a) FROM t; END;
CREATE VIEW v AS SELECT f();
-- new
CREATE TABLE t (a bigint, b int);
CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT sum(a)::bigint FROM t; END;
CREATE VIEW v AS SELECT f();

-- case: signature changes below default, check, index, generated column and policy
-- never: DROP TABLE
-- holds: SELECT count(*) = 2 FROM public.t
-- old
CREATE FUNCTION f(int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0';
CREATE TABLE t (a int CHECK (f(a)), d bool DEFAULT f(1), g bool GENERATED ALWAYS AS (f(a)) STORED);
CREATE INDEX i ON t (f(a)) WHERE f(a);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (f(a)) WITH CHECK (f(a));
INSERT INTO t (a) VALUES (1), (2);
-- new
CREATE FUNCTION f(bigint, text DEFAULT 'x') RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0';
CREATE TABLE t (a int CHECK (f(a)), d bool DEFAULT f(1), g bool GENERATED ALWAYS AS (f(a)) STORED);
CREATE INDEX i ON t (f(a)) WHERE f(a);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (f(a)) WITH CHECK (f(a));

-- case: argument name changes below default, check, index, generated column, policy, trigger and view
-- never: DROP TABLE
-- old
CREATE FUNCTION f(old int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0';
CREATE TABLE t (a int CHECK (f(a)), d bool DEFAULT f(1), g bool GENERATED ALWAYS AS (f(a)) STORED);
CREATE INDEX i ON t (f(a)) WHERE f(a);
CREATE POLICY p ON t USING (f(a)) WITH CHECK (f(a));
CREATE VIEW v AS SELECT f(a) AS x FROM t;
CREATE MATERIALIZED VIEW m AS SELECT x FROM v;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (f(old.a)) EXECUTE FUNCTION tf();
CREATE RULE r AS ON DELETE TO t WHERE f(old.a) DO INSTEAD NOTHING;
CREATE DOMAIN dom AS int CHECK (f(value));
CREATE TABLE u (x dom);
-- new
CREATE FUNCTION f(new int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT $1 > 0';
CREATE TABLE t (a int CHECK (f(a)), d bool DEFAULT f(1), g bool GENERATED ALWAYS AS (f(a)) STORED);
CREATE INDEX i ON t (f(a)) WHERE f(a);
CREATE POLICY p ON t USING (f(a)) WITH CHECK (f(a));
CREATE VIEW v AS SELECT f(a) AS x FROM t;
CREATE MATERIALIZED VIEW m AS SELECT x FROM v;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (f(old.a)) EXECUTE FUNCTION tf();
CREATE RULE r AS ON DELETE TO t WHERE f(old.a) DO INSTEAD NOTHING;
CREATE DOMAIN dom AS int CHECK (f(value));
CREATE TABLE u (x dom);

-- case: column type changes below view, materialized view, rule, policy, generated column, trigger and statistics
-- never: DROP TABLE
-- holds: SELECT sum(a) = 6 FROM public.t
-- old
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 3, g int GENERATED ALWAYS AS (a * 2) STORED, b int);
INSERT INTO t VALUES (1, 1), (2, 2), (3, 3);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a, sum(a) OVER () FROM v;
CREATE MATERIALIZED VIEW m AS SELECT a FROM v;
CREATE UNIQUE INDEX mi ON m (a);
CREATE RULE r AS ON UPDATE TO t WHERE new.a > 3 DO ALSO NOTHING;
CREATE POLICY p ON t USING (a > 0);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE OF a, b ON t FOR EACH ROW WHEN (old.a IS DISTINCT FROM new.a) EXECUTE FUNCTION tf();
CREATE STATISTICS st ON a, b FROM t;
GRANT SELECT ON v, w, m TO PUBLIC;
GRANT SELECT (a) ON t TO PUBLIC;
COMMENT ON COLUMN w.a IS 'of a view';
-- new
CREATE TABLE t (id int PRIMARY KEY, a numeric DEFAULT 3, g int GENERATED ALWAYS AS (a * 2) STORED, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a, sum(a) OVER () FROM v;
CREATE MATERIALIZED VIEW m AS SELECT a FROM v;
CREATE UNIQUE INDEX mi ON m (a);
CREATE RULE r AS ON UPDATE TO t WHERE new.a > 3 DO ALSO NOTHING;
CREATE POLICY p ON t USING (a > 0);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE OF a, b ON t FOR EACH ROW WHEN (old.a IS DISTINCT FROM new.a) EXECUTE FUNCTION tf();
CREATE STATISTICS st ON a, b FROM t;
GRANT SELECT ON v, w, m TO PUBLIC;
GRANT SELECT (a) ON t TO PUBLIC;
COMMENT ON COLUMN w.a IS 'of a view';

-- case: owned sequence of a dropped column and of a dropped table
-- old
CREATE TABLE t (id serial, keep int);
CREATE TABLE u (id serial PRIMARY KEY);
CREATE SEQUENCE own;
CREATE TABLE x (n int DEFAULT nextval('own'));
ALTER SEQUENCE own OWNED BY x.n;
-- new
CREATE TABLE t (keep int);
CREATE SEQUENCE own;
CREATE TABLE y (n int DEFAULT nextval('own'));

-- case: three tables refer to each other in a circle and to themselves
-- old
CREATE TABLE a (id int PRIMARY KEY);
-- new
CREATE TABLE a (id int PRIMARY KEY, c int, self int REFERENCES a);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, b int REFERENCES b);
ALTER TABLE a ADD CONSTRAINT to_c FOREIGN KEY (c) REFERENCES c;

-- case: new label is used by everything in the same plan
-- old
CREATE TYPE e AS ENUM ('a', 'z');
CREATE TABLE t (x e);
CREATE FUNCTION g() RETURNS e LANGUAGE sql AS $$SELECT 'a'::public.e$$;
-- new
CREATE TYPE e AS ENUM ('a', 'm', 'z', 'zz');
CREATE DOMAIN d AS e DEFAULT 'm' CHECK (value <> 'zz');
CREATE TABLE t (x e DEFAULT 'm' CHECK (x <> 'zz'), y d, g bool GENERATED ALWAYS AS (x = 'm') STORED);
CREATE INDEX i ON t (x) WHERE x = 'm';
CREATE VIEW v AS SELECT x FROM t WHERE x = 'zz';
CREATE POLICY p ON t USING (x = 'm');
CREATE FUNCTION f(e DEFAULT 'zz') RETURNS e LANGUAGE sql AS $$SELECT 'm'::public.e$$;
CREATE FUNCTION g() RETURNS e LANGUAGE sql AS $$SELECT 'm'::public.e$$;
CREATE TABLE part (x e) PARTITION BY LIST (x);
CREATE TABLE part_m PARTITION OF part FOR VALUES IN ('m');

-- case: chain of materialized views with indexes and comments
-- old
CREATE TABLE t (a int, b text);
CREATE MATERIALIZED VIEW m1 AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW m2 AS SELECT a FROM m1;
CREATE MATERIALIZED VIEW m3 AS SELECT m2.a FROM m2 JOIN m1 USING (a);
CREATE UNIQUE INDEX m2i ON m2 (a);
CREATE INDEX m3i ON m3 (a);
COMMENT ON MATERIALIZED VIEW m2 IS 'second';
COMMENT ON COLUMN m2.a IS 'its column';
COMMENT ON INDEX m2i IS 'its index';
GRANT SELECT ON m3 TO PUBLIC;
-- new
CREATE TABLE t (a int, b text);
CREATE MATERIALIZED VIEW m1 AS SELECT a, b FROM t WHERE a > 0;
CREATE MATERIALIZED VIEW m2 AS SELECT a FROM m1;
CREATE MATERIALIZED VIEW m3 AS SELECT m2.a FROM m2 JOIN m1 USING (a);
CREATE UNIQUE INDEX m2i ON m2 (a);
CREATE INDEX m3i ON m3 (a);
COMMENT ON MATERIALIZED VIEW m2 IS 'second';
COMMENT ON COLUMN m2.a IS 'its column';
COMMENT ON INDEX m2i IS 'its index';
GRANT SELECT ON m3 TO PUBLIC;

-- case: policies read each other's tables, both new
-- old
-- new
CREATE TABLE a (x int);
CREATE TABLE b (x int);
ALTER TABLE a ENABLE ROW LEVEL SECURITY;
ALTER TABLE b ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON a USING (EXISTS (SELECT FROM b WHERE b.x = a.x));
CREATE POLICY p ON b USING (EXISTS (SELECT FROM a WHERE a.x = b.x));

-- case: constraints of a partition and of its parent
-- never: DROP TABLE
-- old
CREATE TABLE p (a int, d int) PARTITION BY LIST (d);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p (CONSTRAINT own CHECK (a < 100)) FOR VALUES IN (2);
-- new
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (a int NOT NULL CONSTRAINT pos CHECK (a > 0) REFERENCES r, d int, UNIQUE (a, d)) PARTITION BY LIST (d);
CREATE TABLE p1 PARTITION OF p (CONSTRAINT here CHECK (a <> 5)) FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);

-- case: column of an extension's type
-- old
CREATE TABLE t (a text);
-- new
CREATE EXTENSION citext;
CREATE TABLE t (a citext);
CREATE INDEX i ON t (a);
CREATE TABLE u (b citext DEFAULT 'x', c citext[]);

-- case: extension's type, operator class and function are used by what stays
-- never: DROP TABLE
-- old
CREATE EXTENSION pg_trgm;
CREATE TABLE t (a text, b int);
CREATE INDEX i ON t USING gin (a gin_trgm_ops);
CREATE VIEW v AS SELECT similarity(a, 'x') AS s FROM t;
-- new
CREATE EXTENSION pg_trgm;
CREATE TABLE t (a varchar(20), b int);
CREATE INDEX i ON t USING gin (a gin_trgm_ops);
CREATE VIEW v AS SELECT similarity(a, 'x') AS s FROM t;

-- case: default privileges fire on what is made again
-- roles: reader, writer
-- old
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO writer;
CREATE TABLE t (a int);
REVOKE SELECT ON t FROM reader;
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION f(int) FROM writer, PUBLIC;
CREATE VIEW v AS SELECT a, f(a) FROM t;
REVOKE ALL ON v FROM reader;
GRANT INSERT ON v TO reader;
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
-- new
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO writer;
CREATE TABLE t (a bigint);
REVOKE SELECT ON t FROM reader;
CREATE FUNCTION f(y bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION f(bigint) FROM writer, PUBLIC;
CREATE VIEW v AS SELECT a, f(a) FROM t;
REVOKE ALL ON v FROM reader;
GRANT INSERT ON v TO reader;
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE VIEW n AS SELECT 1 AS x;

-- case: trigger on columns, one of which goes and one of which comes
-- never: DROP TABLE
-- old
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE OF a, b ON t FOR EACH ROW EXECUTE FUNCTION f();
COMMENT ON TRIGGER tr ON t IS 'x';
-- new
CREATE TABLE t (a int, c int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE OF a, c ON t FOR EACH ROW EXECUTE FUNCTION f();
COMMENT ON TRIGGER tr ON t IS 'x';

-- case: functions whose signatures name a table's row, its columns and sets of it
-- never: DROP TABLE
-- old
CREATE TABLE t (a int, b text);
CREATE FUNCTION rows() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM public.t';
CREATE FUNCTION one(t) RETURNS t LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION typed(x t.a%TYPE) RETURNS t.b%TYPE LANGUAGE plpgsql AS $$DECLARE r public.t%ROWTYPE; BEGIN RETURN r.b; END$$;
CREATE FUNCTION computed(t) RETURNS int LANGUAGE sql AS 'SELECT $1.a';
CREATE VIEW v AS SELECT t.computed FROM t;
CREATE VIEW w AS SELECT a FROM rows();
-- new
CREATE TABLE t (a bigint, b text, c int);
CREATE FUNCTION rows() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM public.t';
CREATE FUNCTION one(t) RETURNS t LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION typed(x t.a%TYPE) RETURNS t.b%TYPE LANGUAGE plpgsql AS $$DECLARE r public.t%ROWTYPE; BEGIN RETURN r.b; END$$;
CREATE FUNCTION computed(t) RETURNS bigint LANGUAGE sql AS 'SELECT $1.a';
CREATE VIEW v AS SELECT t.computed FROM t;
CREATE VIEW w AS SELECT a FROM rows();

-- case: table function and the table it returns are both new, and a view reads it
-- old
-- new
CREATE TABLE t (a int, b text);
CREATE FUNCTION rows() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM public.t';
CREATE FUNCTION cols() RETURNS TABLE (a int, n bigint) LANGUAGE sql AS 'SELECT a, count(*) FROM public.rows() GROUP BY a';
CREATE VIEW v AS SELECT c.a FROM cols() c;
CREATE FUNCTION viewed() RETURNS SETOF v LANGUAGE sql AS 'SELECT * FROM public.v';

-- case: views that need each other through a function
-- old
CREATE TABLE t (a int);
-- new
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE FUNCTION f() RETURNS bigint LANGUAGE plpgsql AS $$BEGIN RETURN (SELECT count(*) FROM public.w); END$$;
CREATE VIEW w AS SELECT a, f() AS n FROM v;

-- case: view and function in a circle change
-- old
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS bigint LANGUAGE plpgsql AS $$BEGIN RETURN (SELECT count(*) FROM public.w); END$$;
CREATE VIEW w AS SELECT a, f() AS n FROM t;
-- new
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$BEGIN RETURN (SELECT count(*) FROM public.w); END$$;
CREATE VIEW w AS SELECT a, f() AS n FROM t;

-- case: default calls a function that reads the table itself
-- old
CREATE TABLE u (x int);
-- new
CREATE TABLE u (x int);
CREATE TABLE t (a int);
CREATE FUNCTION nexta() RETURNS int LANGUAGE sql AS 'SELECT coalesce(max(a), 0) + 1 FROM public.t';
ALTER TABLE t ALTER a SET DEFAULT nexta();
ALTER TABLE t ADD CONSTRAINT few CHECK (nexta() < 1000);

-- case: function that reads the table calls for its rows in a generated column and in a policy of it
-- old
CREATE TABLE t (a int);
-- new
CREATE TABLE t (a int);
CREATE FUNCTION f(t) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1.a';
CREATE INDEX i ON t (f(t));
CREATE POLICY p ON t USING (f(t) > 0);

-- case: rule that inserts into another table, on a view that becomes wider
-- old
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE RULE ins AS ON INSERT TO v DO INSTEAD INSERT INTO t (a) VALUES (new.a);
CREATE RULE del AS ON DELETE TO v DO INSTEAD NOTHING;
COMMENT ON RULE ins ON v IS 'x';
GRANT SELECT ON v TO PUBLIC;
GRANT UPDATE (a) ON v TO PUBLIC;
-- new
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE RULE ins AS ON INSERT TO v DO INSTEAD INSERT INTO t (a, b) VALUES (new.a, new.b);
CREATE RULE del AS ON DELETE TO v DO INSTEAD NOTHING;
COMMENT ON RULE ins ON v IS 'x';
GRANT SELECT ON v TO PUBLIC;
GRANT UPDATE (a) ON v TO PUBLIC;

-- case: instead-of trigger on a view whose column changes its type
-- old
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
ALTER VIEW v ALTER a SET DEFAULT 5;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
COMMENT ON TRIGGER tr ON v IS 'x';
COMMENT ON COLUMN v.a IS 'col';
-- new
CREATE TABLE t (a text);
CREATE VIEW v AS SELECT a FROM t;
ALTER VIEW v ALTER a SET DEFAULT 5;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
COMMENT ON TRIGGER tr ON v IS 'x';
COMMENT ON COLUMN v.a IS 'col';

-- case: default of a function's argument calls another function that changes
-- old
CREATE FUNCTION base(x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(a int DEFAULT base(1)) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT f();
-- new
CREATE FUNCTION base(x bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(a int DEFAULT base(1)) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT f();

-- case: procedures that call each other and take what changes
-- old
CREATE TYPE e AS ENUM ('a', 'b');
CREATE PROCEDURE inner_one(x e) LANGUAGE plpgsql AS 'BEGIN END';
CREATE PROCEDURE outer_one(x e) LANGUAGE plpgsql AS 'BEGIN CALL public.inner_one(x); END';
-- new
CREATE TYPE e AS ENUM ('b');
CREATE PROCEDURE inner_one(x e, INOUT y int) LANGUAGE plpgsql AS 'BEGIN END';
CREATE PROCEDURE outer_one(x e) LANGUAGE plpgsql AS 'DECLARE n int; BEGIN CALL public.inner_one(x, n); END';

-- case: recursive view and a view with a window and a lateral join
-- old
CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES t);
CREATE RECURSIVE VIEW tree (id, depth) AS SELECT id, 0 FROM t WHERE parent IS NULL UNION ALL SELECT t.id, depth + 1 FROM t JOIN tree ON tree.id = t.parent;
CREATE VIEW w AS SELECT x.* FROM t, LATERAL (SELECT count(*) AS n FROM tree WHERE tree.id = t.id) x;
-- new
CREATE TABLE t (id bigint PRIMARY KEY, parent bigint REFERENCES t);
CREATE RECURSIVE VIEW tree (id, depth) AS SELECT id, 0 FROM t WHERE parent IS NULL UNION ALL SELECT t.id, depth + 1 FROM t JOIN tree ON tree.id = t.parent;
CREATE VIEW w AS SELECT x.* FROM t, LATERAL (SELECT count(*) AS n FROM tree WHERE tree.id = t.id) x;

-- case: sql function inside an index goes over to another body and another table
-- old
CREATE TABLE cfg (k text);
CREATE FUNCTION f(text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT lower($1)';
CREATE TABLE t (a text);
CREATE UNIQUE INDEX i ON t (f(a));
-- new
CREATE TABLE cfg2 (k text);
CREATE FUNCTION f(text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT coalesce((SELECT k FROM public.cfg2 LIMIT 1), $1)';
CREATE TABLE t (a text);
CREATE UNIQUE INDEX i ON t (f(a));

-- case: view becomes a materialized view and back a table becomes a view, with views of both
-- old
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
GRANT SELECT ON v TO PUBLIC;
-- new
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
GRANT SELECT ON v TO PUBLIC;

-- case: function becomes an aggregate, and an aggregate's function changes
-- old
CREATE FUNCTION acc(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (SFUNC = acc, STYPE = int, INITCOND = '0');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) FROM t;
CREATE FUNCTION other(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- new
CREATE FUNCTION acc(bigint, int) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (SFUNC = acc, STYPE = bigint, INITCOND = '0');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) FROM t;
CREATE AGGREGATE other(int) (SFUNC = acc, STYPE = bigint);

-- case: schema goes with everything in it
-- old
CREATE SCHEMA gone;
CREATE TYPE gone.e AS ENUM ('a');
CREATE TABLE gone.t (id serial PRIMARY KEY, x gone.e);
CREATE VIEW gone.v AS SELECT x FROM gone.t;
CREATE FUNCTION gone.f() RETURNS gone.e LANGUAGE sql AS 'SELECT x FROM gone.t';
CREATE TABLE public.t (x int);
-- new
CREATE TABLE public.t (x int);

-- case: objects of equal names move from one schema to another
-- old
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.e AS ENUM ('x');
CREATE TABLE a.t (x a.e);
CREATE VIEW a.v AS SELECT x FROM a.t;
CREATE TABLE u (x a.e);
-- new
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.e AS ENUM ('x');
CREATE TYPE b.e AS ENUM ('x');
CREATE TABLE b.t (x b.e);
CREATE VIEW b.v AS SELECT x FROM b.t;
CREATE TABLE u (x b.e);

-- case: foreign key follows a key that moves to another column set
-- never: DROP TABLE
-- old
CREATE TABLE a (x int, y int, CONSTRAINT k UNIQUE (x, y));
CREATE TABLE b (x int, y int, CONSTRAINT f FOREIGN KEY (x, y) REFERENCES a (x, y));
-- new
CREATE TABLE a (x int, y int, CONSTRAINT k UNIQUE (y, x));
CREATE TABLE b (x int, y int, CONSTRAINT f FOREIGN KEY (y, x) REFERENCES a (y, x) ON DELETE CASCADE);

-- case: column is dropped from below everything that names it
-- never: DROP TABLE
-- old
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (b + 1) STORED, CHECK (a > b), UNIQUE (a, b));
CREATE INDEX i ON t (a) INCLUDE (b);
CREATE STATISTICS st ON a, b FROM t;
CREATE VIEW v AS SELECT a, b FROM t;
CREATE POLICY p ON t USING (b > 0);
CREATE RULE r AS ON UPDATE TO t WHERE new.b > 3 DO ALSO NOTHING;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION tf();
GRANT SELECT (b) ON t TO PUBLIC;
COMMENT ON COLUMN t.b IS 'x';
-- new
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';

-- case: event trigger and its function
-- old
-- new
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON sql_drop WHEN TAG IN ('DROP VIEW') EXECUTE FUNCTION f();
ALTER EVENT TRIGGER et DISABLE;

-- case: view gets columns at its end and keeps what hangs on it
-- never: DROP VIEW
-- roles: lockstep_reader
-- old
CREATE TABLE t (a int, b text, c int);
CREATE VIEW v WITH (security_barrier) AS SELECT a, b FROM t;
COMMENT ON VIEW v IS 'kept';
COMMENT ON COLUMN v.a IS 'kept too';
GRANT SELECT ON v TO lockstep_reader;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW z AS SELECT a FROM v;
CREATE VIEW w AS SELECT a FROM z;
CREATE MATERIALIZED VIEW m AS SELECT b FROM v;
CREATE INDEX ON m (b);
-- new
CREATE TABLE t (a int, b text, c int);
CREATE VIEW v AS SELECT a, b, c, a + 1 AS d FROM t;
COMMENT ON VIEW v IS 'kept';
COMMENT ON COLUMN v.a IS 'kept too';
COMMENT ON COLUMN v.d IS 'new';
GRANT SELECT ON v TO lockstep_reader;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW z AS SELECT a FROM v;
CREATE VIEW w AS SELECT a FROM z;
CREATE MATERIALIZED VIEW m AS SELECT b FROM v;
CREATE INDEX ON m (b);
CREATE VIEW x AS SELECT d FROM v;

-- case: view gets columns at its end below a view that gets some as well
-- old
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- new
CREATE TABLE t (a int, b text, c int);
CREATE VIEW v AS SELECT a, b, c FROM t;
CREATE VIEW w AS SELECT a, c FROM v;
