#include "bulkvalues.h"

#include <model/schema/objectid.h>

#include <algorithm>
#include <cmath>

namespace lockstep::proof {

namespace {

/// The most values that a column gets which statistics say nothing of.
constexpr qint64 usualDistinct = 50'000;
constexpr int usualNullPermille = 50;
constexpr int plainPercent = 20;

bool isTextual(const QString &typeName)
{
    static const QStringList names{ QStringLiteral("text"), QStringLiteral("varchar"),
                                    QStringLiteral("bpchar"), QStringLiteral("citext"),
                                    QStringLiteral("name") };
    return names.contains(typeName);
}

/// Characters a value may have; 0: as many as it likes.
int lengthLimit(const BulkColumn &column)
{
    constexpr int header = 4;
    const bool isLimited =
        column.typeName == QLatin1String("varchar") || column.typeName == QLatin1String("bpchar");
    constexpr int nameLength = 63;
    if (column.typeName == QLatin1String("name"))
        return nameLength;
    return isLimited && column.modifier > header ? column.modifier - header : 0;
}

QString limited(const QString &expression, int limit)
{
    return limit > 0 ? QStringLiteral("left(%1, %2)").arg(expression, QString::number(limit)) : expression;
}

bool hasWord(const QString &name, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) {
        return name.contains(QLatin1String(word), Qt::CaseInsensitive);
    });
}

/// What columns called so usually hold.
QString wordsFor(const QString &name, const QString &k)
{
    if (hasWord(name, { "mail" }))
        return QStringLiteral("'user' || (%1) || '@example.org'").arg(k);
    if (hasWord(name, { "url", "link", "uri" }))
        return QStringLiteral("'https://example.org/' || (%1)").arg(k);
    if (hasWord(name, { "phone", "mobile" }))
        return QStringLiteral("'+49 30 ' || lpad((%1)::text, 8, '0')").arg(k);
    if (hasWord(name,
                { "status", "state", "kind", "type", "category", "country", "currency", "lang", "role" }))
        return QStringLiteral("pg_temp.lockstep_word((%1) % 12)").arg(k);
    return QStringLiteral(
               "pg_temp.lockstep_word(%1) || ' ' || pg_temp.lockstep_word((%1) / 7) || ' ' || (%1)")
        .arg(k);
}

QString textValue(const BulkColumn &column, const QString &k)
{
    QString text = wordsFor(column.column.name, k);
    const int width = column.statistics ? column.statistics->averageWidth : 0;
    constexpr int longText = 60;
    constexpr int longest = 4000;
    if (width > longText)
        text = QStringLiteral(
                   "rpad(%1, %2 + ((%3) % 9)::int, ' pellentesque habitant morbi tristique senectus')")
                   .arg(text, QString::number(std::min(width, longest) - 8), k);
    return limited(text, lengthLimit(column));
}

/// As large as the precision allows.
QString numericValue(int modifier, const QString &k)
{
    constexpr int header = 4;
    if (modifier < header)
        return QStringLiteral("(%1) / 100.0").arg(k);
    const int precision = ((modifier - header) >> 16) & 0xffff;
    const int scale = (modifier - header) & 0x7ff;
    const int digits = std::clamp(precision - scale, 0, 12);
    return QStringLiteral("((%1) % %2)::numeric / %3")
        .arg(k)
        .arg(qint64(std::pow(10, std::min(digits + scale, 15))))
        .arg(qint64(std::pow(10, std::min(scale, 15))));
}

QString rangeValue(const QString &typeName, const QString &k)
{
    if (typeName == QLatin1String("int4range"))
        return QStringLiteral("int4range(((%1) % 100000000)::int * 10, ((%1) % 100000000)::int * 10 + 5)")
            .arg(k);
    if (typeName == QLatin1String("int8range"))
        return QStringLiteral("int8range((%1) * 10, (%1) * 10 + 5)").arg(k);
    if (typeName == QLatin1String("numrange"))
        return QStringLiteral("numrange((%1)::numeric, (%1) + 0.5)").arg(k);
    if (typeName == QLatin1String("daterange"))
        return QStringLiteral("daterange(date '2015-01-01' + ((%1) % 1000000)::int * 2, date '2015-01-01' + "
                              "((%1) % 1000000)::int * 2 + 1)")
            .arg(k);
    const QString stamp =
        typeName == QLatin1String("tsrange") ? QStringLiteral("timestamp") : QStringLiteral("timestamptz");
    return QStringLiteral("%1(%2 '2015-01-01 00:00:00' + (%3) * interval '1 hour', %2 '2015-01-01 00:30:00' "
                          "+ (%3) * interval '1 hour')")
        .arg(typeName, stamp, k);
}

/// By the name of a type; "%1" is the number. Empty: no way to make one from a number.
QString simpleValue(const QString &typeName)
{
    static const QHash<QString, QString> values{
        { QStringLiteral("int2"), QStringLiteral("(%1) % 32000") },
        { QStringLiteral("int4"), QStringLiteral("(%1) % 2000000000") },
        { QStringLiteral("int8"), QStringLiteral("%1") },
        { QStringLiteral("oid"), QStringLiteral("(%1) % 2000000000") },
        { QStringLiteral("float4"), QStringLiteral("(%1) / 8.0") },
        { QStringLiteral("float8"), QStringLiteral("(%1) / 8.0") },
        { QStringLiteral("bool"), QStringLiteral("(%1) % 2 = 0") },
        { QStringLiteral("uuid"), QStringLiteral("md5((%1)::text)::uuid") },
        { QStringLiteral("date"), QStringLiteral("date '2015-01-01' + ((%1) % 1000000)::int") },
        { QStringLiteral("timestamp"),
          QStringLiteral("timestamp '2015-01-01 00:00:00' + (%1) * interval '1 minute'") },
        { QStringLiteral("timestamptz"),
          QStringLiteral("timestamptz '2015-01-01 00:00:00+00' + (%1) * interval '1 minute'") },
        { QStringLiteral("time"), QStringLiteral("time '00:00' + ((%1) % 86400) * interval '1 second'") },
        { QStringLiteral("interval"), QStringLiteral("((%1) % 1000000) * interval '1 second'") },
        { QStringLiteral("bytea"), QStringLiteral("decode(md5((%1)::text), 'hex')") },
        { QStringLiteral("inet"), QStringLiteral("inet '10.0.0.0' + ((%1) % 16000000)") },
        { QStringLiteral("json"),
          QStringLiteral("json_build_object('id', %1, 'name', pg_temp.lockstep_word(%1), 'tags', "
                         "json_build_array(%1, NULL))") },
        { QStringLiteral("jsonb"),
          QStringLiteral("jsonb_build_object('id', %1, 'name', pg_temp.lockstep_word(%1), 'tags', "
                         "jsonb_build_array(%1, NULL))") },
        { QStringLiteral("tsvector"), QStringLiteral("to_tsvector('simple', pg_temp.lockstep_word(%1))") },
    };
    return values.value(typeName);
}

/// A value made of a number: equal numbers give equal values, and other numbers mostly others.
QString madeOf(const BulkColumn &column, const QString &k)
{
    if (column.typeKind == QLatin1Char('e')) {
        const QString labels = QStringLiteral("enum_range(NULL::%1)").arg(column.column.type);
        return QStringLiteral("(%1)[1 + ((%2) % array_length(%1, 1))::int]").arg(labels, k);
    }
    if (isTextual(column.typeName))
        return textValue(column, k);
    if (column.typeName == QLatin1String("numeric"))
        return numericValue(column.modifier, k);
    if (column.typeName.endsWith(QLatin1String("range")) && column.typeKind == QLatin1Char('r')) {
        static const QStringList known{ QStringLiteral("int4range"), QStringLiteral("int8range"),
                                        QStringLiteral("numrange"),  QStringLiteral("daterange"),
                                        QStringLiteral("tsrange"),   QStringLiteral("tstzrange") };
        return known.contains(column.typeName) ? rangeValue(column.typeName, k) : QString();
    }
    if (!column.element.isEmpty()) {
        const QString each = isTextual(column.element) ? QStringLiteral("left(pg_temp.lockstep_word(%1), 3)")
                                                       : simpleValue(column.element);
        return each.isEmpty()
                   ? QString()
                   : QStringLiteral("ARRAY[(%1)::%3, (%2)::%3]")
                         .arg(each.arg(k), each.arg(k + QStringLiteral(" + 1")), column.elementType);
    }
    const QString value = simpleValue(column.typeName);
    return value.isEmpty() ? QString() : value.arg(k);
}

/// Text that differs from row to row and looks like what is there: conditions may ask for its form.
QString changedText(const QString &from, int limit, int variant)
{
    const QString number = QStringLiteral("g.n::text");
    const QString kept = limit > 0 ? QStringLiteral("left(%1, greatest(0, %2 - length(%3)))")
                                         .arg(from, QString::number(limit), number)
                                   : from;
    const QString ends = variant % 2 == 0 ? QStringLiteral("%1 || %2").arg(kept, number)
                                          : QStringLiteral("%2 || %1").arg(kept, number);
    return QStringLiteral("CASE WHEN strpos(%1, '@') > 0 THEN replace(%1, '@', %2 || '@') ELSE %3 END")
        .arg(from, number, ends);
}

QString keyText(const BulkColumn &column, const QString &from, const BulkRound &round)
{
    const int limit = lengthLimit(column);
    constexpr int enoughForNumbers = 8;
    constexpr int enoughForWords = 40;
    if (column.isTied || column.typeKind == QLatin1Char('d'))
        return changedText(from, limit, round.number);
    if (column.isRetyped)
        return QStringLiteral("g.n::text");
    if (limit > 0 && limit < enoughForNumbers)
        return QStringLiteral("left(md5((g.n + %1)::text), %2)").arg(round.number).arg(limit);
    if (limit > 0 && limit < enoughForWords)
        return QStringLiteral("left(g.n || '-' || pg_temp.lockstep_word(g.n), %1)").arg(limit);
    return textValue(column, QStringLiteral("g.n"));
}

/// Different in each row, as far as the type has enough values.
QString keyValue(const BulkColumn &column, const QString &from, const BulkRound &round)
{
    if (isTextual(column.typeName))
        return keyText(column, from, round);
    static const QStringList numbers{ QStringLiteral("int2"), QStringLiteral("int4"), QStringLiteral("int8"),
                                      QStringLiteral("numeric"), QStringLiteral("float8") };
    if (column.isTied && round.number % 2 == 1 && numbers.contains(column.typeName))
        return QStringLiteral("%1 + g.n").arg(from);
    if (column.isTied && column.typeName == QLatin1String("date"))
        return QStringLiteral("%1 + (g.n % %2)::int").arg(from, QString::number(27 + 340 * round.number));
    if (column.isTied && column.typeName.startsWith(QLatin1String("timestamp")))
        return QStringLiteral("%1 + (g.n % %2) * interval '1 second'")
            .arg(from, QString::number(2'300'000 * qint64(1 + round.number)));
    const QString made = madeOf(column, QStringLiteral("g.n"));
    return made.isEmpty() ? from : made;
}

int nullPermille(const BulkColumn &column)
{
    if (column.column.notNull)
        return 0;
    return column.statistics ? int(std::lround(column.statistics->nullFraction * 1000)) : usualNullPermille;
}

/// Later rounds are for what did not differ enough.
qint64 distinctValues(const BulkColumn &column, const BulkRound &round)
{
    constexpr qint64 always = 1'000'000'000;
    if (round.number > 1)
        return always;
    const double stated = column.statistics ? column.statistics->distinct : 0;
    if (stated == 0)
        return usualDistinct;
    return std::max<qint64>(1, std::llround(stated > 0 ? stated : -stated * double(round.rows)));
}

} // namespace

QString bulkRandom(const BulkRound &round, int salt)
{
    return QStringLiteral("(hashint8extended(g.n, %1) & 9007199254740991)")
        .arg(round.seed * 100'003 + salt * 101 + round.number);
}

QString bulkIsPlain(const BulkRound &round)
{
    return QStringLiteral("%1 % 2 = 0").arg(bulkRandom(round, 1));
}

QString bulkValue(const BulkColumn &column, const BulkRound &round)
{
    const QString cast = QStringLiteral("(%1)::") + column.column.type;
    const QString there = QStringLiteral("r.") + schema::quoteIdent(column.column.name);
    const int salt = 10 + column.column.number * 3;
    if (column.column.isKey) {
        const QString key = cast.arg(keyValue(column, there, round));
        // One column of several may have to be among few values.
        return column.isTied && round.mayRepeat ? QStringLiteral("CASE WHEN %1 % 3 = 0 THEN %2 ELSE %3 END")
                                                      .arg(bulkRandom(round, salt), there, key)
                                                : key;
    }
    const QString made =
        column.typeKind == QLatin1Char('d') || column.isRetyped
            ? QString()
            : madeOf(
                column,
                QStringLiteral("%1 % %2").arg(bulkRandom(round, salt)).arg(distinctValues(column, round)));
    if (round.mode == BulkMode::Plain || made.isEmpty())
        return there;
    const QString plain =
        column.isTied ? bulkIsPlain(round)
                      : QStringLiteral("%1 % 100 < %2").arg(bulkRandom(round, salt + 1)).arg(plainPercent);
    const int nulls = nullPermille(column);
    const QString null =
        nulls == 0
            ? QString()
            : QStringLiteral("WHEN %1 % 1000 < %2 THEN NULL ").arg(bulkRandom(round, salt + 2)).arg(nulls);
    return QStringLiteral("CASE %1WHEN %2 THEN %3 ELSE %4 END").arg(null, plain, there, cast.arg(made));
}

QString bulkFunctions()
{
    // Everyday words, and some that are not ASCII.
    static const QStringList words{ QStringLiteral("amber"),
                                    QStringLiteral("Zo\u00eb"),
                                    QStringLiteral("gr\u00f6\u00dfe"),
                                    QStringLiteral("\u6771\u4eac"),
                                    QStringLiteral("\u03a9mega"),
                                    QStringLiteral("o'brien"),
                                    QStringLiteral("data"),
                                    QStringLiteral("north"),
                                    QStringLiteral("river"),
                                    QStringLiteral("\u00e9clair"),
                                    QStringLiteral("ma\u00f1ana"),
                                    QStringLiteral("\u041f\u0440\u0430\u0433\u0430"),
                                    QStringLiteral("stone"),
                                    QStringLiteral("quiet"),
                                    QStringLiteral("forty"),
                                    QStringLiteral("open"),
                                    QStringLiteral("paper"),
                                    QStringLiteral("light"),
                                    QStringLiteral("seven"),
                                    QStringLiteral("harbour"),
                                    QStringLiteral("maple"),
                                    QStringLiteral("blue"),
                                    QStringLiteral("sigma"),
                                    QStringLiteral("lane") };
    QStringList literals;
    for (const QString &word : words)
        literals.append(schema::quoteLiteral(word));
    return QStringLiteral(
               "CREATE FUNCTION pg_temp.lockstep_word(bigint) RETURNS text LANGUAGE sql IMMUTABLE AS "
               "$$ SELECT (ARRAY[%1])[1 + $1 % %2] $$")
        .arg(literals.join(QStringLiteral(", ")))
        .arg(words.size());
}

} // namespace lockstep::proof
