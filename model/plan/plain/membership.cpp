#include "membership.h"

#include "partitionbounds.h"
#include "sqltext.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

int columnIndexOf(const Side &side, const ObjectId &id)
{
    return side.indexOf(subId(Kind::Column, id.schema, id.name, id.sub));
}

QString defaultTextOf(const Side &side, const ObjectId &column)
{
    const auto *value = side.catalog->attributes<DefaultAttributes>(
        subId(Kind::Default, column.schema, column.name, column.sub));
    return value ? value->expression : QString();
}

/// CREATE TABLE … INHERITS makes a check valid even if the parent's is not: one that is not valid has
/// come to a table that was there.
bool reachesChildrenUnvalidated(const Side &side, int index)
{
    const auto *check = side.fact(index).as<ConstraintAttributes>();
    if (!check || check->type != ConstraintType::Check || check->validated)
        return false;
    const int relation = relationOf(*side.catalog, side.fact(index).id);
    const auto *table = relation < 0 ? nullptr : side.fact(relation).as<TableAttributes>();
    return table && !table->partitionOf;
}

bool hasUnvalidatedBelow(const Side &side, int check)
{
    return std::any_of(
        side.neededBy[size_t(check)].begin(), side.neededBy[size_t(check)].end(), [&](int child) {
            return inheritedFrom(*side.catalog, child) == check && reachesChildrenUnvalidated(side, child);
        });
}

} // namespace

Membership::Membership(const Sides &sides, const Fates &fates, const QSet<ObjectId> &apart)
    : m_sides(sides)
    , m_fates(fates)
    , m_apart(apart)
{
    for (int i = 0; i < sides.target.size(); ++i) {
        if (sides.target.fact(i).id.kind == Kind::Table && (isAttached(i) || changesBound(i)))
            m_comingBounds[*sides.target.fact(i).as<TableAttributes>()->partitionOf].append(
                sides.target.fact(i).as<TableAttributes>()->partitionBound);
    }
    for (int i = 0; i < sides.current.size(); ++i) {
        if (isReshaped(i))
            m_reshaped.insert(ddl::tableOf(sides.current.fact(i).id));
        const auto *key = sides.current.fact(i).as<ConstraintAttributes>();
        if (key && key->referencedTable)
            m_referenced.insert(*key->referencedTable);
    }
}

bool Membership::isReshaped(int currentColumn) const
{
    const Fact &before = m_sides.current.fact(currentColumn);
    const int after = m_sides.targetOf[size_t(currentColumn)];
    if (before.id.kind != Kind::Column || after < 0)
        return false;
    return m_fates.converted[size_t(currentColumn)] || m_fates.goes(currentColumn)
           || changesType(before, m_sides.target.fact(after))
           || before.as<ColumnAttributes>()->generated
                  != m_sides.target.fact(after).as<ColumnAttributes>()->generated;
}

bool Membership::isDetached(int currentTable) const
{
    const auto *was = m_sides.current.fact(currentTable).as<TableAttributes>();
    if (!was || !was->partitionOf)
        return false;
    if (!m_fates.goes(currentTable))
        return isRepartitioned(m_sides, currentTable);
    const int parent = m_sides.current.indexOf(*was->partitionOf);
    return m_fates.current[size_t(currentTable)] == Fate::Drop && parent >= 0 && !m_fates.goes(parent)
           && (isPlaceTaken(*was) || m_reshaped.contains(*was->partitionOf)
               || isReferenced(*was->partitionOf));
}

/// PostgreSQL looks for referring rows when it detaches a partition, and refuses to drop one.
bool Membership::isReferenced(const ObjectId &partitioned) const
{
    if (m_referenced.contains(partitioned))
        return true;
    const auto *table = m_sides.current.catalog->attributes<TableAttributes>(partitioned);
    return table && table->partitionOf && isReferenced(*table->partitionOf);
}

bool Membership::isPlaceTaken(const TableAttributes &leaving) const
{
    const QStringList coming = m_comingBounds.value(*leaving.partitionOf);
    return std::any_of(coming.begin(), coming.end(),
                       [&](const QString &bound) { return mayOverlap(leaving.partitionBound, bound); });
}

bool Membership::isAttached(int targetTable) const
{
    const auto *table = m_sides.target.fact(targetTable).as<TableAttributes>();
    if (!table || !table->partitionOf)
        return false;
    if (m_fates.comes(targetTable))
        return true;
    const int before = m_sides.currentOf[size_t(targetTable)];
    const auto *was = m_sides.current.fact(before).as<TableAttributes>();
    return was->partitionOf != table->partitionOf || isRepartitioned(m_sides, before);
}

bool Membership::changesBound(int targetTable) const
{
    const auto *table = m_sides.target.fact(targetTable).as<TableAttributes>();
    if (!table || !table->partitionOf || isAttached(targetTable))
        return false;
    const int before = m_sides.currentOf[size_t(targetTable)];
    return m_sides.current.fact(before).as<TableAttributes>()->partitionBound != table->partitionBound;
}

int Membership::createdWith(int index) const
{
    const Fact &fact = m_sides.target.fact(index);
    switch (fact.id.kind) {
    case Kind::Column: return columnCreatedWith(index);
    case Kind::Default: return defaultCreatedWith(index);
    case Kind::Trigger: return inheritedCreatedWith(index);
    case Kind::Function: {
        const int type = m_sides.target.shellOf[size_t(index)];
        return type >= 0 && m_fates.comes(type) ? type : index;
    }
    case Kind::Constraint:
        return hasOwnIndex(fact.as<ConstraintAttributes>()->type) ? index : inheritedCreatedWith(index);
    default: return index;
    }
}

int Membership::columnCreatedWith(int index) const
{
    const Side &target = m_sides.target;
    const int table = target.indexOf(ddl::tableOf(target.fact(index).id));
    if (m_fates.comes(table) && !m_apart.contains(target.fact(index).id))
        return table;
    const int parent = inheritedFrom(*target.catalog, index);
    return parent >= 0 && m_fates.comes(parent) && !isAttached(table) ? createdWith(parent) : index;
}

int Membership::defaultCreatedWith(int index) const
{
    const Side &target = m_sides.target;
    const Fact &fact = target.fact(index);
    const int column = columnIndexOf(target, fact.id);
    const auto &value = *fact.as<DefaultAttributes>();
    if (column < 0 || !m_fates.comes(column))
        return value.isGenerated ? withColumn : index;
    if (value.isGenerated)
        return createdWith(column);
    if (m_apart.contains(fact.id))
        return index;
    const auto *table = target.catalog->attributes<TableAttributes>(ddl::tableOf(fact.id));
    const int parent = inheritedFrom(*target.catalog, column);
    const bool isPartition =
        table && table->partitionOf && createdWith(column) == target.indexOf(ddl::tableOf(fact.id));
    // An inherited column starts with its parent's default.
    if (parent >= 0 && !isPartition && defaultTextOf(target, target.fact(parent).id) != value.expression)
        return index;
    return createdWith(column);
}

int Membership::inheritedCreatedWith(int index) const
{
    const Side &target = m_sides.target;
    const int parent = inheritedFrom(*target.catalog, index);
    if (parent < 0)
        return index;
    const int table = relationOf(*target.catalog, target.fact(index).id);
    const auto *constraint = target.fact(index).as<ConstraintAttributes>();
    if (reachesChildrenUnvalidated(target, index) && m_fates.comes(parent))
        return createdWith(parent);
    if (isAttached(table)) // ATTACH insists on the checks and makes the rest.
        return constraint && constraint->type == ConstraintType::Check ? index : withAttach;
    if (m_fates.comes(table))
        return table;
    return m_fates.comes(parent) ? createdWith(parent) : index;
}

int Membership::goesWith(int parent, int index) const
{
    return parent >= 0 && m_fates.goes(parent) ? droppedWith(parent) : index;
}

int Membership::droppedWith(int index) const
{
    const Side &current = m_sides.current;
    const Fact &fact = current.fact(index);
    if (m_apart.contains(fact.id) && fact.id.kind != Kind::Column)
        return index;
    switch (fact.id.kind) {
    case Kind::PublicationMember: {
        const int publication =
            goesWith(current.indexOf(objectId(Kind::Publication, {}, fact.id.name)), index);
        return publication != index ? publication : memberDroppedWithTable(index);
    }
    case Kind::Comment:
    case Kind::SecurityLabel:
    case Kind::Grant: {
        const ObjectId target = targetOf(fact.id);
        int on = current.indexOf(target);
        if (on < 0)
            on = relationOf(*current.catalog, target);
        // A member of an extension, or the sequence of an identity column.
        const auto needs = current.catalog->needs(index);
        if (on < 0 && !needs.empty())
            on = needs.front();
        return goesWith(on, index);
    }
    case Kind::Column: {
        const int on = current.indexOf(ddl::tableOf(fact.id));
        const int table = goesWith(on, index);
        if (table != index || (on >= 0 && isDetached(on)))
            return table;
        return goesWith(inheritedFrom(*current.catalog, index), index);
    }
    case Kind::Default: return defaultDroppedWith(index);
    case Kind::Function: return goesWith(current.shellOf[size_t(index)], index);
    case Kind::Sequence: {
        const auto &owner = fact.as<SequenceAttributes>()->ownedBy;
        const bool forGood = m_fates.current[size_t(index)] == Fate::Drop;
        return owner && forGood ? goesWith(current.indexOf(*owner), index) : index;
    }
    case Kind::Index: {
        const auto &attributes = *fact.as<IndexAttributes>();
        const int table = goesWith(current.indexOf(attributes.table), index);
        const int on = current.indexOf(attributes.table);
        if (table != index || !attributes.partitionOf || (on >= 0 && isDetached(on)))
            return table;
        return goesWith(current.indexOf(*attributes.partitionOf), index);
    }
    case Kind::Constraint:
    case Kind::DomainConstraint:
    case Kind::Trigger:
    case Kind::Rule:
    case Kind::Policy: return partDroppedWith(index);
    default: return index;
    }
}

/// A table that is dropped leaves its publications by itself.
int Membership::memberDroppedWithTable(int index) const
{
    for (int needed : m_sides.current.needs[size_t(index)]) {
        if (m_sides.current.fact(needed).id.kind == Kind::Table)
            return goesWith(needed, index);
    }
    return index;
}

int Membership::defaultDroppedWith(int index) const
{
    const Fact &fact = m_sides.current.fact(index);
    const int column = columnIndexOf(m_sides.current, fact.id);
    if (column >= 0 && m_fates.goes(column))
        return droppedWith(column);
    // The columns of a view are no facts.
    if (column < 0)
        return goesWith(relationOf(*m_sides.current.catalog, fact.id), index);
    return fact.as<DefaultAttributes>()->isGenerated ? withColumn : index;
}

int Membership::partDroppedWith(int index) const
{
    const Side &current = m_sides.current;
    const Fact &fact = current.fact(index);
    const int relation = relationOf(*current.catalog, fact.id);
    const auto *constraint = fact.as<ConstraintAttributes>();
    // Tables that refer to each other could not be dropped one after the other.
    if (constraint && constraint->referencedTable) {
        const int other = current.indexOf(*constraint->referencedTable);
        if (other >= 0 && other != relation && m_fates.goes(other) && m_fates.goes(relation)
            && inheritedFrom(*current.catalog, index) < 0)
            return index;
    }
    const int parent = inheritedFrom(*current.catalog, index);
    if (parent >= 0 && reachesChildrenUnvalidated(current, index) && m_fates.goes(parent))
        return droppedWith(parent);
    if (reachesChildrenUnvalidated(current, index) && hasUnvalidatedBelow(current, index))
        return index;
    const int with = goesWith(relation, index);
    if (with != index)
        return with;
    if (fact.id.kind == Kind::Trigger && parent >= 0 && isDetached(relation))
        return withDetach;
    return relation >= 0 && isDetached(relation) ? index : goesWith(parent, index);
}

} // namespace lockstep::plan::plain
