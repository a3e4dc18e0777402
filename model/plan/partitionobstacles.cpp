#include "partitionobstacles.h"

#include "partitioncatalogs.h"
#include "strategies/drafts.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::ColumnAttributes;
using schema::ConstraintType;
using schema::Fact;
using schema::Kind;
using schema::ObjectId;
using schema::TableAttributes;

ObjectId columnIn(const ObjectId &table, const QString &column)
{
    return schema::subId(Kind::Column, table.schema, table.name, column);
}

/// Keys that no NULL slips through and that hold at every moment, the primary one first.
QVector<QStringList> keysIn(const ObjectId &table, const schema::Catalog &catalog)
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
                return attributes && attributes->notNull && !attributes->type.contains(QLatin1Char('.'));
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

QString whyNotColumns(const ObjectId &table, const schema::Catalog &current, const schema::Catalog &target)
{
    const auto before = current.columnsOf(table);
    const auto after = target.columnsOf(table);
    const bool areSame =
        before.size() == after.size() && std::all_of(after.begin(), after.end(), [&](const Fact *column) {
            const auto *was = current.attributes<ColumnAttributes>(column->id);
            const auto *becomes = column->as<ColumnAttributes>();
            return was && was->type == becomes->type && was->collation == becomes->collation
                   && was->generated == becomes->generated;
        });
    if (!areSame)
        return QStringLiteral("Its columns change at the same time; make a plan of its own for that.");
    for (const schema::Catalog *catalog : { &current, &target }) {
        for (const Fact *column : catalog->columnsOf(table)) {
            if (column->as<ColumnAttributes>()->identity != schema::Identity::None)
                return QStringLiteral(
                    "Tables with identity columns are not partitioned beside the traffic yet: "
                    "the numbers would begin anew.");
        }
    }
    return {};
}

QString whyNotTable(const TableAttributes &table)
{
    if (!table.foreignServer.isEmpty() || !table.ofType.isEmpty() || table.partitionOf
        || !table.inherits.isEmpty())
        return QStringLiteral("Its columns or rows come from elsewhere.");
    if (table.forceRowSecurity)
        return QStringLiteral("Row security is forced on its owner, who copies the rows.");
    return {};
}

/// Of the table and of its columns.
QVector<int> usersOf(const ObjectId &table, const schema::Catalog &catalog)
{
    QVector<int> users;
    const auto add = [&](const ObjectId &id) {
        for (const int user : catalog.neededBy(catalog.indexOf(id)))
            users.append(user);
    };
    add(table);
    for (const Fact *column : catalog.columnsOf(table))
        add(column->id);
    return users;
}

/// What hangs on the table and would not follow.
QString whyNotUser(const Fact &user, const ObjectId &table, const schema::Catalog &catalog)
{
    const auto *constraint = user.as<schema::ConstraintAttributes>();
    if (constraint && constraint->referencedTable == table)
        return QStringLiteral(
                   "The foreign key %1 refers to it, and would have to be checked anew under a lock.")
            .arg(schema::displayName(user));
    const auto *child = user.as<TableAttributes>();
    if (child && child->inherits.contains(table))
        return QStringLiteral("%1 inherits from it.").arg(schema::displayName(user));
    switch (user.id.kind) {
    case Kind::MaterializedView:
        return QStringLiteral("%1 reads it and would have to be filled anew in the swap.")
            .arg(schema::displayName(user));
    case Kind::Rule:
        return relationOfFact(user, catalog) == table
                   ? QStringLiteral("Rules do not tell what they write to a trigger.")
                   : QString();
    case Kind::StatisticsObject:
        return QStringLiteral("%1 is not made beside itself yet.").arg(schema::displayName(user));
    case Kind::PublicationMember:
        return QStringLiteral("It is published, and subscribers would get its rows twice.");
    default: return {}; // All other kinds, on purpose: they follow the table.
    }
}

} // namespace

TableKeys keysOf(const ObjectId &table, const Context &context)
{
    TableKeys result;
    for (const QStringList &key : keysIn(table, context.current())) {
        for (const QStringList &newKey : keysIn(table, context.target())) {
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

QString whyNotPartitioned(const ObjectId &table, const Context &context)
{
    const schema::Catalog &current = context.current();
    const schema::Catalog &target = context.target();
    const auto *before = current.attributes<TableAttributes>(table);
    const auto *after = target.attributes<TableAttributes>(table);
    if (!before || !after || context.currentId(table) != table)
        return QStringLiteral("It gets another name at the same time.");
    if (context.major() < 12)
        return QStringLiteral("Before PostgreSQL 12 partitioned tables lack too much for that.");
    for (const TableAttributes *attributes : { before, after }) {
        if (const QString why = whyNotTable(*attributes); !why.isEmpty())
            return why;
    }
    if (const QString why = whyNotColumns(table, current, target); !why.isEmpty())
        return why;
    if (keysOf(table, context).key.isEmpty())
        return QStringLiteral(
            "No key of the old table is part of one of the new table, so nothing tells which "
            "rows are copied already.");
    for (const schema::Catalog *catalog : { &current, &target }) {
        if (isPublished(*catalog, table))
            return QStringLiteral("It is published, and subscribers would get its rows twice.");
        for (const int user : usersOf(table, *catalog)) {
            if (const QString why = whyNotUser(catalog->facts()[std::size_t(user)], table, *catalog);
                !why.isEmpty())
                return why;
        }
    }
    return {};
}

} // namespace lockstep::plan
