#include "boundcondition.h"

#include <QRegularExpression>
#include <QStringList>

namespace lockstep::plan {

namespace {

QString literalPattern()
{
    return QStringLiteral(R"((?:'(?:[^']|'')*'|-?\d+))");
}

/// As the column's own type, whichever that is: a number would be an integer first.
QString asUnknown(const QString &literal)
{
    return literal.startsWith(QLatin1Char('\'')) ? literal : schema::quoteLiteral(literal);
}

QString rangeCondition(const QString &column, const QRegularExpressionMatch &range)
{
    QStringList parts{ QStringLiteral("%1 IS NOT NULL").arg(column) };
    if (range.captured(1) != QLatin1String("MINVALUE"))
        parts << QStringLiteral("%1 >= %2").arg(column, asUnknown(range.captured(1)));
    if (range.captured(2) != QLatin1String("MAXVALUE"))
        parts << QStringLiteral("%1 < %2").arg(column, asUnknown(range.captured(2)));
    return parts.join(QStringLiteral(" AND "));
}

QString listCondition(const QString &column, const QString &values)
{
    static const QRegularExpression literal(literalPattern());
    QStringList literals;
    for (auto it = literal.globalMatch(values); it.hasNext();)
        literals << asUnknown(it.next().captured());
    return QStringLiteral("%1 IS NOT NULL AND %1 IN (%2)").arg(column, literals.join(QStringLiteral(", ")));
}

/// Types whose literals PostgreSQL puts into the bound as a CHECK has them.
bool isComparedAsItStands(const QString &type)
{
    static const QStringList types{ QStringLiteral("smallint"),
                                    QStringLiteral("integer"),
                                    QStringLiteral("bigint"),
                                    QStringLiteral("date"),
                                    QStringLiteral("text"),
                                    QStringLiteral("uuid"),
                                    QStringLiteral("timestamp without time zone"),
                                    QStringLiteral("timestamp with time zone") };
    return types.contains(type) || type.startsWith(QLatin1String("character varying"));
}

} // namespace

QString boundCondition(const schema::ObjectId &partition, const schema::Catalog &catalog)
{
    const auto *attributes = catalog.attributes<schema::TableAttributes>(partition);
    if (!attributes || !attributes->partitionOf)
        return {};
    static const QRegularExpression keyShape(QStringLiteral(R"(^(RANGE|LIST) \((\w+|"[^"]+")\)$)"));
    static const QRegularExpression rangeShape(
        QStringLiteral(R"(^FOR VALUES FROM \((MINVALUE|%1)\) TO \((MAXVALUE|%1)\)$)").arg(literalPattern()));
    static const QRegularExpression listShape(
        QStringLiteral(R"(^FOR VALUES IN \((%1(?:, %1)*)\)$)").arg(literalPattern()));
    const auto *parent = catalog.attributes<schema::TableAttributes>(*attributes->partitionOf);
    const QRegularExpressionMatch key = keyShape.match(parent ? parent->partitionKey : QString());
    if (!key.hasMatch())
        return {};
    const QString column = key.captured(2);
    const QString name = column.startsWith(QLatin1Char('"')) ? column.mid(1, column.size() - 2) : column;
    const auto *type = catalog.attributes<schema::ColumnAttributes>(
        schema::subId(schema::Kind::Column, partition.schema, partition.name, name));
    if (!type || !isComparedAsItStands(type->type) || !type->collation.isEmpty())
        return {};
    const QRegularExpressionMatch range = rangeShape.match(attributes->partitionBound);
    if (range.hasMatch())
        return rangeCondition(column, range);
    const QRegularExpressionMatch list = listShape.match(attributes->partitionBound);
    return list.hasMatch() ? listCondition(column, list.captured(1)) : QString();
}

QString wholeCondition(const schema::ObjectId &partition, const schema::Catalog &catalog)
{
    QStringList parts;
    for (schema::ObjectId at = partition;;) {
        const auto *attributes = catalog.attributes<schema::TableAttributes>(at);
        if (!attributes || !attributes->partitionOf)
            return parts.join(QStringLiteral(" AND "));
        parts << boundCondition(at, catalog);
        if (parts.last().isEmpty())
            return {};
        at = *attributes->partitionOf;
    }
}

} // namespace lockstep::plan
