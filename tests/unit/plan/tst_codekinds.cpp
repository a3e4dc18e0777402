#include "plainharness.h"

#include <QTest>

using namespace lockstep;

/// Kinds that extend the language itself: operators and their families and classes, casts,
/// conversions, languages, transforms, access methods, base and range types, aggregates, collations,
/// statistics and event triggers. Each pair is planned and run there and back again, and the other way round,
/// and compared by our reader and by pg_dump.
class TestCodeKinds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void convergesBothWays_data();
    void convergesBothWays();
    void altersInPlace_data();
    void altersInPlace();
    void keepsTheRowsOfAColumnWhoseTypeIsExchanged();
};

namespace {

/// pre: in both; then only in current; then only in target.
void addPair(const char *name, const QString &pre, const QString &current, const QString &target)
{
    QTest::newRow(name) << pre + current << pre + target;
    QTest::newRow(qPrintable(QLatin1String(name) + QStringLiteral(", the other way round")))
        << pre + target << pre + current;
}

QString l1(const char *sql)
{
    return QString::fromLatin1(sql);
}

/// A base type over int4's own functions.
QString baseType(const char *name, const char *options = "")
{
    return QStringLiteral(
               "CREATE TYPE %1;"
               "CREATE FUNCTION %1_in(cstring) RETURNS %1 IMMUTABLE STRICT LANGUAGE internal AS 'int4in';"
               "CREATE FUNCTION %1_out(%1) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS "
               "'int4out';"
               "CREATE TYPE %1 (INPUT = %1_in, OUTPUT = %1_out, LIKE = integer%2);")
        .arg(QLatin1String(name), QLatin1String(options));
}

QString comparison(const char *type)
{
    QString sql;
    const std::pair<const char *, const char *> operators[] = {
        { "lt", "<" }, { "le", "<=" }, { "eq", "=" }, { "ge", ">=" }, { "gt", ">" }
    };
    for (const auto &[name, symbol] : operators) {
        sql +=
            QStringLiteral("CREATE FUNCTION %1_%2(%1, %1) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS "
                           "'int4%2';")
                .arg(QLatin1String(type), QLatin1String(name));
    }
    sql +=
        QStringLiteral(
            "CREATE FUNCTION %1_cmp(%1, %1) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'btint4cmp';"
            "CREATE OPERATOR < (FUNCTION = %1_lt, LEFTARG = %1, RIGHTARG = %1, COMMUTATOR = >, NEGATOR = >=);"
            "CREATE OPERATOR <= (FUNCTION = %1_le, LEFTARG = %1, RIGHTARG = %1, COMMUTATOR = >=, NEGATOR = "
            ">);"
            "CREATE OPERATOR = (FUNCTION = %1_eq, LEFTARG = %1, RIGHTARG = %1, COMMUTATOR = =, HASHES, "
            "MERGES,"
            " RESTRICT = eqsel, JOIN = eqjoinsel);"
            "CREATE OPERATOR >= (FUNCTION = %1_ge, LEFTARG = %1, RIGHTARG = %1, COMMUTATOR = <=, NEGATOR = "
            "<);"
            "CREATE OPERATOR > (FUNCTION = %1_gt, LEFTARG = %1, RIGHTARG = %1, COMMUTATOR = <, NEGATOR = "
            "<=);")
            .arg(QLatin1String(type));
    return sql;
}

QString orderClass(const char *type, const char *more = "")
{
    return QStringLiteral(
               "CREATE OPERATOR CLASS %1_ops DEFAULT FOR TYPE %1 USING btree AS OPERATOR 1 <, OPERATOR 2 <=,"
               " OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 %1_cmp(%1, %1)%2;")
        .arg(QLatin1String(type), QLatin1String(more));
}

const char *const intLess =
    "CREATE FUNCTION lt(int, int) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4lt';"
    "CREATE FUNCTION gt(int, int) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4gt';"
    "CREATE FUNCTION ge(int, int) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4ge';"
    "CREATE FUNCTION cmp(int, int) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'btint4cmp';"
    "CREATE FUNCTION cmp48(int, bigint) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'btint48cmp';"
    "CREATE FUNCTION neg(int) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'int4um';";

const char *const plHandlers =
    "CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';"
    "CREATE FUNCTION i(internal) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_inline_handler';"
    "CREATE FUNCTION v(oid) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';";

const char *const eventFunction =
    "CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';";

/// The major version that has what the script uses.
int wantedMajor(const QString &sql)
{
    const std::pair<const char *, int> words[] = {
        { "ALTER STATISTICS", 13 },
        { "ALTER TYPE num SET (", 13 },
        { "STORAGE = external", 13 },
        { "<-> (box, point)", 13 },
        { "(a + b)", 14 },
        { "MULTIRANGE_TYPE_NAME", 14 },
        { "rules = ", 16 },
        { "provider = builtin", 17 },
    };
    int major = 12;
    for (const auto &[word, since] : words) {
        if (sql.contains(QLatin1String(word)))
            major = std::max(major, since);
    }
    return major;
}

bool isTooNew(const QString &sql)
{
    return testing::server() && testing::server()->version() / 10000 < wantedMajor(sql);
}

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
    addOperators();
    addOperatorClasses();
    addBaseTypes();
    addRangeTypes();
    addCastsAndConversions();
    addLanguages();
    addAggregates();
    addTheRest();
}

void TestCodeKinds::convergesBothWays()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    if (isTooNew(current + target))
        QSKIP("This version of PostgreSQL has no such feature.");
    const auto run = testing::runPlain(current, target, {}, {}, true);
    if (!run.failure.isEmpty())
        qInfo("%s", qPrintable(testing::describe(run.plan)));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    QVERIFY2(run.current->unmodelled().empty() && run.target->unmodelled().empty(),
             "Something was not read.");
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

/// The rows pass through text from the old type to the new one and back.
void TestCodeKinds::keepsTheRowsOfAColumnWhoseTypeIsExchanged()
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

QTEST_GUILESS_MAIN(TestCodeKinds)
#include "tst_codekinds.moc"
