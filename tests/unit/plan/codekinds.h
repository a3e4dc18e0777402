#pragma once

#include <QTest>

#include <tests/support/plainharness.h>

/// What the tests of the kinds that extend the language write their schemas with.
namespace lockstep::testing {

/// pre: in both; then only in current; then only in target.
inline void addPair(const char *name, const QString &pre, const QString &current, const QString &target)
{
    QTest::newRow(name) << pre + current << pre + target;
    QTest::newRow(qPrintable(QLatin1String(name) + QStringLiteral(", the other way round")))
        << pre + target << pre + current;
}

inline QString l1(const char *sql)
{
    return QString::fromLatin1(sql);
}

/// A base type over int4's own functions.
inline QString baseType(const char *name, const char *options = "")
{
    return QStringLiteral(
               "CREATE TYPE %1;"
               "CREATE FUNCTION %1_in(cstring) RETURNS %1 IMMUTABLE STRICT LANGUAGE internal AS 'int4in';"
               "CREATE FUNCTION %1_out(%1) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS "
               "'int4out';"
               "CREATE TYPE %1 (INPUT = %1_in, OUTPUT = %1_out, LIKE = integer%2);")
        .arg(QLatin1String(name), QLatin1String(options));
}

inline QString comparison(const char *type)
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

inline QString orderClass(const char *type, const char *more = "")
{
    return QStringLiteral(
               "CREATE OPERATOR CLASS %1_ops DEFAULT FOR TYPE %1 USING btree AS OPERATOR 1 <, OPERATOR 2 <=,"
               " OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 %1_cmp(%1, %1)%2;")
        .arg(QLatin1String(type), QLatin1String(more));
}

inline constexpr const char *intLess =
    "CREATE FUNCTION lt(int, int) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4lt';"
    "CREATE FUNCTION gt(int, int) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4gt';"
    "CREATE FUNCTION ge(int, int) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4ge';"
    "CREATE FUNCTION cmp(int, int) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'btint4cmp';"
    "CREATE FUNCTION cmp48(int, bigint) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'btint48cmp';"
    "CREATE FUNCTION neg(int) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'int4um';";

inline constexpr const char *plHandlers =
    "CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';"
    "CREATE FUNCTION i(internal) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_inline_handler';"
    "CREATE FUNCTION v(oid) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';";

inline constexpr const char *eventFunction =
    "CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';";

/// The major version that has what the script uses.
inline int wantedMajor(const QString &sql)
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

inline bool isTooNew(const QString &sql)
{
    return server() && server()->version() / 10000 < wantedMajor(sql);
}

/// The row's pair is planned and run there and back, and compared by our reader and by pg_dump.
inline void convergePair()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    if (isTooNew(current + target))
        QSKIP("This version of PostgreSQL has no such feature.");
    const auto run = runPlain(current, target, {}, {}, true);
    if (!run.failure.isEmpty())
        qInfo("%s", qPrintable(describe(run.plan)));
    QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
    QVERIFY2(run.current->unmodelled().empty() && run.target->unmodelled().empty(),
             "Something was not read.");
}

} // namespace lockstep::testing
