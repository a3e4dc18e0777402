#include "codekinds.h"

using namespace lockstep;
using namespace lockstep::testing;

/// Operators and what is made of them, base and range types: each pair is planned and run there and back
/// again, and the other way round.
class TestTypeKinds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void convergesBothWays_data();
    void convergesBothWays() { convergePair(); }
    void keepsTheRowsOfAColumnWhoseTypeIsExchanged();
};

namespace {

void addOperators()
{
    addPair("operators that are each other's commutator and negator", l1(intLess), {},
            l1("CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = >>>, NEGATOR "
               "= >>=);"
               "CREATE OPERATOR >>> (FUNCTION = gt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = <<<);"
               "CREATE OPERATOR >>= (FUNCTION = ge, LEFTARG = int, RIGHTARG = int, NEGATOR = <<<);"
               "COMMENT ON OPERATOR <<< (int, int) IS 'less';"));
    addPair("a commutator joins an operator that a view and a check use",
            l1(intLess)
                + l1("CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int);"
                     "CREATE TABLE t (a int, b int CHECK (b <<< 5)); CREATE VIEW w AS SELECT a <<< b AS c "
                     "FROM t;"),
            {}, l1("CREATE OPERATOR >>> (FUNCTION = gt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = <<<);"));
    addPair("operators that only one side links", l1(intLess),
            l1("CREATE OPERATOR >>> (FUNCTION = lt, LEFTARG = int, RIGHTARG = int);"),
            l1("CREATE OPERATOR >>> (FUNCTION = lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = <<<);"
               "CREATE OPERATOR <<< (FUNCTION = gt, LEFTARG = int, RIGHTARG = int);"));
    addPair("a prefix operator and an operator with an odd symbol", l1(intLess), {},
            l1("CREATE OPERATOR @#@ (FUNCTION = neg, RIGHTARG = int);"
               "CREATE OPERATOR &&|| (FUNCTION = lt, LEFTARG = int, RIGHTARG = int);"
               "COMMENT ON OPERATOR @#@ (NONE, int) IS 'minus';"));
    addPair("an operator gets another function below a view, an index and a check",
            l1(intLess) + l1("CREATE TABLE t (a int, b int);"),
            l1("CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int);"
               "CREATE VIEW w AS SELECT a <<< b AS c FROM t; CREATE INDEX i ON t ((a <<< b));"
               "ALTER TABLE t ADD CONSTRAINT c CHECK (a <<< b); COMMENT ON VIEW w IS 'kept';"),
            l1("CREATE OPERATOR <<< (FUNCTION = gt, LEFTARG = int, RIGHTARG = int);"
               "CREATE VIEW w AS SELECT a <<< b AS c FROM t; CREATE INDEX i ON t ((a <<< b));"
               "ALTER TABLE t ADD CONSTRAINT c CHECK (a <<< b); COMMENT ON VIEW w IS 'kept';"));
    addPair("estimators of an operator change", l1(intLess) + l1("CREATE SCHEMA \"Odd.Name\";"),
            l1("CREATE OPERATOR \"Odd.Name\".<<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int, RESTRICT = "
               "scalarltsel);"),
            l1("CREATE OPERATOR \"Odd.Name\".<<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int, RESTRICT = "
               "scalargtsel,"
               " JOIN = scalarltjoinsel);"));
}

void addOperatorClasses()
{
    const QString operators = l1(intLess)
                              + l1("CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = int, RIGHTARG = int);"
                                   "CREATE OPERATOR >>> (FUNCTION = gt, LEFTARG = int, RIGHTARG = int);");
    addPair(
        "an operator class with the family it makes itself", operators, {},
        l1("CREATE OPERATOR CLASS mine FOR TYPE int USING btree AS OPERATOR 1 <<<, FUNCTION 1 cmp(int, int);"
           "COMMENT ON OPERATOR CLASS mine USING btree IS 'class';"
           "COMMENT ON OPERATOR FAMILY mine USING btree IS 'family';"));
    addPair(
        "an operator class changes below an index", operators + l1("CREATE TABLE t (a int);"),
        l1("CREATE OPERATOR CLASS mine FOR TYPE int USING btree AS OPERATOR 1 <<<, FUNCTION 1 cmp(int, int);"
           "CREATE INDEX i ON t (a mine);"),
        l1("CREATE OPERATOR CLASS mine FOR TYPE int USING btree AS OPERATOR 1 <<<, OPERATOR 5 >>>, FUNCTION "
           "1 cmp(int, "
           "int); CREATE INDEX i ON t (a mine);"));
    addPair("members are added to and taken from a family",
            operators + l1("CREATE OPERATOR FAMILY fam USING btree;"),
            l1("ALTER OPERATOR FAMILY fam USING btree ADD OPERATOR 1 <<< (int, int), OPERATOR 3 = (int, "
               "bigint);"),
            l1("ALTER OPERATOR FAMILY fam USING btree ADD OPERATOR 1 < (int, int), FUNCTION 1 (int, bigint) "
               "cmp48(int, "
               "bigint);"));
    addPair(
        "classes of a family of their own, with optional support functions", operators, {},
        l1("CREATE OPERATOR FAMILY fam USING btree;"
           "CREATE OPERATOR CLASS a FOR TYPE int USING btree FAMILY fam AS OPERATOR 1 <<<, OPERATOR 5 >>>,"
           " FUNCTION 1 cmp(int, int), FUNCTION 2 btint4sortsupport(internal);"
           "CREATE OPERATOR CLASS b FOR TYPE bigint USING btree FAMILY fam AS OPERATOR 1 <, FUNCTION 1 "
           "btint8cmp(bigint, bigint);"
           "ALTER OPERATOR FAMILY fam USING btree ADD FUNCTION 1 (int, bigint) cmp48(int, bigint);"));
    addPair(
        "a gist class with storage and ordering operators", l1(intLess), {},
        l1("CREATE OPERATOR CLASS boxes FOR TYPE box USING gist AS OPERATOR 3 &&, OPERATOR 15 <-> (box, "
           "point) FOR "
           "ORDER BY pg_catalog.float_ops, FUNCTION 1 gist_box_consistent(internal, box, int2, oid, "
           "internal),"
           " FUNCTION 2 gist_box_union(internal, internal), FUNCTION 5 gist_box_penalty(internal, internal, "
           "internal),"
           " FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal),"
           " FUNCTION 8 gist_box_distance(internal, box, int2, oid, internal);"));
}

void addBaseTypes()
{
    addPair("a base type with its input and output functions", {}, {},
            baseType("num")
                + l1("COMMENT ON TYPE num IS 'type'; COMMENT ON FUNCTION num_in(cstring) IS 'in';"
                     "REVOKE EXECUTE ON FUNCTION num_out(num) FROM PUBLIC; REVOKE USAGE ON TYPE num FROM "
                     "PUBLIC;"));
    addPair("a shell type stays a shell", {}, {}, l1("CREATE TYPE husk; COMMENT ON TYPE husk IS 'empty';"));
    addPair("a shell type is filled", {}, l1("CREATE TYPE num;"), baseType("num"));
    addPair(
        "a base type with comparison, class, columns, keys and indexes", {}, {},
        baseType("num") + comparison("num") + orderClass("num")
            + l1("CREATE TABLE t (a num PRIMARY KEY, b num DEFAULT '3', c num[]); CREATE INDEX i ON t (b);"
                 "CREATE VIEW v AS SELECT a FROM t WHERE b < '7';"));
    addPair(
        "send and receive functions of a base type come and go", baseType("num"), {},
        l1("CREATE FUNCTION num_recv(internal) RETURNS num IMMUTABLE STRICT LANGUAGE internal AS 'int4recv';"
           "CREATE FUNCTION num_send(num) RETURNS bytea IMMUTABLE STRICT LANGUAGE internal AS 'int4send';"
           "ALTER TYPE num SET (RECEIVE = num_recv, SEND = num_send);"));
    addPair("all options of a base type", {}, {},
            l1("CREATE TYPE txt; CREATE FUNCTION tin(cstring) RETURNS txt IMMUTABLE STRICT LANGUAGE internal "
               "AS 'textin';"
               "CREATE FUNCTION tout(txt) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout';"
               "CREATE FUNCTION trecv(internal) RETURNS txt STABLE STRICT LANGUAGE internal AS 'textrecv';"
               "CREATE FUNCTION tsend(txt) RETURNS bytea STABLE STRICT LANGUAGE internal AS 'textsend';"
               "CREATE FUNCTION tmin(cstring[]) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS "
               "'varchartypmodin';"
               "CREATE FUNCTION tmout(int) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS "
               "'varchartypmodout';"
               "CREATE TYPE txt (INPUT = tin, OUTPUT = tout, RECEIVE = trecv, SEND = tsend, TYPMOD_IN = tmin,"
               " TYPMOD_OUT = tmout, ANALYZE = array_typanalyze, INTERNALLENGTH = VARIABLE, ALIGNMENT = int4,"
               " STORAGE = extended, CATEGORY = 'S', PREFERRED = true, DEFAULT = 'it''s', DELIMITER = ';',"
               " COLLATABLE = true); CREATE TABLE t (a txt, b txt(10) COLLATE \"C\");"));
    addPair("storage, delimiter and default of a base type change below a column", {},
            l1("CREATE TYPE txt; CREATE FUNCTION tin(cstring) RETURNS txt IMMUTABLE STRICT LANGUAGE internal "
               "AS 'textin';"
               "CREATE FUNCTION tout(txt) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout';"
               "CREATE TYPE txt (INPUT = tin, OUTPUT = tout, INTERNALLENGTH = VARIABLE, STORAGE = main);"
               "CREATE TABLE t (a txt); COMMENT ON TYPE txt IS 'old'; COMMENT ON FUNCTION tin(cstring) IS "
               "'old';"),
            l1("CREATE TYPE txt; CREATE FUNCTION tin(cstring) RETURNS txt IMMUTABLE STRICT LANGUAGE internal "
               "AS 'textin';"
               "CREATE FUNCTION tout(txt) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout';"
               "CREATE TYPE txt (INPUT = tin, OUTPUT = tout, INTERNALLENGTH = VARIABLE, STORAGE = extended,"
               " DELIMITER = ';', DEFAULT = 'x'); CREATE TABLE t (a txt); COMMENT ON TYPE txt IS 'new';"));
    addPair("a base type changes below class, operators, domain, composite type and views", {},
            baseType("num") + comparison("num") + orderClass("num")
                + l1("CREATE DOMAIN d AS num; CREATE TYPE pair AS (a num, b num);"
                     "CREATE TABLE t (a num PRIMARY KEY, b d, c pair); CREATE VIEW v AS SELECT a FROM t "
                     "WHERE a < '5';"
                     "CREATE CAST (num AS int) WITHOUT FUNCTION AS IMPLICIT;"),
            baseType("num", ", CATEGORY = 'N'") + comparison("num") + orderClass("num")
                + l1("CREATE DOMAIN d AS num; CREATE TYPE pair AS (a num, b num);"
                     "CREATE TABLE t (a num PRIMARY KEY, b d, c pair); CREATE VIEW v AS SELECT a FROM t "
                     "WHERE a < '5';"
                     "CREATE CAST (num AS int) WITHOUT FUNCTION AS IMPLICIT;"));
    addPair("a column leaves a base type that goes", {},
            baseType("num") + l1("CREATE TABLE t (a num DEFAULT '4');"),
            l1("CREATE TABLE t (a int DEFAULT 4);"));
    addPair(
        "functions of a base type do not keep what default privileges take from them",
        l1("ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
           "ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;"),
        baseType("num"),
        baseType("num", ", PREFERRED = true")
            + l1("GRANT EXECUTE ON FUNCTION num_in(cstring) TO PUBLIC; GRANT USAGE ON TYPE num TO PUBLIC;"));
    addPair("an enum becomes a base type of the same name", {}, l1("CREATE TYPE num AS ENUM ('1');"),
            baseType("num"));
}

void addRangeTypes()
{
    addPair(
        "a range type with all options", l1("CREATE COLLATION c (provider = libc, locale = 'C');"), {},
        l1("CREATE FUNCTION diff(text, text) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT 1.0::float8';"
           "CREATE TYPE span AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = c,"
           " SUBTYPE_DIFF = diff, MULTIRANGE_TYPE_NAME = \"Many spans\"); CREATE TABLE t (a span, b \"Many "
           "spans\");"
           "COMMENT ON TYPE span IS 'kept';"));
    const QString canonical =
        l1("CREATE TYPE span; CREATE FUNCTION canon(span) RETURNS span IMMUTABLE STRICT LANGUAGE internal AS "
           "'int4range_canonical';");
    addPair(
        "a range type with a canonical function", {}, {},
        canonical
            + l1("CREATE TYPE span AS RANGE (SUBTYPE = int, CANONICAL = canon); CREATE TABLE t (a span);"));
    addPair("a range type gets a canonical function below a column, and views use its constructors", {},
            l1("CREATE TYPE span AS RANGE (SUBTYPE = int); CREATE TABLE t (a span DEFAULT span(1, 2));"
               "CREATE VIEW v AS SELECT span(3, 4) AS s, a FROM t;"),
            canonical
                + l1("CREATE TYPE span AS RANGE (SUBTYPE = int, CANONICAL = canon);"
                     "CREATE TABLE t (a span DEFAULT span(1, 2)); CREATE VIEW v AS SELECT span(3, 4) AS s, a "
                     "FROM t;"));
    addPair("the subtype of a range changes below an exclusion", {},
            l1("CREATE TYPE span AS RANGE (SUBTYPE = int); CREATE TABLE t (a span, EXCLUDE USING gist (a "
               "WITH &&));"),
            l1("CREATE TYPE span AS RANGE (SUBTYPE = bigint); CREATE TABLE t (a span, EXCLUDE USING gist (a "
               "WITH &&));"));
}

} // namespace

void TestTypeKinds::initTestCase()
{
    QString why;
    QVERIFY2(server(&why), qPrintable(why));
}

void TestTypeKinds::convergesBothWays_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    addOperators();
    addOperatorClasses();
    addBaseTypes();
    addRangeTypes();
}

/// The rows pass through text from the old type to the new one and back.
void TestTypeKinds::keepsTheRowsOfAColumnWhoseTypeIsExchanged()
{
    const QString rows = l1("CREATE TABLE t (a num, r span);"
                            "INSERT INTO t VALUES ('42', span(1, 5)), ('7', NULL);");
    const auto run = testing::runPlain(
        baseType("num") + l1("CREATE TYPE span AS RANGE (SUBTYPE = int);") + rows,
        baseType("num", ", CATEGORY = 'N'") + l1("CREATE TYPE span AS RANGE (SUBTYPE = bigint);")
            + l1("CREATE TABLE t (a num, r span);"),
        {}, {}, true);
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    QCOMPARE(run.indexOf(l1("DROP TABLE")), -1);
    QVERIFY(run.indexOf(l1("ALTER TABLE public.t ALTER COLUMN a TYPE public.num")) >= 0);
    QCOMPARE(run.rowsAfter, QStringList({ l1("t: (42,\"[1,5)\") (7,)") }));
}

QTEST_GUILESS_MAIN(TestTypeKinds)
#include "tst_typekinds.moc"
