-- Every kind of object under one name; tst_oddnames.cpp says how it is written.
CREATE SCHEMA @S@;
CREATE SCHEMA others;
COMMENT ON SCHEMA @S@ IS {{@L@|'schema'}};
GRANT USAGE ON SCHEMA @S@ TO @@;
CREATE EXTENSION citext SCHEMA @S@;

CREATE TYPE @S@.@@ AS ENUM (@L@, {{'two'|'two', 'three'}});
COMMENT ON TYPE @S@.@@ IS {{@L@|'enum'}};
GRANT USAGE ON TYPE @S@.@@ TO {{@@|@@ WITH GRANT OPTION}};
CREATE SCHEMA domains;
CREATE DOMAIN domains.@@ AS text COLLATE "C" DEFAULT {{@L@|'other'}} CONSTRAINT @@ CHECK (value <> {{@L@|''}});
COMMENT ON CONSTRAINT @@ ON DOMAIN domains.@@ IS {{@L@|'check'}};
CREATE SCHEMA composites;
CREATE TYPE composites.@@ AS (@@ {{integer|bigint}}, b text COLLATE "C");
COMMENT ON COLUMN composites.@@.@@ IS {{@L@|'attribute'}};
CREATE SCHEMA ranges;
CREATE TYPE ranges.@@ AS RANGE (subtype = {{integer|bigint}});
CREATE SCHEMA sequences;
CREATE SEQUENCE sequences.@@ INCREMENT BY {{2 MAXVALUE 1000|3 MAXVALUE 900}};
CREATE SCHEMA bounds;
CREATE SEQUENCE bounds.@@ {{MINVALUE 1 MAXVALUE 10|MINVALUE 100 MAXVALUE 110 START 100}};
GRANT USAGE ON SEQUENCE sequences.@@ TO @@;
CREATE COLLATION domains.@@ (locale = {{'C'|'POSIX'}});
COMMENT ON COLLATION domains.@@ IS {{@L@|'collation'}};

CREATE FUNCTION @S@.@@(@@ integer DEFAULT {{1|2}}, OUT b text) LANGUAGE sql IMMUTABLE AS $_odd_$ SELECT {{@L@|'body'}}::text $_odd_$;
COMMENT ON FUNCTION @S@.@@(integer) IS {{@L@|'function'}};
GRANT EXECUTE ON FUNCTION @S@.@@(integer) TO {{@@|@@ WITH GRANT OPTION}};
CREATE FUNCTION others.@@(a domains.@@, b @S@.@@[], c composites.@@) RETURNS @S@.@@ LANGUAGE {{sql|sql STRICT}} AS $_odd_$ SELECT NULL::@S@.@@ $_odd_$;
CREATE PROCEDURE domains.@@(@@ integer) LANGUAGE plpgsql AS $_odd_$ BEGIN PERFORM {{@@|@@ + 1}}; END $_odd_$;
CREATE AGGREGATE ranges.@@(integer) (sfunc = int4pl, stype = integer, initcond = {{'1'|'2'}});
COMMENT ON AGGREGATE ranges.@@(integer) IS {{@L@|'aggregate'}};

CREATE SCHEMA tables;
CREATE TABLE tables.@@ (
    @@ integer DEFAULT {{1|2}} CONSTRAINT @@ CHECK ({{@@ > 0|@@ > 1}}),
    id serial PRIMARY KEY,
    word domains.@@ DEFAULT {{@L@|'w'}},
    mood @S@.@@ DEFAULT {{@L@|'two'}},
    made text GENERATED ALWAYS AS ({{@L@|'gen'}}::text) STORED,
    num bigint GENERATED {{BY DEFAULT|ALWAYS}} AS IDENTITY);
ALTER TABLE tables.@@ ALTER COLUMN @@ SET STATISTICS {{100|200}};
ALTER TABLE tables.@@ ALTER COLUMN @@ SET (n_distinct = {{5|6}});
COMMENT ON TABLE tables.@@ IS {{@L@|'table'}};
COMMENT ON COLUMN tables.@@.@@ IS {{@L@|'column'}};
COMMENT ON CONSTRAINT @@ ON tables.@@ IS {{@L@|'constraint'}};
GRANT SELECT, UPDATE (@@) ON tables.@@ TO {{@@|@@ WITH GRANT OPTION}};
ALTER TABLE tables.@@ OWNER TO @@;
CREATE INDEX a_plain_one ON tables.@@ ({{@@|@@ DESC}});
CREATE STATISTICS others.@@ ({{ndistinct|dependencies}}) ON @@, id FROM tables.@@;
COMMENT ON STATISTICS others.@@ IS {{@L@|'statistics'}};
CREATE FUNCTION tables.fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER @@ {{BEFORE|AFTER}} UPDATE OF @@ ON tables.@@ FOR EACH ROW EXECUTE FUNCTION tables.fire({{@L@|'argument'}});
COMMENT ON TRIGGER @@ ON tables.@@ IS {{@L@|'trigger'}};
CREATE RULE @@ AS ON DELETE TO tables.@@ WHERE {{OLD.@@ = 1|OLD.@@ = 2}} DO INSTEAD NOTHING;
COMMENT ON RULE @@ ON tables.@@ IS {{@L@|'rule'}};
CREATE POLICY @@ ON tables.@@ FOR SELECT TO @@ USING ({{@@ = 1|@@ = 2}});
COMMENT ON POLICY @@ ON tables.@@ IS {{@L@|'policy'}};
ALTER TABLE tables.@@ ENABLE ROW LEVEL SECURITY;

CREATE SCHEMA keys;
CREATE TABLE keys.@@ (a integer, @@ integer, CONSTRAINT referring FOREIGN KEY (@@) REFERENCES tables.@@ (id) {{|ON DELETE CASCADE}});
CREATE TABLE keys.plain (@@ integer, b text, CONSTRAINT none_twice EXCLUDE USING btree (@@ WITH =));
CREATE SCHEMA indexes;
CREATE TABLE indexes.plain (@@ integer, b text);
CREATE UNIQUE INDEX @@ ON indexes.plain (@@, (b || {{@L@|'x'}})) WHERE @@ > {{1|2}};
COMMENT ON INDEX indexes.@@ IS {{@L@|'index'}};
CREATE SCHEMA uniques;
CREATE TABLE uniques.plain (@@ integer NOT NULL, b text);
ALTER TABLE uniques.plain ADD CONSTRAINT @@ UNIQUE (@@{{|, b}});
CREATE SCHEMA parts;
CREATE TABLE parts.@@ (@@ text, b integer) PARTITION BY LIST (@@);
CREATE TABLE parts.first PARTITION OF parts.@@ FOR VALUES IN (@L@{{|, 'more'}});
CREATE TABLE keys.child (c integer) INHERITS (keys.@@);
CREATE TABLE keys.typed OF composites.@@;

CREATE SCHEMA views;
CREATE VIEW views.@@ AS SELECT @@ AS @@, {{@L@|'v'}}::text AS b, mood FROM tables.@@;
COMMENT ON VIEW views.@@ IS {{@L@|'view'}};
COMMENT ON COLUMN views.@@.@@ IS {{@L@|'view column'}};
ALTER VIEW views.@@ ALTER COLUMN @@ SET DEFAULT {{1|2}};
CREATE VIEW others.@@ AS SELECT @@.@@, @@.b FROM views.@@;
CREATE SCHEMA matviews;
CREATE MATERIALIZED VIEW matviews.@@ AS SELECT @@, {{@L@|'m'}}::text AS b FROM others.@@;
CREATE INDEX another_plain_one ON matviews.@@ (@@);

CREATE FUNCTION others.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER @@ ON {{ddl_command_end|sql_drop}} WHEN TAG IN ('CREATE CONVERSION') EXECUTE FUNCTION others.watch();
COMMENT ON EVENT TRIGGER @@ IS {{@L@|'event trigger'}};
CREATE PUBLICATION @@ FOR TABLE tables.@@{{|, keys.@@}};
COMMENT ON PUBLICATION @@ IS {{@L@|'publication'}};
CREATE SUBSCRIPTION @@ CONNECTION {{'dbname=a'|'dbname=b'}} PUBLICATION @@ WITH (connect = false, slot_name = NONE, enabled = false, create_slot = false);
CREATE LANGUAGE @@ HANDLER plpgsql_call_handler;
COMMENT ON LANGUAGE @@ IS {{@L@|'language'}};
CREATE ACCESS METHOD @@ TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD @@ IS {{@L@|'method'}};
CREATE SCHEMA bases;
CREATE TYPE bases.@@;
CREATE FUNCTION bases.inward(cstring) RETURNS bases.@@ LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION bases.outward(bases.@@) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE bases.@@ (INPUT = bases.inward, OUTPUT = bases.outward, LIKE = integer, DEFAULT = {{'1'|'2'}});
CREATE OPERATOR @S@.=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer{{|, HASHES}});
COMMENT ON OPERATOR @S@.=== (integer, integer) IS {{@L@|'operator'}};
CREATE OPERATOR FAMILY @S@.@@ USING btree;
CREATE OPERATOR CLASS @S@.@@ FOR TYPE integer USING btree FAMILY @S@.@@ AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 @S@.===, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
COMMENT ON OPERATOR CLASS @S@.@@ USING btree IS {{@L@|'class'}};
CREATE FUNCTION others.cast_it(composites.@@) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE CAST (composites.@@ AS integer) WITH FUNCTION others.cast_it(composites.@@){{| AS ASSIGNMENT}};
COMMENT ON CAST (composites.@@ AS integer) IS {{@L@|'cast'}};
CREATE CONVERSION @S@.@@ FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION @S@.@@ IS {{@L@|'conversion'}};
CREATE FUNCTION others.to_sql(internal) RETURNS integer LANGUAGE internal IMMUTABLE AS 'int4recv';
CREATE TRANSFORM FOR integer LANGUAGE @@ (TO SQL WITH FUNCTION others.to_sql(internal));
COMMENT ON TRANSFORM FOR integer LANGUAGE @@ IS {{@L@|'transform'}};
CREATE TEXT SEARCH PARSER @S@.@@ (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
COMMENT ON TEXT SEARCH PARSER @S@.@@ IS {{@L@|'parser'}};
CREATE TEXT SEARCH TEMPLATE @S@.@@ (INIT = dsimple_init, LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE @S@.@@ IS {{@L@|'template'}};
CREATE TEXT SEARCH DICTIONARY @S@.@@ (TEMPLATE = @S@.@@, accept = {{true|false}});
COMMENT ON TEXT SEARCH DICTIONARY @S@.@@ IS {{@L@|'dictionary'}};
CREATE TEXT SEARCH CONFIGURATION @S@.@@ (PARSER = @S@.@@);
ALTER TEXT SEARCH CONFIGURATION @S@.@@ ADD MAPPING FOR asciiword WITH @S@.@@{{|, simple}};
COMMENT ON TEXT SEARCH CONFIGURATION @S@.@@ IS {{@L@|'configuration'}};
CREATE FOREIGN DATA WRAPPER @@ OPTIONS ("{{o|p}}" @L@);
COMMENT ON FOREIGN DATA WRAPPER @@ IS {{@L@|'wrapper'}};
CREATE SERVER @@ TYPE 't' VERSION {{@L@|'2'}} FOREIGN DATA WRAPPER @@ OPTIONS (host {{@L@|'h'}});
COMMENT ON SERVER @@ IS {{@L@|'server'}};
GRANT USAGE ON FOREIGN SERVER @@ TO @@;
CREATE USER MAPPING FOR @@ SERVER @@ OPTIONS ("user" {{@L@|'u'}});
CREATE SCHEMA foreigns;
CREATE FOREIGN TABLE foreigns.@@ (@@ integer OPTIONS (column {{@L@|'c'}})) SERVER @@ OPTIONS (tab {{@L@|'t'}});
ALTER DEFAULT PRIVILEGES FOR ROLE @@ IN SCHEMA @S@ GRANT SELECT{{|, INSERT}} ON TABLES TO @@;
