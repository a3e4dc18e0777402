#include "partitionedcolumns.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;

bool isPlain(const schema::ColumnAttributes &column)
{
    return column.storage.isEmpty() && column.compression.isEmpty() && column.statistics < 0
           && column.options.isEmpty();
}

QString defaultOf(const schema::ObjectId &column, const schema::Catalog &catalog)
{
    const auto *value = catalog.attributes<schema::DefaultAttributes>(
        schema::subId(Kind::Default, column.schema, column.name, column.sub));
    return value ? value->expression : QString();
}

bool isLikeParents(const schema::ObjectId &child, const schema::ObjectId &parent,
                   const schema::Catalog &catalog)
{
    const auto *a = catalog.attributes<schema::ColumnAttributes>(child);
    const auto *b = catalog.attributes<schema::ColumnAttributes>(parent);
    return a && b && isPlain(*a) && isPlain(*b) && a->notNull == b->notNull && a->notNullValidated
           && a->identity == b->identity && defaultOf(child, catalog) == defaultOf(parent, catalog);
}

/// What came with the parent's goes with it.
bool comesWithParent(const Fact &user, const schema::ObjectId &child)
{
    if (user.id.kind == Kind::Default)
        return user.id.sub == child.sub;
    const auto *check = user.as<schema::ConstraintAttributes>();
    return check && check->inherited && check->type == schema::ConstraintType::Check;
}

bool hasNothingOfItsOwn(const schema::ObjectId &child, const schema::Catalog &catalog)
{
    const auto users = catalog.neededBy(catalog.indexOf(child));
    return std::all_of(users.begin(), users.end(), [&](int user) {
        const Fact &fact = catalog.facts()[std::size_t(user)];
        return fact.id.kind == Kind::Column || comesWithParent(fact, child);
    });
}

/// All of them, also those of partitions.
QVector<schema::ObjectId> partitionsOf(const schema::ObjectId &table, const schema::Catalog &catalog)
{
    QVector<schema::ObjectId> found{ table };
    for (qsizetype at = 0; at < found.size(); ++at) {
        for (const Fact &fact : catalog.factsOf(Kind::Table)) {
            const auto &parent = fact.as<schema::TableAttributes>()->partitionOf;
            if (parent && *parent == found[at])
                found.append(fact.id);
        }
    }
    return found.mid(1);
}

/// Each with its bound, to see which join, leave or move.
QStringList boundsOf(const schema::ObjectId &table, const schema::Catalog &catalog)
{
    QStringList bounds;
    for (const schema::ObjectId &partition : partitionsOf(table, catalog)) {
        const auto *attributes = catalog.attributes<schema::TableAttributes>(partition);
        bounds += schema::dottedName(partition) + QLatin1Char(' ') + attributes->partitionBound;
    }
    bounds.sort();
    return bounds;
}

} // namespace

QString whyNotBesidePartitions(const schema::ObjectId &before, const schema::ObjectId &after,
                               const schema::Catalog &current, const schema::Catalog &target)
{
    if (boundsOf(before, current) == boundsOf(after, target))
        return {};
    return QStringLiteral("Partitions of %1 join or leave it at the same time, which must have the same "
                          "columns; make a plan of its own for that.")
        .arg(schema::dottedName(before));
}

QString whyNotOfPartitions(const CopiedColumn &column, const Context &context)
{
    const schema::ObjectId &parent = column.before.id;
    const schema::ObjectId table = schema::objectId(Kind::Table, parent.schema, parent.name);
    if (const QString why = whyNotBesidePartitions(table, table, context.current(), context.target());
        !why.isEmpty())
        return why;
    for (const auto *catalog : { &context.current(), &context.target() }) {
        for (const schema::ObjectId &partition : partitionsOf(table, *catalog)) {
            const schema::ObjectId child =
                schema::subId(Kind::Column, partition.schema, partition.name, parent.sub);
            if (!isLikeParents(child, parent, *catalog) || !hasNothingOfItsOwn(child, *catalog))
                return QStringLiteral("%1 has something of its own that a new column would not bring along.")
                    .arg(schema::displayName(child));
        }
    }
    return {};
}

} // namespace lockstep::plan
