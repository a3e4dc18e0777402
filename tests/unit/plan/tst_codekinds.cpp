#include "codekinds.h"

using namespace lockstep;
using namespace lockstep::testing;

/// Kinds that extend the language itself: casts, conversions, languages, transforms, access methods,
/// aggregates, collations, statistics and event triggers, and what of all such kinds is altered in place.
/// Each pair is planned and run there and back again, and the other way round, and compared by our reader and
/// by pg_dump.
class TestCodeKinds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void convergesBothWays_data();
    void convergesBothWays() { convergePair(); }
    void altersInPlace_data();
    void altersInPlace();
};

namespace {

void addCastsAndConversions()
{
    const QString mood = l1("CREATE TYPE mood AS ENUM ('sad', 'glad');"
                            "CREATE FUNCTION rank(mood) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';");
    addPair("casts of every kind", mood + l1("CREATE DOMAIN d AS text; CREATE TYPE pair AS (a int);"), {},
            l1("CREATE CAST (mood AS int) WITH FUNCTION rank(mood) AS ASSIGNMENT;"
               "CREATE CAST (mood AS pair) WITH INOUT; CREATE CAST (int4range AS box) WITH INOUT;"
               "COMMENT ON CAST (mood AS int) IS 'how glad';"));
    addPair("a cast becomes implicit below a view and a default", mood + l1("CREATE TABLE t (m mood);"),
            l1("CREATE CAST (mood AS int) WITH FUNCTION rank(mood) AS ASSIGNMENT;"
               "CREATE VIEW v AS SELECT m::int AS r FROM t; COMMENT ON CAST (mood AS int) IS 'kept';"),
            l1("CREATE CAST (mood AS int) WITH FUNCTION rank(mood) AS IMPLICIT;"
               "CREATE VIEW v AS SELECT m::int AS r FROM t; COMMENT ON CAST (mood AS int) IS 'kept';"));
    addPair("a cast with everything that is written with it", {}, {},
            mood
                + l1("CREATE CAST (mood AS int) WITH FUNCTION rank(mood); CREATE TABLE t (m mood CHECK "
                     "(m::int > 0),"
                     " g int GENERATED ALWAYS AS (m::int) STORED, d int DEFAULT 'sad'::mood::int);"
                     "CREATE INDEX i ON t ((m::int)); CREATE VIEW v AS SELECT m::int AS r FROM t;"
                     "CREATE VIEW \"A\" AS SELECT r FROM v;"));
    addPair("a cast loses its type", {}, mood + l1("CREATE CAST (mood AS int) WITH FUNCTION rank(mood);"),
            {});
    addPair("a conversion", {}, {},
            l1("CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;"
               "COMMENT ON CONVERSION latin IS 'c';"));
    addPair("a conversion becomes the default one", {},
            l1("CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;"
               "COMMENT ON CONVERSION latin IS 'c';"),
            l1("CREATE DEFAULT CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;"
               "COMMENT ON CONVERSION latin IS 'c';"));
}

void addLanguages()
{
    addPair("a language with a function in it", l1(plHandlers), {},
            l1("CREATE TRUSTED LANGUAGE \"My PL\" HANDLER h INLINE i VALIDATOR v; COMMENT ON LANGUAGE \"My "
               "PL\" IS 'l';"
               "CREATE FUNCTION f() RETURNS int LANGUAGE \"My PL\" AS 'BEGIN RETURN 1; END';"));
    addPair("a language changes below a function", l1(plHandlers),
            l1("CREATE LANGUAGE pl HANDLER h; CREATE FUNCTION f() RETURNS int LANGUAGE pl AS 'BEGIN RETURN "
               "1; END';"),
            l1("CREATE TRUSTED LANGUAGE pl HANDLER h INLINE i VALIDATOR v;"
               "CREATE FUNCTION f() RETURNS int LANGUAGE pl AS 'BEGIN RETURN 1; END';"));
    const QString own = l1(plHandlers) + l1("CREATE LANGUAGE pl HANDLER h; CREATE TYPE pair AS (a int);");
    addPair("a transform with a function that uses it", own, {},
            l1("CREATE TRANSFORM FOR int LANGUAGE pl (FROM SQL WITH FUNCTION prsd_lextype(internal),"
               " TO SQL WITH FUNCTION int4recv(internal)); COMMENT ON TRANSFORM FOR int LANGUAGE pl IS 't';"
               "CREATE FUNCTION f(int) RETURNS int TRANSFORM FOR TYPE int LANGUAGE pl AS 'BEGIN RETURN 1; "
               "END';"));
    addPair("a transform changes", own,
            l1("CREATE TRANSFORM FOR int LANGUAGE pl (FROM SQL WITH FUNCTION prsd_lextype(internal),"
               " TO SQL WITH FUNCTION int4recv(internal));"),
            l1("CREATE TRANSFORM FOR int LANGUAGE pl (TO SQL WITH FUNCTION int4recv(internal));"));
    const QString boxes = l1(
        " AS OPERATOR 3 &&, FUNCTION 1 gist_box_consistent(internal, box, int2, oid, internal), FUNCTION 2 "
        "gist_box_union(internal, internal), FUNCTION 5 gist_box_penalty(internal, internal, internal), "
        "FUNCTION 6 "
        "gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal);"
        "CREATE INDEX i ON t USING gist2 (a);");
    addPair("access methods", {}, {},
            l1("CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;"
               "CREATE ACCESS METHOD gist2 TYPE INDEX HANDLER gisthandler; COMMENT ON ACCESS METHOD heap2 IS "
               "'am';"
               "CREATE TABLE t (a box) USING heap2; CREATE OPERATOR CLASS o DEFAULT FOR TYPE box USING gist2")
                + boxes);
    addPair("the handler of an index method changes below an index",
            l1("CREATE FUNCTION mine(internal) RETURNS index_am_handler LANGUAGE internal AS 'gisthandler';"
               "CREATE TABLE t (a box);"),
            l1("CREATE ACCESS METHOD gist2 TYPE INDEX HANDLER gisthandler;"
               "CREATE OPERATOR CLASS o DEFAULT FOR TYPE box USING gist2")
                + boxes,
            l1("CREATE ACCESS METHOD gist2 TYPE INDEX HANDLER mine;"
               "CREATE OPERATOR CLASS o DEFAULT FOR TYPE box USING gist2")
                + boxes);
}

void addAggregates()
{
    addPair(
        "aggregates of every kind",
        l1("CREATE FUNCTION keep(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';"), {},
        l1("CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, SSPACE = 8, COMBINEFUNC = int4pl, "
           "INITCOND = '0',"
           " MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int, MSSPACE = 16, MINITCOND = '0', PARALLEL = "
           "SAFE);"
           "CREATE AGGREGATE howmany(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');"
           "CREATE AGGREGATE highest(a int) (SFUNC = int4larger, STYPE = int, SORTOP = >);"
           "CREATE AGGREGATE average(float8) (SFUNC = float8_accum, STYPE = float8[], FINALFUNC = float8_avg,"
           " INITCOND = '{0,0,0}', FINALFUNC_MODIFY = SHAREABLE);"
           "CREATE AGGREGATE share(float8 ORDER BY float8) (SFUNC = ordered_set_transition, STYPE = internal,"
           " FINALFUNC = percentile_cont_float8_final);"
           "CREATE AGGREGATE middle(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = "
           "internal,"
           " FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);"
           "CREATE AGGREGATE place(VARIADIC \"any\" ORDER BY VARIADIC \"any\") (SFUNC = "
           "ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, "
           "HYPOTHETICAL);"
           "COMMENT ON AGGREGATE total(int) IS 'sum'; COMMENT ON AGGREGATE howmany(*) IS 'count';"
           "COMMENT ON AGGREGATE share(float8 ORDER BY float8) IS 's';"));
    addPair("an aggregate changes in place below a view", l1("CREATE TABLE t (a int);"),
            l1("CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');"
               "CREATE VIEW v AS SELECT total(a) AS n FROM t;"),
            l1("CREATE AGGREGATE total(int) (SFUNC = int4larger, STYPE = int, PARALLEL = RESTRICTED);"
               "CREATE VIEW v AS SELECT total(a) AS n FROM t;"));
    addPair("an aggregate changes its result below a view", l1("CREATE TABLE t (a int);"),
            l1("CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');"
               "CREATE VIEW v AS SELECT total(a) AS n FROM t; COMMENT ON VIEW v IS 'kept';"),
            l1("CREATE AGGREGATE total(int) (SFUNC = int4_sum, STYPE = bigint);"
               "CREATE VIEW v AS SELECT total(a) AS n FROM t; COMMENT ON VIEW v IS 'kept';"));
}

void addTheRest()
{
    addPair("collations", {}, {},
            l1("CREATE COLLATION c (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');"
               "CREATE COLLATION u (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
               "CREATE TABLE t (a text COLLATE u PRIMARY KEY, b text COLLATE c); COMMENT ON COLLATION u IS "
               "'u';"));
    addPair("collations with rules of their own", {}, {},
            l1("CREATE COLLATION r (provider = icu, locale = 'und', rules = '&V << w <<< W');"));
    addPair("a built-in collation", {}, {},
            l1("CREATE COLLATION b (provider = builtin, locale = 'C.UTF-8');"));
    addPair(
        "a collation changes below columns, indexes, keys, a domain and a view", {},
        l1("CREATE COLLATION u (provider = icu, locale = 'de', deterministic = false); CREATE DOMAIN d AS "
           "text COLLATE u;"
           "CREATE TABLE t (a text COLLATE u PRIMARY KEY, b d, c text); CREATE INDEX i ON t (c COLLATE u);"
           "CREATE TABLE r (a text COLLATE u REFERENCES t); CREATE VIEW v AS SELECT a FROM t WHERE a > 'x';"
           "CREATE TYPE pair AS (x text COLLATE u); COMMENT ON COLLATION u IS 'kept';"),
        l1("CREATE COLLATION u (provider = icu, locale = 'en', deterministic = true); CREATE DOMAIN d AS "
           "text COLLATE u;"
           "CREATE TABLE t (a text COLLATE u PRIMARY KEY, b d, c text); CREATE INDEX i ON t (c COLLATE u);"
           "CREATE TABLE r (a text COLLATE u REFERENCES t); CREATE VIEW v AS SELECT a FROM t WHERE a > 'x';"
           "CREATE TYPE pair AS (x text COLLATE u); COMMENT ON COLLATION u IS 'kept';"));
    addPair("statistics with expressions, kinds and a target", l1("CREATE TABLE t (a int, b int);"), {},
            l1("CREATE STATISTICS s1 ON a, b FROM t; CREATE STATISTICS s2 (mcv, ndistinct) ON a, b, (a + b) "
               "FROM t;"
               "CREATE STATISTICS s3 ON (a * 2) FROM t; ALTER STATISTICS s1 SET STATISTICS 300;"
               "COMMENT ON STATISTICS s2 IS 's';"));
    addPair("target and kinds of statistics change", l1("CREATE TABLE t (a int, b int);"),
            l1("CREATE STATISTICS s1 ON a, b FROM t; CREATE STATISTICS s2 (mcv) ON a, b FROM t;"
               "ALTER STATISTICS s1 SET STATISTICS 0; COMMENT ON STATISTICS s2 IS 's';"),
            l1("CREATE STATISTICS s1 ON a, b FROM t; CREATE STATISTICS s2 (dependencies) ON a, b FROM t;"
               "COMMENT ON STATISTICS s2 IS 's';"));
    addPair("columns below statistics change their type and go", {},
            l1("CREATE TABLE t (a int, b int, c int); CREATE STATISTICS s1 ON a, b FROM t;"
               "ALTER STATISTICS s1 SET STATISTICS 40; CREATE STATISTICS s2 ON (a + b), c FROM t;"
               "ALTER STATISTICS s2 SET STATISTICS 41;"),
            l1("CREATE TABLE t (a bigint, b int); CREATE STATISTICS s1 ON a, b FROM t;"
               "ALTER STATISTICS s1 SET STATISTICS 40;"));
    addPair("event triggers", l1(eventFunction), {},
            l1("CREATE EVENT TRIGGER \"On Drop\" ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW') EXECUTE "
               "FUNCTION ev();"
               "ALTER EVENT TRIGGER \"On Drop\" ENABLE ALWAYS; COMMENT ON EVENT TRIGGER \"On Drop\" IS 'e';"
               "CREATE EVENT TRIGGER off ON ddl_command_end EXECUTE FUNCTION ev(); ALTER EVENT TRIGGER off "
               "DISABLE;"));
    addPair("the state of event triggers changes",
            l1(eventFunction)
                + l1("CREATE EVENT TRIGGER a ON sql_drop EXECUTE FUNCTION ev();"
                     "CREATE EVENT TRIGGER b ON ddl_command_start EXECUTE FUNCTION ev();"),
            l1("ALTER EVENT TRIGGER a DISABLE;"),
            l1("ALTER EVENT TRIGGER a ENABLE REPLICA; ALTER EVENT TRIGGER b ENABLE ALWAYS;"));
    addPair("an event trigger gets another function", {},
            l1(eventFunction) + l1("CREATE EVENT TRIGGER a ON sql_drop EXECUTE FUNCTION ev();"),
            l1("CREATE FUNCTION ev2() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';"
               "CREATE EVENT TRIGGER a ON sql_drop EXECUTE FUNCTION ev2();"));
}

} // namespace

void TestCodeKinds::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void TestCodeKinds::convergesBothWays_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    addCastsAndConversions();
    addLanguages();
    addAggregates();
    addTheRest();
}

void TestCodeKinds::altersInPlace_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("forward");
    const QString less = l1(intLess);
    QTest::newRow("estimators of an operator")
        << less
               + l1("CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int, JOIN = "
                    "scalarltjoinsel);")
        << less
               + l1("CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int, RESTRICT = "
                    "scalarltsel);")
        << QStringList{ l1("ALTER OPERATOR public.<<<(integer, integer) SET (JOIN = NONE)"),
                        l1("ALTER OPERATOR public.<<<(integer, integer) SET (RESTRICT = scalarltsel)") };
    QTest::newRow("a new commutator leaves the old operator alone")
        << less + l1("CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int);")
        << less
               + l1("CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = >>>);"
                    "CREATE OPERATOR >>> (FUNCTION = gt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = <<<);")
        << QStringList{ l1("CREATE OPERATOR public.>>> (\n    FUNCTION = public.gt,\n    LEFTARG = "
                           "integer,\n    RIGHTARG = "
                           "integer,\n    COMMUTATOR = OPERATOR(public.<<<)\n)") };
    QTest::newRow("storage of a base type")
        << l1("CREATE TYPE txt; CREATE FUNCTION tin(cstring) RETURNS txt IMMUTABLE STRICT LANGUAGE internal "
              "AS 'textin';"
              "CREATE FUNCTION tout(txt) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout';"
              "CREATE TYPE txt (INPUT = tin, OUTPUT = tout, STORAGE = main);")
        << l1("CREATE TYPE txt; CREATE FUNCTION tin(cstring) RETURNS txt IMMUTABLE STRICT LANGUAGE internal "
              "AS 'textin';"
              "CREATE FUNCTION tout(txt) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout';"
              "CREATE TYPE txt (INPUT = tin, OUTPUT = tout, STORAGE = external);")
        << QStringList{ l1("ALTER TYPE public.txt SET (STORAGE = external)") };
    QTest::newRow("members of a family")
        << l1("CREATE OPERATOR FAMILY f USING btree; ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 3 = "
              "(int, bigint);")
        << l1("CREATE OPERATOR FAMILY f USING btree; ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 3 <> "
              "(int, bigint);")
        << QStringList{ l1("ALTER OPERATOR FAMILY public.f USING btree DROP OPERATOR 3 (integer, bigint)"),
                        l1("ALTER OPERATOR FAMILY public.f USING btree ADD OPERATOR 3 <>(integer,bigint)") };
    QTest::newRow("an aggregate") << l1("CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);")
                                  << l1("CREATE AGGREGATE total(int) (SFUNC = int4larger, STYPE = int);")
                                  << QStringList{ l1(
                                         "CREATE OR REPLACE AGGREGATE public.total(integer) (\n    SFUNC = "
                                         "int4larger,\n    STYPE = integer\n)") };
    QTest::newRow("a language") << l1(plHandlers) + l1("CREATE LANGUAGE pl HANDLER h;")
                                << l1(plHandlers) + l1("CREATE TRUSTED LANGUAGE pl HANDLER h;")
                                << QStringList{ l1(
                                       "CREATE OR REPLACE TRUSTED LANGUAGE pl HANDLER public.h") };
    QTest::newRow("the target of statistics")
        << l1("CREATE TABLE t (a int, b int); CREATE STATISTICS s ON a, b FROM t; ALTER STATISTICS s SET "
              "STATISTICS 5;")
        << l1("CREATE TABLE t (a int, b int); CREATE STATISTICS s ON a, b FROM t;")
        << QStringList{ l1("ALTER STATISTICS public.s SET STATISTICS -1") };
    QTest::newRow("the state of an event trigger")
        << l1(eventFunction) + l1("CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION ev();")
        << l1(eventFunction)
               + l1("CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION ev(); ALTER EVENT TRIGGER e ENABLE "
                    "REPLICA;")
        << QStringList{ l1("ALTER EVENT TRIGGER e ENABLE REPLICA") };
}

void TestCodeKinds::altersInPlace()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QStringList, forward);
    if (isTooNew(current + target))
        QSKIP("This version of PostgreSQL has no such feature.");
    const auto run = testing::runPlain(current, target, {}, {}, true);
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    QCOMPARE(run.forward(), forward);
}

QTEST_GUILESS_MAIN(TestCodeKinds)
#include "tst_codekinds.moc"
