Partitions and inheritance: ATTACH and DETACH, never a replaced table.

-- case: partition gets another bound while rows are in it
-- never: DROP TABLE
-- holds: SELECT count(*) = 2 FROM public.p
-- old
CREATE TABLE p (a int PRIMARY KEY, b text) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (5);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (5) TO (9);
CREATE INDEX i ON p (b);
INSERT INTO p VALUES (1, 'x'), (6, 'y');
-- new
CREATE TABLE p (a int PRIMARY KEY, b text) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (6);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (6) TO (9);
CREATE INDEX i ON p (b);

-- case: default partition becomes a bounded one and a bounded one the default
-- never: DROP TABLE
-- old
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE pd PARTITION OF p DEFAULT;
-- new
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p DEFAULT;
CREATE TABLE pd PARTITION OF p FOR VALUES IN (2, NULL);

-- case: partition moves to another parent and becomes a table of its own
-- never: DROP TABLE
-- holds: SELECT count(*) = 1 FROM public.x
-- old
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE q (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE x PARTITION OF p FOR VALUES IN (1);
CREATE TABLE y PARTITION OF p FOR VALUES IN (2);
CREATE TABLE z (a int, b int);
INSERT INTO p VALUES (1, 1);
-- new
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE q (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE x PARTITION OF q FOR VALUES FROM (1) TO (2);
CREATE TABLE y (a int, b int);
CREATE TABLE z PARTITION OF p FOR VALUES IN (3);

-- case: detached partition keeps its keys, indexes, foreign keys, triggers, checks and identity
-- since: 13
-- never: DROP TABLE
-- old
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (a int NOT NULL CHECK (a > 0) REFERENCES r, b int, PRIMARY KEY (a)) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (5);
CREATE INDEX i ON p (b);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
-- new
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (a int NOT NULL CHECK (a > 0) REFERENCES r, b int, PRIMARY KEY (a)) PARTITION BY RANGE (a);
CREATE TABLE p1 (a int NOT NULL CONSTRAINT p_a_check CHECK (a > 0) CONSTRAINT p_a_fkey REFERENCES r, b int, PRIMARY KEY (a));
CREATE INDEX i ON p (b);
CREATE INDEX p1_b_idx ON p1 (b);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();

-- case: partitions of partitions come, go and change
-- never: DROP TABLE public.p1a
-- old
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (b);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES FROM (1) TO (5);
CREATE TABLE p1b PARTITION OF p1 FOR VALUES FROM (5) TO (9);
-- new
CREATE TABLE p (a int, b int, c text) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1, 2) PARTITION BY RANGE (b);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES FROM (1) TO (6);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (3) PARTITION BY HASH (b);
CREATE TABLE p2a PARTITION OF p2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE p2b PARTITION OF p2 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX i ON p (b);
CREATE UNIQUE INDEX u ON p (a, b);

-- case: index of a partitioned table comes and goes while partitions have theirs
-- never: DROP TABLE
-- old
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX had ON p1 (b);
CREATE INDEX gone ON p (a, b);
-- new
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX had ON p1 (b);
CREATE INDEX pi ON ONLY p (b);
ALTER INDEX pi ATTACH PARTITION had;

-- case: index only on the parent, not on partitions
-- never: DROP TABLE
-- old
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
-- new
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX pi ON ONLY p (b);

-- case: attached index changes with its parent
-- never: DROP TABLE
-- old
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE INDEX pi ON p (b);
COMMENT ON INDEX p1_b_idx IS 'x';
-- new
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE INDEX pi ON p (b, a);
ALTER INDEX p1_b_a_idx RENAME TO p1_b_idx;
COMMENT ON INDEX p1_b_idx IS 'x';

-- case: table gets several parents and loses one
-- never: DROP TABLE
-- old
CREATE TABLE p1 (a int);
CREATE TABLE p2 (a int, b int);
CREATE TABLE p3 (c int);
CREATE TABLE t (a int, b int, c int) INHERITS (p3);
-- new
CREATE TABLE p1 (a int);
CREATE TABLE p2 (a int, b int);
CREATE TABLE p3 (c int);
CREATE TABLE t (a int, b int, c int) INHERITS (p1, p2);

-- case: parent gains a column that children had, and others had not
-- never: DROP TABLE
-- holds: SELECT sum(b) = 5 FROM public.c1
-- old
CREATE TABLE p (a int);
CREATE TABLE c1 (b int) INHERITS (p);
CREATE TABLE c2 () INHERITS (p);
INSERT INTO c1 VALUES (1, 5);
-- new
CREATE TABLE p (a int, b int);
CREATE TABLE c1 (b int) INHERITS (p);
CREATE TABLE c2 () INHERITS (p);

-- case: checks that are inherited and not
-- never: DROP TABLE
-- old
CREATE TABLE p (a int CONSTRAINT yes CHECK (a > 0), CONSTRAINT no CHECK (a < 9) NO INHERIT, CONSTRAINT gone CHECK (a <> 4));
CREATE TABLE c () INHERITS (p);
ALTER TABLE c ADD CONSTRAINT own CHECK (a <> 5);
-- new
CREATE TABLE p (a int CONSTRAINT yes CHECK (a > 0) NO INHERIT, CONSTRAINT no CHECK (a < 9));
CREATE TABLE c () INHERITS (p);
ALTER TABLE c ADD CONSTRAINT own CHECK (a <> 5);
ALTER TABLE c ADD CONSTRAINT gone CHECK (a <> 4);

-- case: inherited column changes type, default and NOT NULL in one of the children
-- never: DROP TABLE
-- old
CREATE TABLE p (a int DEFAULT 1, b int);
CREATE TABLE c (x int) INHERITS (p);
CREATE TABLE d (x int) INHERITS (p);
ALTER TABLE c ALTER a SET DEFAULT 5;
CREATE VIEW v AS SELECT a FROM c;
-- new
CREATE TABLE p (a bigint DEFAULT 2, b int NOT NULL);
CREATE TABLE c (x int) INHERITS (p);
CREATE TABLE d (x int) INHERITS (p);
ALTER TABLE d ALTER a SET DEFAULT 7;
ALTER TABLE c ALTER a SET NOT NULL;
CREATE VIEW v AS SELECT a FROM c;

-- case: inherited NOT NULL constraints have names and do not inherit
-- since: 18
-- never: DROP TABLE
-- old
CREATE TABLE p (a int CONSTRAINT nn NOT NULL, b int CONSTRAINT bn NOT NULL NO INHERIT, c int CONSTRAINT cn NOT NULL);
CREATE TABLE q () INHERITS (p);
-- new
CREATE TABLE p (a int CONSTRAINT other NOT NULL, b int CONSTRAINT bn NOT NULL, c int CONSTRAINT cn NOT NULL NO INHERIT);
CREATE TABLE q () INHERITS (p);

-- case: NOT NULL of a child that its parent does not have
-- never: DROP TABLE
-- old
CREATE TABLE p (a int, b int NOT NULL);
CREATE TABLE q () INHERITS (p);
-- new
CREATE TABLE p (a int, b int NOT NULL);
CREATE TABLE q () INHERITS (p);
ALTER TABLE q ALTER a SET NOT NULL;

-- case: grandchildren of an inheritance tree
-- never: DROP TABLE public.g
-- old
CREATE TABLE p (a int);
CREATE TABLE c () INHERITS (p);
CREATE TABLE g (z int) INHERITS (c);
CREATE TABLE x () INHERITS (c);
-- new
CREATE TABLE p (a bigint, b text DEFAULT 'x' NOT NULL, CONSTRAINT k CHECK (a > 0));
CREATE TABLE c () INHERITS (p);
CREATE TABLE g (z int) INHERITS (c);
CREATE INDEX i ON g (b);

-- case: foreign key of a partitioned table and one that refers to it
-- since: 13
-- never: DROP TABLE
-- old
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (a int PRIMARY KEY, r int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (5);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (5) TO (9);
CREATE TABLE u (p int);
-- new
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (a int PRIMARY KEY, r int REFERENCES r) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (5);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (5) TO (9);
ALTER TABLE p2 ADD CONSTRAINT extra FOREIGN KEY (r) REFERENCES r ON DELETE CASCADE;
CREATE TABLE u (p int REFERENCES p);

-- case: partition has another column order and dropped columns
-- never: DROP TABLE
-- old
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE x (gone int, b int, a int);
ALTER TABLE x DROP COLUMN gone;
ALTER TABLE p ATTACH PARTITION x FOR VALUES IN (1);
-- new
CREATE TABLE p (a int, b int, c int DEFAULT 4 NOT NULL) PARTITION BY LIST (a);
CREATE TABLE x (c int DEFAULT 4 NOT NULL, b int, a int);
ALTER TABLE p ATTACH PARTITION x FOR VALUES IN (1, 7);

-- case: replica identity and options of partitions
-- never: DROP TABLE
-- old
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
-- new
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
ALTER TABLE p REPLICA IDENTITY FULL;
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) WITH (fillfactor = 70);
ALTER TABLE p1 REPLICA IDENTITY NOTHING;
ALTER TABLE p1 ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON p1 USING (a > 0);

-- case: indexes and keys of three levels come, with comments and a foreign key to them
-- since: 12
-- never: DROP TABLE
-- old
CREATE TABLE p (a int NOT NULL, b int NOT NULL, d date NOT NULL) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (d);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY HASH (b);
CREATE TABLE p1ax PARTITION OF p1a FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE INDEX mine ON p1 (b);
COMMENT ON INDEX mine IS 'of one branch';
COMMENT ON INDEX p1ax_b_idx IS 'its leaf';
ALTER TABLE p2 ADD CONSTRAINT p2k PRIMARY KEY (a, b, d);
-- new
CREATE TABLE p (a int NOT NULL, b int NOT NULL, d date NOT NULL, PRIMARY KEY (a, b, d)) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (d);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY HASH (b);
CREATE TABLE p1ax PARTITION OF p1a FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE p2 (a int NOT NULL, b int NOT NULL, d date NOT NULL, CONSTRAINT p2k PRIMARY KEY (a, b, d));
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES IN (2);
CREATE INDEX mine ON p1 (b);
COMMENT ON INDEX mine IS 'of one branch';
COMMENT ON INDEX p1ax_b_idx IS 'its leaf';
CREATE INDEX i ON p (b);
CREATE INDEX j ON p (d);
COMMENT ON INDEX j IS 'all';
COMMENT ON INDEX p1_d_idx IS 'branch';
COMMENT ON INDEX p1ax_d_idx IS 'leaf';
CREATE TABLE r (a int, b int, d date, FOREIGN KEY (a, b, d) REFERENCES p);

-- case: index of two levels gets other columns while partitions come and change their bounds
-- never: DROP TABLE public.p1
-- old
CREATE TABLE p (a int, b int, d date) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (d);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE pd PARTITION OF p DEFAULT;
CREATE INDEX ON p (d);
-- new
CREATE TABLE p (a int, b int, d date, z text) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1, 2) PARTITION BY RANGE (d);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES FROM ('2020-01-01') TO ('2020-07-01');
CREATE TABLE p1b PARTITION OF p1 FOR VALUES FROM ('2020-07-01') TO ('2021-01-01');
CREATE INDEX ON p (d, z);

-- case: partitions that foreign keys refer to go, one with partitions of its own
-- plans: ALTER TABLE public.p DETACH PARTITION public.p2
-- old
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)) PARTITION BY LIST (b);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY HASH (a);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE p1b PARTITION OF p1 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2) PARTITION BY HASH (a);
CREATE TABLE p2a PARTITION OF p2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE c (a int, b int, FOREIGN KEY (a, b) REFERENCES p);
-- new
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)) PARTITION BY LIST (b);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY HASH (a);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE c (a int, b int, FOREIGN KEY (a, b) REFERENCES p);

-- case: partition and the foreign keys that referred to its parent go
-- since: 12
-- old
CREATE TABLE p (a int, b int, up int, upb int, PRIMARY KEY (a, b), FOREIGN KEY (up, upb) REFERENCES p) PARTITION BY LIST (b);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE TABLE c (a int, b int, FOREIGN KEY (a, b) REFERENCES p);
-- new
CREATE TABLE p (a int, b int, up int, upb int, PRIMARY KEY (a, b)) PARTITION BY LIST (b);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE c (a int, b int);

-- case: partition becomes a table with other columns
-- never: DROP TABLE
-- holds: SELECT count(*) = 1 FROM public.p1
-- old
CREATE TABLE p (a int, b int, gone int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
INSERT INTO p VALUES (1, 1, 1);
-- new
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 (a int, b bigint, more text);

-- case: partitions of a table whose partition key changes keep their rows, keys, indexes and checks
-- since: 12
-- never: DROP TABLE public.p1
-- never: DROP INDEX public.p1_b_idx
-- holds: SELECT count(*) = 1 FROM public.p1
-- old
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (a int NOT NULL CHECK (a > 0), b int REFERENCES r, PRIMARY KEY (a)) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX ON p (b);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW v AS SELECT a FROM p;
INSERT INTO p VALUES (1, NULL);
-- new
CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE p (a int NOT NULL CHECK (a > 0), b int REFERENCES r, PRIMARY KEY (a)) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);
CREATE INDEX ON p (b);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW v AS SELECT a FROM p;

-- case: column that is a child's own and its parent's goes, and another one changes its type
-- old
CREATE TABLE p (a int, n int);
CREATE TABLE c (a int, x int, n int) INHERITS (p);
-- new
CREATE TABLE p (a bigint);
CREATE TABLE c (a bigint, x int) INHERITS (p);

-- case: table inherits columns and a check that it gets in the same plan
-- never: DROP TABLE
-- holds: SELECT count(*) = 1 FROM public.c
-- old
CREATE TABLE p (a int, b text CONSTRAINT k CHECK (b <> ''));
CREATE TABLE c (z int);
INSERT INTO c VALUES (1);
-- new
CREATE TABLE p (a int, b text CONSTRAINT k CHECK (b <> ''), more int);
CREATE TABLE c (a int, b text CONSTRAINT k CHECK (b <> ''), z int, more int) INHERITS (p);

-- case: columns of a partition change while its parent is made anew
-- since: 12
-- never: DROP TABLE public.p1
-- holds: SELECT count(*) = 1 FROM public.p1
-- old
CREATE TABLE p (a int, b int, PRIMARY KEY (a)) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (a);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES FROM (1) TO (2);
CREATE VIEW v AS SELECT * FROM p;
INSERT INTO p VALUES (1, 2);
-- new
CREATE TABLE p (a int, b text, c int, UNIQUE (a)) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (5) PARTITION BY RANGE (a);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES FROM (1) TO (2);
CREATE VIEW v AS SELECT * FROM p;

-- case: child changes its parent for one with other columns
-- never: DROP TABLE
-- holds: SELECT count(*) = 1 FROM public.c
-- old
CREATE TABLE p (a int, b int);
CREATE TABLE q (a int, b int);
CREATE TABLE c () INHERITS (p);
CREATE INDEX ON c (a);
INSERT INTO c VALUES (1, 1);
-- new
CREATE TABLE p (a int, b int, z int);
CREATE TABLE q (a int, b int, y int NOT NULL DEFAULT 3 CONSTRAINT k CHECK (y > 0));
CREATE TABLE c () INHERITS (q);
CREATE INDEX ON c (a);

-- case: child and a check that is not valid change their parent
-- old
CREATE TABLE p (a int);
CREATE TABLE q (a int);
CREATE TABLE c (a int) INHERITS (p);
CREATE TABLE d () INHERITS (p, q);
ALTER TABLE p ADD CONSTRAINT k CHECK (a > 0) NOT VALID;
-- new
CREATE TABLE p (a int);
CREATE TABLE q (a int);
CREATE TABLE c (a int) INHERITS (q);
CREATE TABLE d () INHERITS (p, q);
ALTER TABLE q ADD CONSTRAINT k CHECK (a > 0) NOT VALID;

-- case: a partition key's column changes its type, with a foreign key, an index and a trigger on it
-- never: DROP TABLE public.e1
-- old
CREATE TABLE e (id int NOT NULL, ts timestamp NOT NULL DEFAULT now(), v text, PRIMARY KEY (id, ts)) PARTITION BY RANGE (ts);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE e_rest PARTITION OF e DEFAULT;
CREATE INDEX ON e (v);
CREATE TABLE r (id int, ts timestamp, FOREIGN KEY (id, ts) REFERENCES e);
CREATE TRIGGER t BEFORE UPDATE ON e FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
COMMENT ON TABLE e IS 'e';
CREATE TABLE x (k text) PARTITION BY RANGE (lower(k));
CREATE TABLE x_rest PARTITION OF x DEFAULT;
-- new
CREATE TABLE e (id int NOT NULL, ts timestamptz NOT NULL DEFAULT now(), v text, PRIMARY KEY (id, ts)) PARTITION BY RANGE (ts);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE e_rest PARTITION OF e DEFAULT;
CREATE INDEX ON e (v);
CREATE TABLE r (id int, ts timestamptz, FOREIGN KEY (id, ts) REFERENCES e);
CREATE TRIGGER t BEFORE UPDATE ON e FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
COMMENT ON TABLE e IS 'e';
CREATE TABLE x (k varchar(20)) PARTITION BY RANGE (lower(k));
CREATE TABLE x_rest PARTITION OF x DEFAULT;

-- case: an enum that tables are partitioned by loses a label
-- never: DROP TABLE public.m1a
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE m (m mood NOT NULL DEFAULT 'ok', x int, PRIMARY KEY (m, x)) PARTITION BY LIST (m);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN ('sad', 'ok') PARTITION BY RANGE (x);
CREATE TABLE m1a PARTITION OF m1 FOR VALUES FROM (1) TO (10);
CREATE TABLE m2 PARTITION OF m FOR VALUES IN ('happy');
CREATE VIEW v AS SELECT * FROM m;
-- new
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE m (m mood NOT NULL DEFAULT 'ok', x int, PRIMARY KEY (m, x)) PARTITION BY LIST (m);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN ('ok') PARTITION BY RANGE (x);
CREATE TABLE m1a PARTITION OF m1 FOR VALUES FROM (1) TO (10);
CREATE TABLE m2 PARTITION OF m FOR VALUES IN ('happy');
CREATE VIEW v AS SELECT * FROM m;

-- case: an index comes back while another's partitions would take its names
-- old
CREATE TABLE p (part int, a int) PARTITION BY RANGE (part);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
CREATE INDEX i ON p ((a > 0)) WITH (fillfactor = 80);
CREATE INDEX j ON p ((a > 0)) WHERE part > 3;
-- new
CREATE TABLE p (part int, a bigint) PARTITION BY RANGE (part);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
CREATE INDEX i ON p ((a > 0));
CREATE INDEX j ON p ((a > 0)) WHERE part > 3;

-- case: check is validated while a partition goes
-- never: DROP TABLE public.p_1
-- old
CREATE TABLE p (id bigint, part int) PARTITION BY RANGE (part);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p_2 PARTITION OF p FOR VALUES FROM (10) TO (20);
ALTER TABLE p ADD CONSTRAINT sane CHECK (id > 2) NOT VALID;
-- new
CREATE TABLE p (id bigint, part int) PARTITION BY RANGE (part);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
ALTER TABLE p ADD CONSTRAINT sane CHECK (id > 2);

-- case: an index of another column comes back while one's partitions would take its names
-- old
CREATE TABLE p (id bigint, part int, ref bigint, c2 text, c3 uuid) PARTITION BY RANGE (part);
CREATE TABLE p_rest PARTITION OF p DEFAULT;
CREATE INDEX i ON p ((c3 IS NULL)) INCLUDE (ref);
CREATE INDEX j ON p ((c2 IS NULL)) INCLUDE (ref);
-- new
CREATE TABLE p (id bigint, part int, ref bigint, c2 jsonb, c3 bigint GENERATED ALWAYS AS (id * 3) STORED) PARTITION BY RANGE (part);
CREATE TABLE p_rest PARTITION OF p DEFAULT;
CREATE INDEX i ON p ((c3 IS NULL)) INCLUDE (ref);
CREATE INDEX j ON p ((c2 IS NULL)) INCLUDE (ref);

-- case: check is made anew and valid while a partition goes
-- never: DROP TABLE public.p_1
-- old
CREATE TABLE p (id bigint, part int) PARTITION BY RANGE (part);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p_2 PARTITION OF p FOR VALUES FROM (10) TO (20);
ALTER TABLE p ADD CONSTRAINT sane CHECK (id > 2) NOT VALID;
-- new
CREATE TABLE p (id bigint, part int) PARTITION BY RANGE (part);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (10);
ALTER TABLE p ADD CONSTRAINT sane CHECK (id > 1);
