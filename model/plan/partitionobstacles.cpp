#include "partitionobstacles.h"

#include "strategies/drafts.h"
#include "tableparts.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::ColumnAttributes;
using schema::Fact;
using schema::Kind;
using schema::ObjectId;
using schema::TableAttributes;

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

QString whyNotTable(const TableAttributes &table)
{
    if (!table.foreignServer.isEmpty() || !table.ofType.isEmpty() || table.partitionOf
        || !table.inherits.isEmpty())
        return QStringLiteral("Its columns or rows come from elsewhere.");
    return {};
}

/// Tables that would go on with the old table.
QString whyNotRelatives(const ObjectId &table, const schema::Catalog &catalog)
{
    const QSet<ObjectId> parts = withPartitions(table, catalog);
    for (const Fact &fact : catalog.factsOf(Kind::Table)) {
        if (fact.as<TableAttributes>()->inherits.contains(table))
            return QStringLiteral("%1 inherits from it.").arg(schema::displayName(fact));
        if (parts.contains(fact.id) && !fact.as<TableAttributes>()->foreignServer.isEmpty())
            return QStringLiteral("The rows of %1 are elsewhere.").arg(schema::displayName(fact));
    }
    for (const Fact &fact : catalog.factsOf(Kind::Constraint)) {
        const auto &to = fact.as<schema::ConstraintAttributes>()->referencedTable;
        if (to && *to != table && parts.contains(*to))
            return QStringLiteral("The foreign key %1 refers to one of its partitions.")
                .arg(schema::displayName(fact));
    }
    return {};
}

QString whyNotReference(const Fact &fact, const TableCopy &copy, const Context &context,
                        const schema::Catalog &catalog)
{
    const auto *constraint = fact.as<schema::ConstraintAttributes>();
    if (!constraint || constraint->referencedTable != copy.table)
        return {};
    const ObjectId owner = fact.id.parent();
    if (withPartitions(copy.table, catalog).contains(owner))
        return QStringLiteral("The foreign key %1 refers to its own table, whose rows come batch by batch.")
            .arg(schema::displayName(fact));
    const auto *table = catalog.attributes<TableAttributes>(owner);
    if (context.major() < 18 && table && !table->partitionKey.isEmpty())
        return QStringLiteral("The foreign key %1 is a partitioned table's, which PostgreSQL checks in one "
                              "statement before version 18.")
            .arg(schema::displayName(fact));
    return {};
}

/// What hangs on the table and would not follow in an instant.
QString whyNotUser(const Fact &user, const TableCopy &copy, const Context &context,
                   const schema::Catalog &catalog)
{
    if (user.id.kind == Kind::MaterializedView)
        return QStringLiteral("%1 reads it and is filled anew with it.").arg(schema::displayName(user));
    return whyNotReference(user, copy, context, catalog);
}

bool isSentAsRoot(const schema::Catalog &catalog)
{
    const auto publications = catalog.factsOf(Kind::Publication);
    return std::all_of(publications.begin(), publications.end(), [](const Fact &fact) {
        const auto &settings = fact.as<schema::DefinitionAttributes>()->settings;
        return std::any_of(settings.begin(), settings.end(), [](const schema::Setting &setting) {
            return setting.name == QLatin1String("publish_via_partition_root")
                   && setting.value.contains(QLatin1String("true"));
        });
    });
}

bool isSentWithAll(const schema::Catalog &catalog, const ObjectId &table)
{
    const QString member = QStringLiteral("TABLE ") + schema::qualified(table.schema, table.name);
    const auto members = catalog.factsOf(Kind::PublicationMember);
    return isPublished(catalog, table) && std::none_of(members.begin(), members.end(), [&](const Fact &fact) {
               return fact.id.sub == member;
           });
}

/// A number that its table makes cannot be set in a row that is there.
QString whyNotNumbers(const TableCopy &copy, const Context &context)
{
    for (const schema::Catalog *catalog : { &context.current(), &context.target() }) {
        for (const Fact *column : catalog->columnsOf(copy.table)) {
            if (column->as<ColumnAttributes>()->identity == schema::Identity::Always
                && !copy.key.contains(column->id.sub))
                return QStringLiteral("%1 is always numbered by its table and is no part of its key.")
                    .arg(schema::displayName(*column));
        }
    }
    return {};
}

} // namespace

QString whyNotMoved(const ObjectId &table, const Context &context)
{
    const schema::Catalog &current = context.current();
    const schema::Catalog &target = context.target();
    const auto *before = current.attributes<TableAttributes>(table);
    const auto *after = target.attributes<TableAttributes>(table);
    if (!before || !after)
        return QStringLiteral("It is no table on both sides.");
    for (const TableAttributes *attributes : { before, after }) {
        if (const QString why = whyNotTable(*attributes); !why.isEmpty())
            return why;
    }
    for (const schema::Catalog *catalog : { &current, &target }) {
        if (const QString why = whyNotRelatives(table, *catalog); !why.isEmpty())
            return why;
    }
    return {};
}

QString whyNotBesideTraffic(const TableCopy &copy, const Context &context)
{
    Action action;
    action.relation = copy.table;
    if (const QString why = context.whyPlain(action); !why.isEmpty())
        return why;
    if (context.major() < 12)
        return QStringLiteral("Before PostgreSQL 12 partitioned tables lack too much for more than that.");
    if (copy.key.isEmpty())
        return QStringLiteral("No key of the old table is part of one of the new table, so nothing tells "
                              "which rows are copied already.");
    if (const QString why = whyNotNumbers(copy, context); !why.isEmpty())
        return why;
    if (!copy.noWayBack.isEmpty())
        return copy.noWayBack;
    for (const schema::Catalog *catalog : { &context.current(), &context.target() }) {
        if (catalog->attributes<TableAttributes>(copy.table)->forceRowSecurity)
            return QStringLiteral("Row security is forced on its owner, who copies the rows.");
        if (isSentWithAll(*catalog, copy.table))
            return QStringLiteral("It is published with all tables, and subscribers would get its rows "
                                  "twice.");
        for (const int user : usersOf(copy.table, *catalog)) {
            const QString why = whyNotUser(catalog->facts()[std::size_t(user)], copy, context, *catalog);
            if (!why.isEmpty())
                return why;
        }
    }
    return {};
}

QString noteOnSubscribers(const ObjectId &table, const Context &context)
{
    if (isSentWithAll(context.target(), table))
        return QStringLiteral("It is published with all tables: subscribers need the new tables before the "
                              "rows are copied, and get every row again.");
    if (!isPublished(context.target(), table))
        return {};
    const bool isPartitioned = !context.target().attributes<TableAttributes>(table)->partitionKey.isEmpty();
    if (!isPartitioned || isSentAsRoot(context.target()))
        return QStringLiteral("It is published: subscribers go on with what is written from the swap on, "
                              "under the same name.");
    return QStringLiteral("It is published: from the swap on subscribers get what is written under the names "
                          "of the partitions and need these tables; publish_via_partition_root keeps the "
                          "table's name.");
}

} // namespace lockstep::plan
