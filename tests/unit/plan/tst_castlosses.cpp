#include <QHash>
#include <QTest>

#include <model/plan/plain/castlosses.h>
#include <model/plan/plain/typeconversion.h>
#include <model/sources/catalogreader.h>
#include <tests/support/plainharness.h>

using namespace lockstep;
using namespace lockstep::plan::plain;

/// What the plan says of a change of type against what the server does to values: each goes there and back.
class CastLossesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsWhatAssignmentCastsDo_data();
    void tellsWhatAssignmentCastsDo();
    void tellsWhatNarrowerTypesDo_data();
    void tellsWhatNarrowerTypesDo();
    void tellsWhatUsersTypesDo_data();
    void tellsWhatUsersTypesDo();
    void cleanupTestCase();

private:
    /// What happens to the values that the type has here.
    struct Measured
    {
        int values = 0;
        QStringList stopped;
        QStringList lost;
    };
    [[nodiscard]] Measured measure(const QString &from, const QString &to, const QStringList &values);
    void compare(const QString &from, const QString &to, const QStringList &values,
                 const schema::Catalog &current, const schema::Catalog &target, bool isExact);

    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
    schema::CatalogPtr m_catalog;
};

namespace {

using Pools = QHash<QString, QStringList>;

/// Values that casts stumble over, by the name of the type without its modifiers.
const Pools &pools()
{
    const auto list = [](const char *text) { return QString::fromUtf8(text).split(QLatin1Char('|')); };
    static const Pools pools{
        { QStringLiteral("smallint"), list("0|1|-1|7|32767|-32768") },
        { QStringLiteral("integer"), list("0|1|-1|42|16777217|2147483647|-2147483648") },
        { QStringLiteral("bigint"), list("0|1|-1|16777217|9007199254740993|9223372036854775807") },
        { QStringLiteral("numeric"),
          list("0|1|-1|1.5|2.3456|0.00005|12345.6789|123456789.1|123456789012345678.123456789|NaN|1e400") },
        { QStringLiteral("real"), list("0|1.5|0.1|16777216|3.1415927|1e30|Infinity|NaN") },
        { QStringLiteral("double precision"),
          list("0|1.5|0.1|3.141592653589793|123456789.123456|1e300|Infinity") },
        { QStringLiteral("money"), list("0|1.25|-3.50|12345678.90") },
        { QStringLiteral("boolean"), list("true|false") },
        { QStringLiteral("text"),
          list(
              "|a|ab|ab  |ab          |007|42|1.5|x'y|Gr\u00f6\u00dfe|true|yes|2024-03-01 12:30|[1, 2]|"
              "{\"b\": 1, \"a\":  2, \"a\": 3}|101|\\x61|a\\\\b|pg_class|int4|12:30|5 days|"
              "1 2|(1,2)|\\x6|b101|0123456789012345678901234567890123456789012345678901234567890123456789") },
        { QStringLiteral("\"char\""), list("a|b|7| ") },
        { QStringLiteral("name"), list("a|some_name|ab ") },
        { QStringLiteral("bytea"), list("\\x|\\x00ff|\\x61") },
        { QStringLiteral("bit"), list("1|0|101|10110|00000001") },
        { QStringLiteral("date"), list("2024-03-31|0001-01-01|infinity|5874897-12-31") },
        { QStringLiteral("time without time zone"), list("00:00|12:34:56.789") },
        { QStringLiteral("time with time zone"), list("00:00+00|12:34:56.789-07|01:00+02") },
        { QStringLiteral("timestamp without time zone"),
          list("2024-03-31 02:30|2024-10-27 02:30|2024-01-01 12:34:56.789|2024-01-01 00:00|infinity") },
        { QStringLiteral("timestamp with time zone"),
          list("2024-10-27 00:30+00|2024-10-27 01:30+00|2024-01-01 12:34:56.789123+00|infinity") },
        { QStringLiteral("interval"), list("0|1 day|2 months 3 days|36:15:00.25|-01:00|1 year 02:03:04") },
        { QStringLiteral("json"), list("1|null|{\"b\": 1, \"a\":  2, \"a\": 3}|[1,  2]|\"\\u0000\"") },
        { QStringLiteral("jsonb"), list("1|null|{\"a\": 2, \"b\": 1}|[1, 2]") },
        { QStringLiteral("xml"), list("<a>1</a>|<a/>  ") },
        { QStringLiteral("inet"), list("10.1.2.3|10.1.2.3/24|10.1.2.0/24|::1") },
        { QStringLiteral("cidr"), list("10.1.2.0/24|10.0.0.0/8|::1/128") },
        { QStringLiteral("macaddr"), list("08:00:2b:01:02:03") },
        { QStringLiteral("macaddr8"), list("08:00:2b:ff:fe:01:02:03|08:00:2b:01:02:03:04:05") },
        { QStringLiteral("oid"), list("0|42|4294967295") },
        { QStringLiteral("uuid"), list("00000000-0000-4000-8000-000000000001") },
        { QStringLiteral("point"), list("(1,2)") },
        { QStringLiteral("lseg"), list("[(0,0),(1,1)]") },
        { QStringLiteral("path"), list("((0,0),(1,1),(2,0))|[(0,0),(1,1)]") },
        { QStringLiteral("box"), list("(2,2),(1,1)") },
        { QStringLiteral("polygon"), list("((0,0),(1,1),(2,0))") },
        { QStringLiteral("circle"), list("<(1,1),2>") },
        { QStringLiteral("regclass"), list("pg_class|pg_catalog.pg_type") },
        { QStringLiteral("regtype"), list("integer|text") },
        { QStringLiteral("regproc"), list("pg_catalog.now") },
        { QStringLiteral("regprocedure"), list("now()") },
        { QStringLiteral("regoper"), list("pg_catalog.#-") },
        { QStringLiteral("regoperator"), list("+(integer,integer)") },
        { QStringLiteral("regrole"), list("pg_monitor") },
        { QStringLiteral("regnamespace"), list("pg_catalog") },
        { QStringLiteral("regconfig"), list("simple|english") },
        { QStringLiteral("regdictionary"), list("simple") },
        { QStringLiteral("regcollation"), list("\"C\"") },
        { QStringLiteral("regdatabase"), list("template1") },
    };
    return pools;
}

/// Values of the type with whatever modifiers.
QStringList valuesOf(const QString &type, const schema::Catalog &catalog)
{
    const ValueType parsed = valueType(type, catalog);
    QString name = parsed.name;
    if (parsed.family == Family::Text)
        name = QStringLiteral("text");
    else if (parsed.family == Family::Bits)
        name = QStringLiteral("bit");
    else if (parsed.family == Family::Interval)
        name = QStringLiteral("interval");
    QStringList values = pools().value(name);
    if (parsed.isArray) {
        for (QString &value : values)
            value = QLatin1String("{\"")
                    + value.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
                          .replace(QLatin1Char('"'), QLatin1String("\\\""))
                    + QLatin1String("\"}");
    }
    return values;
}

schema::ColumnAttributes columnOf(const QString &type)
{
    schema::ColumnAttributes column;
    column.type = type;
    return column;
}

QString changeType(const QString &type, const QString &usingExpression)
{
    return QStringLiteral("ALTER TABLE cast_t ALTER COLUMN f TYPE %1%2")
        .arg(type, usingExpression.isEmpty() ? QString() : QStringLiteral(" USING ") + usingExpression);
}

} // namespace

void CastLossesTest::initTestCase()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("casts"));
    QVERIFY2(database.has_value(), qPrintable(database.has_value() ? QString() : database.error().toText()));
    m_database = std::move(*database);
    auto session = m_database->open();
    QVERIFY(session.has_value());
    m_session = std::move(*session);
    for (const char *setting : { "SET TimeZone = 'Europe/Berlin'", "SET lc_monetary = 'C'" })
        QVERIFY(m_session->execute(QLatin1String(setting)).has_value());
    m_catalog = std::make_shared<const schema::Catalog>(
        m_session->server().version, std::vector<schema::Fact>(), std::vector<schema::Dependency>());
}

void CastLossesTest::cleanupTestCase()
{
    m_session.reset();
    m_database.reset();
}

CastLossesTest::Measured CastLossesTest::measure(const QString &from, const QString &to,
                                                 const QStringList &values)
{
    const schema::ObjectId column = schema::subId(schema::Kind::Column, QStringLiteral("public"),
                                                  QStringLiteral("cast_t"), QStringLiteral("f"));
    const Conversion conversion = conversionFor(column, columnOf(from), columnOf(to), {});
    const QString text = QStringLiteral("SELECT f::text FROM cast_t");
    Measured measured;
    for (const QString &value : values) {
        (void)m_session->execute(QStringLiteral("DROP TABLE IF EXISTS cast_t"));
        const bool isValue =
            m_session->execute(QStringLiteral("CREATE TABLE cast_t (f %1)").arg(from)).has_value()
            && m_session
                   ->execute(
                       QStringLiteral("INSERT INTO cast_t VALUES (%1)").arg(schema::quoteLiteral(value)))
                   .has_value();
        const auto before = m_session->query(text);
        if (!isValue || !before.has_value() || before->count() == 0)
            continue;
        ++measured.values;
        if (!m_session->execute(changeType(to, conversion.usingExpression)).has_value()) {
            measured.stopped.append(value);
            continue;
        }
        // Where the way back stops at a value it loses none; what a cast of PostgreSQL's gives shows that.
        const bool isBack = m_session->execute(changeType(from, conversion.back)).has_value()
                            || m_session->execute(changeType(from, QStringLiteral("f::") + from)).has_value();
        const auto after = m_session->query(text);
        if (isBack && after.has_value() && after->text(0, 0) != before->text(0, 0))
            measured.lost.append(before->text(0, 0) + QLatin1String(" -> ") + after->text(0, 0));
    }
    return measured;
}

/// `isExact`: what is said to be lost must be seen here, too.
void CastLossesTest::compare(const QString &from, const QString &to, const QStringList &values,
                             const schema::Catalog &current, const schema::Catalog &target, bool isExact)
{
    const Measured measured = measure(from, to, values);
    QVERIFY2(measured.values > 0, qPrintable(QStringLiteral("There are no values of %1.").arg(from)));
    const CastOutcome outcome =
        castOutcome(valueType(from, current), valueType(to, target), { current, target });
    QVERIFY2(measured.stopped.isEmpty() || outcome.mayFail,
             qPrintable(QStringLiteral("stops at ") + measured.stopped.join(QStringLiteral("; "))));
    QVERIFY2(measured.lost.isEmpty() || !outcome.loses.isEmpty(),
             qPrintable(QStringLiteral("loses ") + measured.lost.join(QStringLiteral("; "))));
    if (!isExact)
        return;
    QVERIFY2(!measured.lost.isEmpty() || outcome.loses.isEmpty(),
             qPrintable(QStringLiteral("does not lose ") + outcome.loses.join(QStringLiteral("; "))));
    QVERIFY2(!measured.stopped.isEmpty() || !outcome.mayFail, "stops at no value");
}

void CastLossesTest::tellsWhatAssignmentCastsDo_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto casts = m_session->query(
        QStringLiteral("SELECT format_type(castsource, NULL), format_type(casttarget, NULL) FROM pg_cast c "
                       "JOIN pg_type s ON s.oid = castsource JOIN pg_type t ON t.oid = casttarget "
                       "WHERE castcontext IN ('i', 'a') AND s.typtype = 'b' AND t.typtype = 'b' AND "
                       "castsource <> casttarget "
                       "AND s.typname !~ '^pg_' AND t.typname !~ '^pg_' ORDER BY 1, 2"));
    QVERIFY(casts.has_value());
    QVERIFY(casts->count() > 100);
    // Without a length PostgreSQL reads "character" as that of one.
    const auto written = [](const QString &type) {
        return type == QLatin1String("character") ? QStringLiteral("bpchar") : type;
    };
    for (int i = 0; i < casts->count(); ++i) {
        const QString from = written(casts->text(i, 0));
        const QString to = written(casts->text(i, 1));
        QTest::addRow("%s to %s", qPrintable(from), qPrintable(to)) << from << to;
    }
}

void CastLossesTest::tellsWhatAssignmentCastsDo()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    compare(from, to, valuesOf(from, *m_catalog), *m_catalog, *m_catalog, false);
}

void CastLossesTest::tellsWhatNarrowerTypesDo_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *from, const char *to) {
        QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    row("timestamp without time zone", "date");
    row("timestamp with time zone", "date");
    row("timestamp without time zone", "timestamp(0) without time zone");
    row("timestamp with time zone", "timestamp(3) with time zone");
    row("timestamp(0) without time zone", "timestamp without time zone");
    row("timestamp without time zone", "time without time zone");
    row("time with time zone", "time without time zone");
    row("time without time zone", "time(0) without time zone");
    row("interval", "interval day");
    row("interval", "interval hour to minute");
    row("interval", "interval(0)");
    row("interval day", "interval");
    row("interval", "time without time zone");
    row("double precision", "real");
    row("double precision", "integer");
    row("real", "double precision");
    row("real", "integer");
    row("bigint", "integer");
    row("integer", "bigint");
    row("integer", "smallint");
    row("bigint", "double precision");
    row("integer", "double precision");
    row("integer", "real");
    row("integer", "numeric(6,1)");
    row("integer", "numeric");
    row("numeric", "integer");
    row("numeric(10,4)", "numeric(10,1)");
    row("numeric(10,4)", "numeric(12,4)");
    row("numeric(10,1)", "numeric(12,4)");
    row("numeric(10,4)", "numeric(6,4)");
    row("numeric(10,4)", "numeric");
    row("numeric", "numeric(10,4)");
    row("numeric(12,4)", "double precision");
    row("numeric", "double precision");
    row("integer", "boolean");
    row("boolean", "integer");
    row("text", "character varying(5)");
    row("character varying(50)", "character varying(10)");
    row("character varying(10)", "character varying(50)");
    row("character varying(50)", "character varying");
    row("character varying(50)", "character(3)");
    row("character varying(50)", "\"char\"");
    row("character(5)", "text");
    row("character(10)", "character(3)");
    row("character(3)", "character(10)");
    row("text", "name");
    row("text", "integer");
    row("text", "boolean");
    row("text", "json");
    row("text", "jsonb");
    row("text", "bytea");
    row("text", "date");
    row("text", "bit(3)");
    row("integer", "text");
    row("integer", "character varying(4)");
    row("uuid", "character varying(36)");
    row("json", "jsonb");
    row("jsonb", "json");
    row("bit(8)", "bit(3)");
    row("bit(8)", "bit varying(5)");
    row("bit varying(8)", "bit varying(3)");
    row("bit(3)", "bit varying(5)");
    row("inet", "cidr");
    row("macaddr8", "macaddr");
    row("integer[]", "bigint[]");
    row("bigint[]", "integer[]");
    row("numeric[]", "numeric(6,1)[]");
    row("text[]", "character varying(3)[]");
    row("integer[]", "text[]");
    row("text[]", "integer[]");
    row("bit varying(8)[]", "bit varying(3)[]");
}

void CastLossesTest::tellsWhatNarrowerTypesDo()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    compare(from, to, valuesOf(from, *m_catalog), *m_catalog, *m_catalog, true);
}

void CastLossesTest::tellsWhatUsersTypesDo_data()
{
    QTest::addColumn<QString>("types");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char *types, const char *from, const char *to, const QStringList &values) {
        QTest::addRow("%s to %s", from, to)
            << QString::fromLatin1(types) << QString::fromLatin1(from) << QString::fromLatin1(to) << values;
    };
    row("CREATE TYPE few AS ENUM ('a'); CREATE TYPE many AS ENUM ('a', 'b')", "public.few", "public.many",
        { QStringLiteral("a") });
    row("CREATE TYPE few AS ENUM ('a'); CREATE TYPE many AS ENUM ('a', 'b')", "public.many", "public.few",
        { QStringLiteral("a"), QStringLiteral("b") });
    row("CREATE TYPE many AS ENUM ('a', 'b')", "public.many", "text", { QStringLiteral("a") });
    row("CREATE TYPE many AS ENUM ('a', 'b')", "text", "public.many",
        { QStringLiteral("a"), QStringLiteral("c") });
    row("CREATE DOMAIN short AS varchar(3)", "text", "public.short",
        { QStringLiteral("a"), QStringLiteral("abcd"), QStringLiteral("abc ") });
    row("CREATE DOMAIN cents AS numeric(6,1)", "numeric", "public.cents",
        { QStringLiteral("1.25"), QStringLiteral("1e9") });
    row("CREATE DOMAIN moment AS timestamp", "public.moment", "date", { QStringLiteral("2024-01-01 12:00") });
    row("CREATE TYPE narrow AS (a numeric(4,1)); CREATE TYPE wide AS (a numeric)", "public.wide",
        "public.narrow", { QStringLiteral("(1.25)"), QStringLiteral("(1e9)") });
    row("CREATE TYPE one AS (a int); CREATE TYPE two AS (a int, b int)", "public.two", "public.one",
        { QStringLiteral("(1,2)") });
}

void CastLossesTest::tellsWhatUsersTypesDo()
{
    QFETCH(const QString, types);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QStringList, values);
    for (const QString &statement : types.split(QLatin1Char(';')))
        QVERIFY2(m_session->execute(statement).has_value(), qPrintable(statement));
    const auto catalog = sources::readCatalog(*m_session);
    QVERIFY(catalog.has_value());
    compare(from, to, values, **catalog, **catalog, false);
    (void)m_session->execute(QStringLiteral("DROP TABLE IF EXISTS cast_t"));
    (void)m_session->execute(QStringLiteral("DROP SCHEMA public CASCADE"));
    QVERIFY(m_session->execute(QStringLiteral("CREATE SCHEMA public")).has_value());
}

QTEST_GUILESS_MAIN(CastLossesTest)
#include "tst_castlosses.moc"
