#include "partitionedcolumns.h"

#include "actionneeds.h"
#include "plain/ddl.h"
#include "strategies/partedindexes.h"

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
    // Before PostgreSQL 17 only the parent has the identity.
    const bool isOwnIdentity =
        a && b && a->identity != b->identity
        && (a->identity != schema::Identity::None || catalog.serverVersion() >= 170000);
    return a && b && isPlain(*a) && isPlain(*b) && a->notNull == b->notNull && a->notNullValidated
           && !isOwnIdentity && defaultOf(child, catalog) == defaultOf(parent, catalog);
}

/// What came with the parent's goes with it.
bool comesWithParent(const Fact &user, const schema::ObjectId &child)
{
    if (user.id.kind == Kind::Default)
        return user.id.sub == child.sub;
    if (const auto *index = user.as<schema::IndexAttributes>())
        return index->partitionOf.has_value();
    const auto *constraint = user.as<schema::ConstraintAttributes>();
    return constraint && constraint->inherited && constraint->type != schema::ConstraintType::ForeignKey;
}

bool hasNothingOfItsOwn(const schema::ObjectId &child, const schema::Catalog &catalog)
{
    const auto users = catalog.neededBy(catalog.indexOf(child));
    return std::all_of(users.begin(), users.end(), [&](int user) {
        const Fact &fact = catalog.facts()[std::size_t(user)];
        return fact.id.kind == Kind::Column || comesWithParent(fact, child);
    });
}

QVector<schema::ObjectId> directPartitionsOf(const schema::ObjectId &table, const schema::Catalog &catalog)
{
    QVector<schema::ObjectId> found;
    for (const Fact &fact : catalog.factsOf(Kind::Table)) {
        const auto &parent = fact.as<schema::TableAttributes>()->partitionOf;
        if (parent && *parent == table)
            found.append(fact.id);
    }
    return found;
}

/// The partition's part of an index or key; null where there is none, or more than one that it may be.
const Fact *partOn(const schema::ObjectId &partition, const Fact &whole, const schema::Catalog &catalog)
{
    const auto *key = whole.as<schema::ConstraintAttributes>();
    std::vector<const Fact *> found;
    if (!key) {
        for (const Fact &fact : catalog.factsOf(Kind::Index)) {
            const auto &index = *fact.as<schema::IndexAttributes>();
            if (index.table == partition && index.partitionOf == whole.id && index.valid)
                found.push_back(&fact);
        }
    } else {
        for (const int at : catalog.partsOf(partition)) {
            const Fact &fact = catalog.facts()[std::size_t(at)];
            const auto *part = fact.as<schema::ConstraintAttributes>();
            if (part && part->inherited && part->type == key->type && part->columns == key->columns)
                found.push_back(&fact);
        }
    }
    return found.size() == 1 ? found.front() : nullptr;
}

bool isNamedByTable(const schema::ObjectId &table, const Fact &part, const schema::Catalog &catalog)
{
    const auto *attributes = catalog.attributes<schema::TableAttributes>(table);
    const QString &name = part.id.kind == Kind::Index ? part.id.name : part.id.sub;
    return attributes->replicaIdentityIndex == name || attributes->clusterIndex == name;
}

/// Comments go with it; false where something else does that would not.
bool takeSaid(const PlainPlan &plan, const Fact &part, QStringList *said)
{
    const schema::Catalog &current = *plan.changes->current;
    for (const int user : current.neededBy(current.indexOf(part.id))) {
        const Fact &fact = current.facts()[std::size_t(user)];
        if (!schema::isTargeting(fact.id.kind))
            continue;
        if (fact.id.kind != Kind::Comment || !isKeptAsItIs(plan, fact))
            return false;
        *said += ddl::create(fact, current);
    }
    return true;
}

/// All of them, also those of partitions.
QVector<schema::ObjectId> partitionsOf(const schema::ObjectId &table, const schema::Catalog &catalog)
{
    QVector<schema::ObjectId> found{ table };
    for (qsizetype at = 0; at < found.size(); ++at)
        found += directPartitionsOf(found[at], catalog);
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

QString takeParts(const PlainPlan &plan, const PartTwins &twins, Twin *twin, QStringList *said)
{
    const schema::Catalog &current = *plan.changes->current;
    const schema::ObjectId table = tableOfPart(twin->original);
    twin->isPartitioned = !current.attributes<schema::TableAttributes>(table)->partitionKey.isEmpty();
    if (!twin->isPartitioned)
        return {};
    for (const schema::ObjectId &partition : directPartitionsOf(table, current)) {
        const Fact *part = partOn(partition, twin->original, current);
        auto made = part && isKeptAsItIs(plan, *part) ? twins.of(*part) : std::nullopt;
        if (!made || !takeSaid(plan, *part, said) || isNamedByTable(partition, *part, current))
            return QStringLiteral("What %1 is made of on %2 is not copied beside the traffic.")
                .arg(schema::displayName(twin->original), schema::dottedName(partition));
        made->isUniqueBack = twin->isUniqueBack;
        if (const QString why = takeParts(plan, twins, &*made, said); !why.isEmpty())
            return why;
        twin->parts.push_back(*std::move(made));
    }
    return {};
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
