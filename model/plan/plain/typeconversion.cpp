#include "typeconversion.h"

#include <QRegularExpression>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// The type without modifier: "character varying(20)" is "character varying".
QString bareType(const QString &type)
{
    static const QRegularExpression modifier(QStringLiteral(R"(\([^)]*\))"));
    return QString(type).remove(modifier).simplified();
}

bool isTextType(const QString &type)
{
    return type == QLatin1String("text") || type == QLatin1String("character varying")
           || type == QLatin1String("character") || type == QLatin1String("name");
}

bool isNumberType(const QString &type)
{
    static const QStringList numbers{ QStringLiteral("smallint"), QStringLiteral("integer"),
                                      QStringLiteral("bigint"),   QStringLiteral("numeric"),
                                      QStringLiteral("real"),     QStringLiteral("double precision") };
    return numbers.contains(type);
}

bool isTimeType(const QString &type)
{
    return type.startsWith(QLatin1String("timestamp")) || type == QLatin1String("date");
}

bool isJsonType(const QString &type)
{
    return type == QLatin1String("json") || type == QLatin1String("jsonb");
}

QString castTo(const QString &column, const QString &from, const QString &to)
{
    const QString a = bareType(from);
    const QString b = bareType(to);
    // Rows become text only when told so; the assignment to the type itself still minds its length.
    if (isTextType(b) && a.contains(QLatin1Char('.')))
        return QStringLiteral("%1::text").arg(quoteIdent(column));
    if (a == b || isTextType(b) || (isNumberType(a) && isNumberType(b)) || (isTimeType(a) && isTimeType(b)))
        return {}; // Assignment casts exist.
    const bool toBoolean = b == QLatin1String("boolean") && a == QLatin1String("integer");
    const bool fromBoolean = a == QLatin1String("boolean") && b == QLatin1String("integer");
    const bool direct = isTextType(a) || toBoolean || fromBoolean || (isJsonType(a) && isJsonType(b));
    const QString name = quoteIdent(column);
    return direct ? QStringLiteral("%1::%2").arg(name, to) : QStringLiteral("%1::text::%2").arg(name, to);
}

} // namespace

Conversion conversionFor(const ObjectId &column, const ColumnAttributes &before,
                         const ColumnAttributes &after, const Intents &intents)
{
    Conversion conversion{ castTo(column.sub, before.type, after.type),
                           castTo(column.sub, after.type, before.type) };
    for (const ConversionIntent &intent : intents.conversions) {
        if (intent.column != dottedName(column))
            continue;
        conversion.usingExpression = intent.usingExpression;
        if (!intent.back.isEmpty())
            conversion.back = intent.back;
    }
    return conversion;
}

QString throughText(const ObjectId &column, const QString &type)
{
    return QStringLiteral("%1::text%2::%3")
        .arg(quoteIdent(column.sub), type.endsWith(QLatin1String("[]")) ? QStringLiteral("[]") : QString(),
             type);
}

} // namespace lockstep::plan::plain
