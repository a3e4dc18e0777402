#include "sequenceends.h"

#include "ddl.h"

namespace lockstep::plan::plain {

using namespace schema;

QString sequenceName(const ObjectId &id)
{
    return qualified(id.schema, id.name);
}

QString holdSequence(const QString &name, const SequenceAttributes &now)
{
    return QStringLiteral("ALTER SEQUENCE %1 CACHE %2").arg(name, QString::number(now.cache));
}

QStringList carryOver(const SequenceEnd &from, const SequenceEnd &to)
{
    QStringList statements{ holdSequence(sequenceName(from.id), from.bounds) };
    if (!to.isMade)
        statements << holdSequence(sequenceName(to.id), to.bounds);
    const bool isRising = to.bounds.increment > 0;
    const qint64 bound = isRising ? to.bounds.maximum : to.bounds.minimum;
    const bool fits = isRising ? from.bounds.maximum <= bound : from.bounds.minimum >= bound;
    const QString value = QStringLiteral("o.last_value");
    const QString nearest = isRising ? QStringLiteral("LEAST(%1, %2)") : QStringLiteral("GREATEST(%1, %2)");
    const QString others = to.isMade ? QString() : QStringLiteral(", %1 AS n").arg(sequenceName(to.id));
    statements << QStringLiteral(
                      "SELECT pg_catalog.setval(%1, %2, o.is_called%3) FROM %4 AS o%5 WHERE %6 %7 %8")
                      .arg(quoteLiteral(sequenceName(to.id)), fits ? value : nearest.arg(value).arg(bound),
                           to.isMade ? QString() : QStringLiteral(" OR n.is_called"), sequenceName(from.id),
                           others, value, isRising ? QStringLiteral(">=") : QStringLiteral("<="),
                           to.isMade ? QString::number(to.bounds.start) : QStringLiteral("n.last_value"));
    return statements;
}

QStringList behindRows(const Fact &column, const SequenceEnd &sequence)
{
    static const QStringList integers{ QStringLiteral("smallint"), QStringLiteral("integer"),
                                       QStringLiteral("bigint") };
    if (!integers.contains(column.as<ColumnAttributes>()->type) || sequence.bounds.increment < 0)
        return {};
    // Never back: another partition of the table may have larger ones.
    return { QStringLiteral(
                 "SELECT pg_catalog.setval(%1, max(%2)) FROM %3 HAVING max(%2) BETWEEN %4 AND %5 AND "
                 "max(%2) >= (SELECT last_value FROM %6)")
                 .arg(quoteLiteral(sequenceName(sequence.id)), quoteIdent(column.id.sub),
                      ddl::relationName(column.id), QString::number(sequence.bounds.start),
                      QString::number(sequence.bounds.maximum), sequenceName(sequence.id)) };
}

} // namespace lockstep::plan::plain
