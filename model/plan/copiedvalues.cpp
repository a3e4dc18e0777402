#include "copiedvalues.h"

#include "plain/typeconversion.h"
#include "strategies/boundcondition.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::ColumnAttributes;
using schema::ConstraintType;
using schema::Fact;
using schema::Identity;
using schema::Kind;
using schema::ObjectId;

ObjectId columnIn(const ObjectId &table, const QString &column)
{
    return schema::subId(Kind::Column, table.schema, table.name, column);
}

QString castTo(const QString &column, const QString &type)
{
    return QStringLiteral("CAST(%1 AS %2)").arg(schema::quoteIdent(column), type);
}

bool isFilledByItself(const Fact &column, const schema::Catalog &catalog)
{
    const auto *attributes = column.as<ColumnAttributes>();
    return !attributes->notNull || attributes->identity != Identity::None
           || catalog.find(schema::subId(Kind::Default, column.id.schema, column.id.name, column.id.sub));
}

class ColumnMatcher
{
public:
    ColumnMatcher(const ObjectId &table, const Context &context)
        : m_table(table)
        , m_context(context)
    { }

    [[nodiscard]] CopiedValues match()
    {
        for (const Fact *column : m_context.target().columnsOf(m_table))
            matchNew(*column);
        for (const Fact *column : m_context.current().columnsOf(m_table))
            matchOld(*column);
        return m_result;
    }

private:
    void matchNew(const Fact &column)
    {
        const auto &after = *column.as<ColumnAttributes>();
        const QString &name = column.id.sub;
        const Fact *old = m_context.current().find(column.id);
        const bool isWritten = after.generated == schema::Generated::None;
        if (!old) {
            const QString given = m_context.backfillExpression(column.id);
            if (isWritten && !given.isEmpty())
                m_result.up.append({ name, QStringLiteral("(%1)").arg(given) });
            else if (isWritten && !isFilledByItself(column, m_context.target()))
                m_result.unfilled += name;
            if (isWritten && !isFilledByItself(column, m_context.target()))
                m_result.breaking += QStringLiteral("Every release gives %1 a value in new rows.")
                                         .arg(schema::displayName(column.id));
            return;
        }
        const auto &before = *old->as<ColumnAttributes>();
        if (before.generated != after.generated)
            lock(QStringLiteral("%1 is computed in one of the two tables and stored in the other.")
                     .arg(schema::displayName(column.id)));
        if (!isWritten)
            return;
        if (before.type == after.type) {
            m_result.up.append({ name, schema::quoteIdent(name) });
        } else {
            const plain::Conversion given =
                plain::conversionFor(column.id, before, after, m_context.intents());
            m_result.up.append(
                { name, given.usingExpression.isEmpty() ? castTo(name, after.type) : given.usingExpression });
            lock(
                QStringLiteral("The type of %1 changes at the same time.").arg(schema::displayName(old->id)));
        }
        if (after.identity == Identity::Always)
            m_result.numberedUp += name;
        if (before.type == after.type && before.generated == after.generated)
            m_result.columns += name;
    }

    void matchOld(const Fact &column)
    {
        const auto &before = *column.as<ColumnAttributes>();
        const QString &name = column.id.sub;
        if (before.generated != schema::Generated::None)
            return;
        const auto *newColumn = m_context.target().attributes<ColumnAttributes>(column.id);
        if (!newColumn) {
            m_result.loses += columnLossOf(column.id);
            m_result.breaking +=
                QStringLiteral("Nothing uses %1 any more.").arg(schema::displayName(column.id));
            if (!isFilledByItself(column, m_context.current()))
                m_result.noWayBack =
                    QStringLiteral("%1 must have a value, and nothing tells which one once it is gone.")
                        .arg(schema::displayName(column.id));
            return;
        }
        const ColumnAttributes &after = *newColumn;
        if (before.identity == Identity::Always)
            m_result.numberedDown += name;
        if (before.type == after.type) {
            m_result.down.append({ name, schema::quoteIdent(name) });
            return;
        }
        const plain::Conversion given = plain::conversionFor(column.id, before, after, m_context.intents());
        if (given.isOneWay)
            m_result.noWayBack = QStringLiteral("Nothing says how %1 gets its old values back.")
                                     .arg(schema::displayName(column.id));
        m_result.down.append({ name, given.back.isEmpty() ? castTo(name, before.type) : given.back });
    }

    [[nodiscard]] Loss columnLossOf(const ObjectId &column) const
    {
        return { schema::displayName(column), m_context.rows(m_table), -1, {} };
    }

    void lock(const QString &why)
    {
        if (m_result.whyLocked.isEmpty())
            m_result.whyLocked = why;
    }

    const ObjectId m_table;
    const Context &m_context;
    CopiedValues m_result;
};

/// Whether each of them is in both tables, of one type.
bool areAlike(const QStringList &columns, const ObjectId &table, const Context &context)
{
    return std::all_of(columns.begin(), columns.end(), [&](const QString &column) {
        const auto *before = context.current().attributes<ColumnAttributes>(columnIn(table, column));
        const auto *after = context.target().attributes<ColumnAttributes>(columnIn(table, column));
        return before && after && before->type == after->type;
    });
}

void findBoundMisfits(const Context &context, TableCopy *copy)
{
    QStringList names;
    for (const Fact *column : context.target().columnsOf(copy->table))
        names += column->id.sub;
    if (!areAlike(names, copy->table, context))
        return; // The conditions are about columns of the new table.
    QStringList bounds;
    for (const ObjectId &leaf : std::as_const(copy->partitions)) {
        const auto *attributes = context.target().attributes<schema::TableAttributes>(leaf);
        if (attributes->partitionBound == QLatin1String("DEFAULT")
            && *attributes->partitionOf == copy->table) {
            copy->isBoundChecked = true;
            return;
        }
        bounds += QStringLiteral("(%1)").arg(wholeCondition(leaf, context.target()));
    }
    copy->isBoundChecked = !bounds.contains(QStringLiteral("()")) && !bounds.isEmpty();
    if (copy->isBoundChecked)
        copy->misfits += QStringLiteral("(%1) IS NOT TRUE").arg(bounds.join(QStringLiteral(" OR ")));
    if (bounds.isEmpty())
        copy->misfits += QStringLiteral("true");
}

} // namespace

QVector<QStringList> keysIn(const ObjectId &table, const QStringList &columns, const schema::Catalog &catalog)
{
    QVector<QStringList> keys;
    for (const int part : catalog.partsOf(table)) {
        const auto *constraint = catalog.facts()[std::size_t(part)].as<schema::ConstraintAttributes>();
        if (!constraint || constraint->deferrable
            || constraint->definition.contains(QLatin1String("WITHOUT OVERLAPS"))
            || (constraint->type != ConstraintType::PrimaryKey && constraint->type != ConstraintType::Unique))
            continue;
        const bool isWhole =
            std::all_of(constraint->columns.begin(), constraint->columns.end(), [&](const QString &column) {
                const auto *attributes = catalog.attributes<ColumnAttributes>(columnIn(table, column));
                return attributes && attributes->notNull && !attributes->type.contains(QLatin1Char('.'))
                       && columns.contains(column);
            });
        if (!isWhole)
            continue;
        if (constraint->type == ConstraintType::PrimaryKey)
            keys.prepend(constraint->columns);
        else
            keys.append(constraint->columns);
    }
    return keys;
}

CopiedValues copiedValues(const ObjectId &table, const Context &context)
{
    return ColumnMatcher(table, context).match();
}

TableKeys keysOf(const ObjectId &table, const QStringList &columns, const Context &context)
{
    TableKeys result;
    for (const QStringList &key : keysIn(table, columns, context.current())) {
        for (const QStringList &newKey : keysIn(table, columns, context.target())) {
            const bool hasAll = std::all_of(key.begin(), key.end(),
                                            [&](const QString &column) { return newKey.contains(column); });
            if (!hasAll || !result.key.isEmpty())
                continue;
            result.key = key;
            result.newKey = newKey;
            for (const QString &column : key)
                result.types += context.current().attributes<ColumnAttributes>(columnIn(table, column))->type;
        }
    }
    return result;
}

void findMisfits(const QStringList &unfilled, const Context &context, TableCopy *copy)
{
    for (const CopiedValue &value : std::as_const(copy->up)) {
        const auto *before =
            context.current().attributes<ColumnAttributes>(columnIn(copy->table, value.column));
        const auto *after =
            context.target().attributes<ColumnAttributes>(columnIn(copy->table, value.column));
        if (after->notNull && (!before || !before->notNull))
            copy->misfits += QStringLiteral("%1 IS NULL").arg(value.value);
    }
    if (!unfilled.isEmpty())
        copy->misfits += QStringLiteral("true");
    const auto *after = context.target().attributes<schema::TableAttributes>(copy->table);
    if (after->partitionKey.isEmpty())
        copy->isBoundChecked = true;
    else
        findBoundMisfits(context, copy);
}

} // namespace lockstep::plan
