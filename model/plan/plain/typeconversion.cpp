#include "typeconversion.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// The type without modifier: "character varying(20)" is "character varying", "interval day" "interval".
QString bareType(const QString &type)
{
    static const QRegularExpression modifier(QStringLiteral(R"(\([^)]*\))"));
    static const QString interval = QStringLiteral("interval");
    return type.startsWith(interval) ? interval : QString(type).remove(modifier).simplified();
}

bool isTextType(const QString &type)
{
    return type == QLatin1String("text") || type == QLatin1String("character varying")
           || type == QLatin1String("character") || type == QLatin1String("name");
}

/// oid, regclass and the like are numbers that are shown as names.
bool isAssignedNumber(const QString &from, const QString &to)
{
    static const QString oid = QStringLiteral("oid");
    static const QStringList integers{ QStringLiteral("integer"), QStringLiteral("bigint"),
                                       QStringLiteral("smallint") };
    const auto isNumbered = [](const QString &type) {
        return type == oid || (type.startsWith(QLatin1String("reg")) && !type.contains(QLatin1Char('.')));
    };
    if (isNumbered(from) && isNumbered(to))
        return from == oid || to == oid;
    return (isNumbered(to) && integers.contains(from))
           || (isNumbered(from) && integers.mid(0, 2).contains(to));
}

/// Pairs that PostgreSQL converts by itself when a value is assigned, besides those from and to text.
bool isAssigned(const QString &from, const QString &to)
{
    static const QStringList numbers{ QStringLiteral("smallint"), QStringLiteral("integer"),
                                      QStringLiteral("bigint"),   QStringLiteral("numeric"),
                                      QStringLiteral("real"),     QStringLiteral("double precision") };
    static const QStringList moments{ QStringLiteral("date"), QStringLiteral("timestamp without time zone"),
                                      QStringLiteral("timestamp with time zone") };
    static const QStringList bits{ QStringLiteral("bit"), QStringLiteral("bit varying") };
    static const QStringList json{ QStringLiteral("json"), QStringLiteral("jsonb") };
    static const QStringList addresses{ QStringLiteral("macaddr"), QStringLiteral("macaddr8") };
    for (const QStringList &family : { numbers, moments, bits, json, addresses }) {
        if (family.contains(from) && family.contains(to))
            return true;
    }
    static const QString time = QStringLiteral("time without time zone");
    static const QString zonedTime = QStringLiteral("time with time zone");
    static const QSet<QPair<QString, QString>> pairs{
        { QStringLiteral("cidr"), QStringLiteral("inet") },
        { QStringLiteral("money"), QStringLiteral("numeric") },
        { QStringLiteral("numeric"), QStringLiteral("money") },
        { QStringLiteral("integer"), QStringLiteral("money") },
        { QStringLiteral("bigint"), QStringLiteral("money") },
        { moments[1], time },
        { moments[2], time },
        { moments[2], zonedTime },
        { time, zonedTime },
        { zonedTime, time },
        { time, QStringLiteral("interval") },
        { QStringLiteral("interval"), time },
    };
    return from == to || pairs.contains({ from, to }) || isAssignedNumber(from, to);
}

bool isTruth(const QString &from, const QString &to)
{
    static const QString boolean = QStringLiteral("boolean");
    static const QString integer = QStringLiteral("integer");
    return (from == boolean && to == integer) || (from == integer && to == boolean);
}

/// Of arrays the elements decide.
QString castTo(const QString &column, const QString &from, const QString &to)
{
    static const QString brackets = QStringLiteral("[]");
    const bool areArrays = from.endsWith(brackets) && to.endsWith(brackets);
    const QString a = bareType(areArrays ? from.chopped(2) : from);
    const QString b = bareType(areArrays ? to.chopped(2) : to);
    const QString name = quoteIdent(column);
    // Rows become text only when told so; the assignment to the type itself still minds its length.
    if (isTextType(b) && a.contains(QLatin1Char('.')))
        return QStringLiteral("%1::text%2").arg(name, areArrays ? brackets : QString());
    if (isTextType(b) || isAssigned(a, b))
        return {};
    // A cast to bit(n) would cut and fill up; what is assigned has to have the length.
    if (b.startsWith(QLatin1String("bit")))
        return QStringLiteral("%1::text%2::bit varying%2").arg(name, areArrays ? brackets : QString());
    const bool direct = isTextType(a) || isTruth(a, b);
    return direct ? QStringLiteral("%1::%2").arg(name, to) : QStringLiteral("%1::text::%2").arg(name, to);
}

QString throughText(const QString &column, const QString &type)
{
    return QStringLiteral("%1::text%2::%3")
        .arg(quoteIdent(column), type.endsWith(QLatin1String("[]")) ? QStringLiteral("[]") : QString(), type);
}

const CompositeField *attributeNamed(const CompositeAttributes &composite, const QString &name)
{
    const auto at = std::find_if(composite.fields.begin(), composite.fields.end(),
                                 [&](const CompositeField &field) { return field.name == name; });
    return at == composite.fields.end() ? nullptr : &*at;
}

/// True if the text of a value would bring attributes to wrong places.
bool hasOtherPlaces(const CompositeAttributes &a, const CompositeAttributes &b)
{
    const auto hasSameName = [](const CompositeField &x, const CompositeField &y) {
        return x.name == y.name;
    };
    return !a.fields.isEmpty() && !b.fields.isEmpty()
           && !std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(), hasSameName);
}

QString byAttributes(const QString &column, const CompositeAttributes &from, const SwappedType &to)
{
    const QString name = quoteIdent(column);
    QStringList values;
    for (const CompositeField &field : to.composite->fields) {
        const CompositeField *given = attributeNamed(from, field.name);
        QString value =
            given ? QStringLiteral("(%1).%2").arg(name, quoteIdent(field.name)) : QStringLiteral("NULL");
        const bool isSame = given && given->type == field.type;
        if (given && !isSame)
            value += QStringLiteral("::text::") + field.type;
        values << value;
    }
    return QStringLiteral("CASE WHEN %1 IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW(%2)::%3 END")
        .arg(name, values.join(QStringLiteral(", ")), to.type);
}

/// "n::integer", as PostgreSQL casts by itself.
bool isMereCast(const QString &expression, const QString &column, const QString &type)
{
    static const QHash<QString, QString> otherNames{
        { QStringLiteral("int"), QStringLiteral("integer") },
        { QStringLiteral("int4"), QStringLiteral("integer") },
        { QStringLiteral("int8"), QStringLiteral("bigint") },
        { QStringLiteral("timestamptz"), QStringLiteral("timestamp with time zone") },
    };
    const qsizetype at = expression.indexOf(QLatin1String("::"));
    const QString to = expression.mid(at + 2).trimmed().toLower();
    return at > 0 && expression.left(at).trimmed() == quoteIdent(column) && otherNames.value(to, to) == type;
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
        conversion.isOneWay =
            intent.back.isEmpty() && !isMereCast(intent.usingExpression, column.sub, after.type);
        conversion.usingExpression = intent.usingExpression;
        conversion.isGiven = true;
        if (!intent.back.isEmpty())
            conversion.back = intent.back;
    }
    return conversion;
}

Conversion swapConversion(const ObjectId &column, const SwappedType &before, const SwappedType &after)
{
    if (before.composite && after.composite && hasOtherPlaces(*before.composite, *after.composite))
        return { byAttributes(column.sub, *before.composite, after),
                 byAttributes(column.sub, *after.composite, before) };
    return { throughText(column.sub, after.type), throughText(column.sub, before.type) };
}

} // namespace lockstep::plan::plain
