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
    ColumnMatcher(const ObjectId &table, const diff::ChangeSet &changes, const Context &context)
        : m_table(table)
        , m_context(context)
    {
        for (const diff::Change &change : changes.changes) {
            const auto *renamed = std::get_if<diff::Renamed>(&change);
            if (renamed && renamed->after.id.kind == Kind::Column && renamed->after.id.parent() == table)
                m_oldNames.insert(renamed->after.id.sub, renamed->before.id.sub);
        }
    }

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
        const QString oldName = m_oldNames.value(name, name);
        const bool isTaken = m_oldNames.values().contains(name) && oldName == name;
        const Fact *old = isTaken ? nullptr : m_context.current().find(columnIn(m_table, oldName));
        if (old)
            m_newNames.insert(oldName, name);
        const bool isWritten = after.generated == schema::Generated::None;
        if (!old) {
            const QString given = m_context.backfillExpression(column.id);
            if (isWritten && !given.isEmpty())
                m_result.up.append({ name, QStringLiteral("(%1)").arg(given) });
            else if (isWritten && !isFilledByItself(column, m_context.target()))
                m_result.unfilled += name;
            return;
        }
        const auto &before = *old->as<ColumnAttributes>();
        if (before.generated != after.generated)
            lock(QStringLiteral("%1 is computed in one of the two tables and stored in the other.")
                     .arg(schema::displayName(column.id)));
        if (oldName != name)
            lock(QStringLiteral("%1 gets another name at the same time.").arg(schema::displayName(old->id)));
        if (!isWritten)
            return;
        if (before.type == after.type) {
            m_result.up.append({ name, schema::quoteIdent(oldName) });
        } else {
            const plain::Conversion given =
                plain::conversionFor(column.id, before, after, m_context.intents());
            m_result.up.append({ name, given.usingExpression.isEmpty() ? castTo(oldName, after.type)
                                                                       : given.usingExpression });
            lock(
                QStringLiteral("The type of %1 changes at the same time.").arg(schema::displayName(old->id)));
        }
        if (after.identity == Identity::Always)
            m_result.numberedUp += name;
        if (before.type == after.type && oldName == name && before.generated == after.generated)
            m_result.columns += name;
    }

    void matchOld(const Fact &column)
    {
        const auto &before = *column.as<ColumnAttributes>();
        const QString &name = column.id.sub;
        if (before.generated != schema::Generated::None)
            return;
        if (!m_newNames.contains(name)) {
            m_result.loses += columnLossOf(column.id);
            if (!isFilledByItself(column, m_context.current()))
                m_result.noWayBack =
                    QStringLiteral("%1 must have a value, and nothing tells which once it is gone.")
                        .arg(schema::displayName(column.id));
            return;
        }
        const QString newName = m_newNames.value(name);
        const ObjectId newId = columnIn(m_table, newName);
        const auto &after = *m_context.target().attributes<ColumnAttributes>(newId);
        if (before.identity == Identity::Always)
            m_result.numberedDown += name;
        if (before.type == after.type) {
            m_result.down.append({ name, schema::quoteIdent(newName) });
            return;
        }
        const plain::Conversion given = plain::conversionFor(newId, before, after, m_context.intents());
        if (given.isOneWay)
            m_result.noWayBack = QStringLiteral("Nothing says how %1 gets its old values back.")
                                     .arg(schema::displayName(column.id));
        m_result.down.append({ name, given.back.isEmpty() ? castTo(newName, before.type) : given.back });
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
    QHash<QString, QString> m_oldNames; ///< Of renamed columns, by the new ones.
    QHash<QString, QString> m_newNames; ///< Of columns that stay, by the old ones.
    CopiedValues m_result;
};

/// Keys that no NULL slips through and that hold at every moment, the primary one first.
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

CopiedValues copiedValues(const ObjectId &table, const diff::ChangeSet &changes, const Context &context)
{
    return ColumnMatcher(table, changes, context).match();
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
