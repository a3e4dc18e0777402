What random schemas found: partitions that leave a parent which changes, states of cloned triggers, typed
tables whose type gets another order, and what PostgreSQL makes anew with more or less than it had.

-- case: column is added while a partition leaves
-- old
CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
-- new
CREATE TABLE p (a int NOT NULL, b int NOT NULL DEFAULT 0, c int GENERATED ALWAYS AS (a * 2) STORED) PARTITION BY LIST (a);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);

-- case: checks come and go and a column becomes NOT NULL while a partition leaves
-- old
CREATE TABLE p (a int, b int, CONSTRAINT gone CHECK (a > 0), CONSTRAINT other CHECK (b > 0)) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
-- new
CREATE TABLE p (a int, b int NOT NULL, CONSTRAINT other CHECK (b > 1), CONSTRAINT comes CHECK (a > 1)) PARTITION BY LIST (a);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);

-- case: column changes its type while a partition leaves
-- old
CREATE TABLE p (a int, b int DEFAULT 1) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
-- new
CREATE TABLE p (a int, b bigint DEFAULT 1) PARTITION BY LIST (a);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);

-- case: index is made while a partition leaves
-- old
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
-- new
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE INDEX i ON p (a);

-- case: index is made while the only partition leaves
-- old
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
-- new
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE INDEX i ON p (a);

-- case: check and index go while a partition comes
-- old
CREATE TABLE p (a int, CONSTRAINT gone CHECK (a > 0)) PARTITION BY LIST (a);
CREATE INDEX i ON p (a);
-- new
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);

-- case: triggers that are off on partitions that come and go
-- old
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE TRIGGER kept AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER gone AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER other AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE p DISABLE TRIGGER kept;
ALTER TABLE p ENABLE ALWAYS TRIGGER gone;
ALTER TABLE p ENABLE REPLICA TRIGGER other;
-- new
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2, 5);
CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3);
CREATE TRIGGER kept AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER other AFTER UPDATE ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER comes AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE p ENABLE ALWAYS TRIGGER other;
ALTER TABLE p DISABLE TRIGGER comes;

-- case: whole tree with triggers that are off
-- old
-- new
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY LIST (b);
CREATE TABLE p11 PARTITION OF p1 FOR VALUES IN (1);
CREATE TRIGGER w AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE p DISABLE TRIGGER w;
ALTER TABLE p11 ENABLE ALWAYS TRIGGER w;

-- case: comment on the index of a partitioned table whose column changes its type
-- old
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX i ON p (b);
COMMENT ON INDEX i IS 'said';
-- new
CREATE TABLE p (a int, b text) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX i ON p (b);
COMMENT ON INDEX i IS 'said';

-- case: commented index of a partitioned table
-- old
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
-- new
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX i ON p (a);
COMMENT ON INDEX i IS 'said';

-- case: options of the index of a partitioned table
-- old
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX i ON p (a) WITH (fillfactor = 80);
-- new
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX i ON p (a);

-- case: generated column of a partitioned table with an index becomes a plain one of another type
-- old
CREATE TABLE p (a int, b int GENERATED ALWAYS AS (a * 2) STORED) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX i ON p (b);
-- new
CREATE TABLE p (a int, b text) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX i ON p (b);

-- case: generated column becomes a plain one while the comment on its index goes
-- old
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX i ON t (b);
COMMENT ON INDEX i IS 'said';
-- new
CREATE TABLE t (a int, b text);
CREATE INDEX i ON t (b);

-- case: attribute comes in the middle of the type of a table
-- never: DROP TABLE
-- holds: SELECT count(*) = 1 FROM public.t WHERE a = 1 AND c = 'x' AND d = 4
-- old
CREATE TYPE k AS (a int, c text, d int);
CREATE TABLE t OF k (d NOT NULL, c DEFAULT 'none');
CREATE INDEX i ON t (c);
COMMENT ON COLUMN t.c IS 'said';
INSERT INTO t VALUES (1, 'x', 4);
-- new
CREATE TYPE k AS (a int, b bigint, c text, d int);
CREATE TABLE t OF k (d NOT NULL, c DEFAULT 'none');
CREATE INDEX i ON t (c);
COMMENT ON COLUMN t.c IS 'said';

-- case: type of a table gets other attributes while the table changes too
-- old
CREATE TYPE k AS (a int, b int);
CREATE TABLE t OF k;
CREATE TABLE u OF k;
-- new
CREATE TYPE k AS (b int, c int);
CREATE TABLE t OF k WITH (fillfactor = 80);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;

-- case: type of a table that goes gets an attribute
-- old
CREATE TYPE k AS (a int);
CREATE TABLE t OF k;
-- new
CREATE TYPE k AS (a int, b int);

-- case: child has a check that is not valid
-- old
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT sane CHECK (a > 0) NOT VALID;
-- new
CREATE TABLE t (a int);
CREATE TABLE child () INHERITS (t);
ALTER TABLE t ADD CONSTRAINT sane CHECK (a > 0) NOT VALID;

-- case: parent gets a default while its child goes
-- old
CREATE TABLE t (a int, b int DEFAULT 1);
CREATE TABLE child () INHERITS (t);
ALTER TABLE child ALTER b DROP DEFAULT;
-- new
CREATE TABLE t (a int DEFAULT 5, b int DEFAULT 1);

-- case: inherited column with settings of its own goes
-- never: DROP TABLE
-- old
CREATE TABLE t (a int, b text);
CREATE TABLE child () INHERITS (t);
ALTER TABLE ONLY t ALTER b SET STORAGE EXTERNAL;
ALTER TABLE ONLY child ALTER b SET STORAGE MAIN;
-- new
CREATE TABLE t (a int);
CREATE TABLE child () INHERITS (t);

-- case: column leaves a type that others change with
-- never: DROP TABLE
-- old
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e, y e[], z e);
-- new
CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE t (x e, y text, z uuid);

-- case: table is clustered on a key that goes
-- old
CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY, b int NOT NULL CONSTRAINT u UNIQUE);
ALTER TABLE t CLUSTER ON k;
ALTER TABLE t REPLICA IDENTITY USING INDEX u;
-- new
CREATE TABLE t (a int NOT NULL, b int NOT NULL);

-- case: two indexes change around two columns that change crosswise
-- never: DROP TABLE
-- old
CREATE TABLE t (c int, d int);
CREATE VIEW v AS SELECT c FROM t;
CREATE INDEX i ON t ((c IS NULL));
CREATE INDEX j ON t ((d IS NULL));
-- new
CREATE TABLE t (c text, d text);
CREATE INDEX i ON t ((d IS NULL));
CREATE INDEX j ON t ((c IS NULL));

-- case: years roll on and the old one is detached by nobody before the gate
-- never: ALTER TABLE public.p DETACH
-- old
CREATE TABLE p (a date) PARTITION BY RANGE (a);
CREATE TABLE p24 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE p25 PARTITION OF p FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- new
CREATE TABLE p (a date, b int) PARTITION BY RANGE (a);
CREATE TABLE p25 PARTITION OF p FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE p26 PARTITION OF p FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- case: first generator of a column begins behind the numbers that are there
-- holds: SELECT NOT EXISTS (SELECT FROM pg_sequences WHERE sequencename = 't_id_seq' AND last_value IS DISTINCT FROM 3)
-- never: DROP TABLE
-- old
CREATE TABLE t (id int PRIMARY KEY, n text);
INSERT INTO t VALUES (1, 'a'), (3, 'b');
-- new
CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, n text);

-- case: first serial of a column begins behind the numbers that are there
-- holds: SELECT NOT EXISTS (SELECT FROM pg_sequences WHERE sequencename = 't_id_seq' AND last_value IS DISTINCT FROM 3)
-- never: DROP TABLE
-- old
CREATE TABLE t (id int PRIMARY KEY, n text);
INSERT INTO t VALUES (1, 'a'), (3, 'b');
-- new
CREATE TABLE t (id serial PRIMARY KEY, n text);

-- case: a child made under a check that is not validated
-- old
CREATE TABLE t (id bigint NOT NULL, CONSTRAINT sane CHECK (id > 0));
-- new
CREATE TABLE t (id bigint NOT NULL);
CREATE TABLE child (extra text) INHERITS (t);
ALTER TABLE t ADD CONSTRAINT sane CHECK (id > 0) NOT VALID;

-- case: the connection of a subscription whose owner is no superuser
-- roles: lockstep_owner, lockstep_reader
-- since: 16
-- old
CREATE SUBSCRIPTION s CONNECTION 'host=nowhere dbname=a' PUBLICATION p WITH (connect = false, slot_name = NONE);
ALTER SUBSCRIPTION s OWNER TO lockstep_reader;
-- new
CREATE SUBSCRIPTION s CONNECTION 'host=nowhere dbname=b' PUBLICATION p WITH (connect = false, slot_name = NONE);
ALTER SUBSCRIPTION s OWNER TO lockstep_owner;

-- case: a child goes whose check is validated while its parent loses an identity
-- old
CREATE TABLE t (id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (START WITH 5), ref bigint);
CREATE TABLE child (extra text) INHERITS (t);
ALTER TABLE t ADD CONSTRAINT sane CHECK (id > 0) NOT VALID;
-- new
CREATE TABLE t (id bigint NOT NULL, ref bigint);
ALTER TABLE t ADD CONSTRAINT sane CHECK (id > 0);
