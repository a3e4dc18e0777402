#include "seedvalues.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace lockstep::proof {

namespace {

constexpr int plainCount = 14;

QStringList texts(std::initializer_list<const char *> values)
{
    QStringList list;
    for (const char *value : values)
        list.append(QString::fromUtf8(value));
    return list;
}

/// plainCount texts made from a number.
QStringList numbered(const std::function<QString(int)> &make)
{
    QStringList list;
    for (int i = 1; i <= plainCount; ++i)
        list.append(make(i));
    return list;
}

QStringList counted(const char *pattern)
{
    return numbered([pattern](int i) { return QString::fromUtf8(pattern).arg(i); });
}

/// With two digits.
QStringList numbered(const char *pattern)
{
    return numbered([pattern](int i) { return QString::fromUtf8(pattern).arg(i, 2, 10, QLatin1Char('0')); });
}

/// The numbers in parentheses of a type's text.
QVector<int> modifiers(const QString &type)
{
    static const QRegularExpression parentheses(QStringLiteral("\\(([\\d, -]+)\\)"));
    QVector<int> numbers;
    for (const QString &part :
         parentheses.match(type).captured(1).split(QLatin1Char(','), Qt::SkipEmptyParts))
        numbers.append(part.trimmed().toInt());
    return numbers;
}

ValuePool integers(const char *least, const char *greatest)
{
    return { numbered([](int i) { return QString::number(i); }),
             QStringList{ QLatin1String(greatest), QStringLiteral("0"), QStringLiteral("-1"),
                          QLatin1String(least) } };
}

/// Texts of at most `limit` characters; 0 is no limit.
ValuePool characters(int limit)
{
    ValuePool pool;
    pool.plain = texts({ "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "iota", "kappa", "mu",
                         "nu", "omega", "rho", "sigma", "value 15", "x16" });
    pool.extreme = texts({ "", "Gr\u00f6\u00dfe \u2713 \u65e5\u672c", "42", "it's a \\ \"quoted\" text" });
    pool.extreme.append(QString(limit > 0 ? std::min(limit, 2000) : 300, QLatin1Char('w')));
    if (limit > 0) {
        for (QStringList *list : { &pool.plain, &pool.extreme }) {
            for (QString &text : *list)
                text = text.left(limit);
        }
    }
    return pool;
}

ValuePool decimals(const QVector<int> &modifier)
{
    ValuePool pool{ numbered([](int i) { return QString::number(i); }),
                    texts({ "0", "-1", "2.5", "0.1", "0.25", "0.005" }) };
    if (modifier.isEmpty()) {
        pool.extreme.append(QStringLiteral("123456789012345678901234567890.123456789"));
        return pool;
    }
    const int scale = modifier.size() > 1 ? modifier[1] : 0;
    const int whole = modifier[0] - scale;
    if (scale >= 0 && whole >= 0) {
        QString greatest = whole > 0 ? QString(whole, QLatin1Char('9')) : QStringLiteral("0");
        if (scale > 0)
            greatest += QLatin1Char('.') + QString(scale, QLatin1Char('9'));
        pool.extreme.prepend(greatest);
    }
    return pool;
}

ValuePool bits(int length, bool varying)
{
    ValuePool pool;
    const int width = length > 0 ? length : 8;
    for (int i = 0; i < plainCount; ++i)
        pool.plain.append(QString::number(i, 2).rightJustified(width, QLatin1Char('0'), false).right(width));
    pool.extreme = { QString(width, QLatin1Char('1')) };
    if (varying)
        pool.extreme.append(QString());
    return pool;
}

/// Types whose values are only a list.
const QHash<QString, ValuePool> &listed()
{
    static const QHash<QString, ValuePool> pools = [] {
        QHash<QString, ValuePool> all;
        const auto add = [&all](const char *name, const QStringList &plain, const QStringList &extreme = {}) {
            all.insert(QLatin1String(name), ValuePool{ plain, extreme });
        };
        add("bool", texts({ "true", "false" }));
        add("date", numbered("2024-03-%1"),
            texts({ "2024-02-29", "1970-01-01", "9999-12-31", "0001-01-01" }));
        add("timestamp", numbered("2024-03-%1 12:34:56.789"),
            texts({ "2024-02-29 00:00:00", "9999-12-31 23:59:59.999999" }));
        add("timestamptz", numbered("2024-03-%1 12:34:56.789+00"),
            texts({ "2024-03-31 01:30:00+00", "9999-12-31 00:00:00+00" }));
        add("time", numbered("%1:30:00"), texts({ "00:00:00", "24:00:00" }));
        add("timetz", numbered("%1:30:00+02"), texts({ "00:00:00-11" }));
        add("interval", numbered("%1 days"), texts({ "0", "-3 months 2 days 04:05:06", "100 years" }));
        add("uuid", numbered("00000000-0000-4000-8000-0000000000%1"),
            texts({ "ffffffff-ffff-ffff-ffff-ffffffffffff" }));
        for (const char *json : { "json", "jsonb" })
            add(json, counted("{\"a\": %1, \"b\": {\"c\": [true, null]}}"),
                texts({ "[]", "{}", "\"text\"", "null" }));
        add("bytea", numbered("\\xca%1"), texts({ "\\x", "\\x00ff00" }));
        add("inet", counted("192.168.0.%1"), texts({ "10.1.2.3", "::1", "10.1.2.0/24" }));
        add("cidr", counted("10.0.%1.0/24"), texts({ "0.0.0.0/0", "2001:db8::/32" }));
        add("macaddr", numbered("08:00:2b:01:02:%1"));
        add("macaddr8", numbered("08:00:2b:01:02:03:04:%1"));
        add("xml", counted("<a>%1</a>"), texts({ "text" }));
        add("tsvector", counted("'fat':1 'rat':2 'word%1':3"), texts({ "" }));
        add("tsquery", counted("'fat' & 'word%1'"), texts({ "" }));
        add("point", counted("(%1,2)"), texts({ "(0,0)" }));
        add("line", counted("{1,2,%1}"));
        add("lseg", counted("[(0,0),(%1,1)]"));
        add("box", counted("(%1,1),(0,0)"));
        add("path", counted("((0,0),(1,1),(%1,0))"));
        add("polygon", counted("((0,0),(1,1),(%1,0))"));
        add("circle", counted("<(0,0),%1>"));
        add("money", counted("%1.50"), texts({ "0", "-1.25" }));
        add("name", counted("name_%1"));
        add("char", texts({ "a", "b", "c", "d", "e", "f", "g", "h" }));
        add("pg_lsn", counted("0/%1"));
        add("oid", counted("%1"), texts({ "4294967295" }));
        add("hstore", counted("a=>%1"), texts({ "" }));
        add("ltree", counted("top.n%1"));
        add("regclass", texts({ "pg_catalog.pg_class", "pg_catalog.pg_type" }));
        add("regtype", texts({ "integer", "text" }));
        add("float4", counted("%1.5"), texts({ "0", "-2.25", "1e30" }));
        add("float8", counted("%1.5"), texts({ "0", "-2.25", "123456789.125", "1e200" }));
        return all;
    }();
    return pools;
}

} // namespace

ValuePool builtinValues(const QString &name, const QString &type)
{
    const QVector<int> modifier = modifiers(type);
    const int length = modifier.isEmpty() ? 0 : modifier.first();
    if (name == QLatin1String("int2"))
        return integers("-32768", "32767");
    if (name == QLatin1String("int4"))
        return integers("-2147483648", "2147483647");
    if (name == QLatin1String("int8"))
        return integers("-9223372036854775808", "9223372036854775807");
    if (name == QLatin1String("numeric"))
        return decimals(modifier);
    if (name == QLatin1String("bit") || name == QLatin1String("varbit"))
        return bits(length, name == QLatin1String("varbit"));
    if (name == QLatin1String("text") || name == QLatin1String("varchar") || name == QLatin1String("bpchar")
        || name == QLatin1String("citext"))
        return characters(length);
    const auto known = listed().constFind(name);
    if (known != listed().constEnd())
        return *known;
    // A type of an extension or of the user: what many types take, for the server to choose from.
    return { numbered("%1")
                 + texts({ "1",
                           "2",
                           "3",
                           "a",
                           "b",
                           "c",
                           "alpha",
                           "beta",
                           "{}",
                           "(1,2)",
                           "[1,2)",
                           "a=>1",
                           "1.5",
                           "2024-03-01",
                           "top.a",
                           "{1,2,3}",
                           "[1,2,3]",
                           "SRID=4326;POINT(1 2)",
                           "POINT(1 2)",
                           "POINT(2 3)",
                           "LINESTRING(0 0,1 1)",
                           "POLYGON((0 0,1 0,1 1,0 0))" }),
             texts({ "0", "" }) };
}

} // namespace lockstep::proof
