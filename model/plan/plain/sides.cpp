#include "sides.h"

#include "operatorlinks.h"
#include "sqltext.h"
#include "takennotnulls.h"

#include <model/diff/extensionmoves.h>

#include <algorithm>
#include <future>
#include <numeric>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool isOwnership(const Fact &from, const Fact &to)
{
    const auto *sequence = from.as<SequenceAttributes>();
    return sequence && sequence->ownedBy && to.id.schema == sequence->ownedBy->schema
           && to.id.name == sequence->ownedBy->name;
}

bool sameNames(QStringList a, QStringList b)
{
    a.sort();
    b.sort();
    return a == b;
}

/// Schemas and relations of facts; those of one relation come one after the other.
class Places
{
public:
    explicit Places(const Catalog &catalog)
        : m_catalog(catalog)
    { }
    int schemaOf(const ObjectId &id)
    {
        if (m_schemaIndex < 0 || id.schema != m_schema) {
            m_schema = id.schema;
            m_schemaIndex = m_catalog.indexOf(schemaId(id.schema));
        }
        return m_schemaIndex;
    }
    int relationOf(const ObjectId &part)
    {
        const bool isKnown =
            part.kind == m_part.kind && part.name == m_part.name && part.schema == m_part.schema;
        if (!isKnown) {
            m_part = objectId(part.kind, part.schema, part.name);
            m_relationIndex = plain::relationOf(m_catalog, part);
        }
        return m_relationIndex;
    }

private:
    const Catalog &m_catalog;
    QString m_schema;
    int m_schemaIndex = -1;
    ObjectId m_part; ///< One whose relation is known.
    int m_relationIndex = -1;
};

/// Adds what follows from one fact itself.
class StructuralNeeds
{
public:
    StructuralNeeds(const Catalog &catalog, Places &places, int index, Indexes &needs)
        : m_catalog(catalog)
        , m_places(places)
        , m_fact(catalog.facts()[size_t(index)])
        , m_index(index)
        , m_needs(needs)
    { }

    void add()
    {
        const ObjectId &id = m_fact.id;
        if (!id.schema.isEmpty())
            need(m_places.schemaOf(id));
        if (isTargeting(id.kind))
            addTarget();
        else if (id.kind == Kind::PublicationMember)
            need(m_catalog.indexOf(objectId(Kind::Publication, {}, id.name)));
        else if (id.kind == Kind::UserMapping)
            need(m_catalog.indexOf(objectId(Kind::ForeignServer, {}, id.name)));
        else if (!id.sub.isEmpty() && id.kind != Kind::DefaultPrivilege)
            need(m_places.relationOf(id));
        if (id.kind == Kind::Default)
            needColumn(id, id.sub);
        need(inheritedFrom(m_catalog, m_index));
        if (const auto *table = m_fact.as<TableAttributes>())
            addParents(*table);
        else if (const auto *constraint = m_fact.as<ConstraintAttributes>())
            addConstraint(*constraint);
        else if (const auto *index = m_fact.as<IndexAttributes>())
            addIndex(*index);
        else if (const auto *trigger = m_fact.as<TriggerAttributes>())
            need(m_catalog.indexOf(trigger->function));
        else if (const auto *extension = m_fact.as<ExtensionAttributes>())
            need(m_catalog.indexOf(schemaId(extension->schema)));
    }

private:
    void need(int index)
    {
        if (index >= 0 && index != m_index)
            m_needs.push_back(index);
    }
    void needColumn(const ObjectId &table, const QString &name)
    {
        need(m_catalog.indexOf(subId(Kind::Column, table.schema, table.name, name)));
    }
    void addTarget()
    {
        const ObjectId target = targetOf(m_fact.id);
        if (const int found = m_catalog.indexOf(target); found >= 0)
            need(found);
        else // A column of a view or composite type is no fact of its own.
            need(relationOf(m_catalog, target));
    }
    void addParents(const TableAttributes &table)
    {
        if (table.partitionOf)
            need(m_catalog.indexOf(*table.partitionOf));
        for (const ObjectId &parent : table.inherits)
            need(m_catalog.indexOf(parent));
    }
    void addConstraint(const ConstraintAttributes &constraint)
    {
        for (const QString &column : constraint.columns + constraint.includedColumns)
            needColumn(m_fact.id, column);
        if (!constraint.referencedTable)
            return;
        const ObjectId &other = *constraint.referencedTable;
        need(m_catalog.indexOf(other));
        for (const QString &column : constraint.referencedColumns)
            needColumn(other, column);
        for (int part : m_catalog.partsOf(other)) {
            const auto *key = m_catalog.facts()[size_t(part)].as<ConstraintAttributes>();
            const bool isKey =
                key && (key->type == ConstraintType::PrimaryKey || key->type == ConstraintType::Unique);
            if (isKey && sameNames(key->columns, constraint.referencedColumns))
                need(part);
        }
    }
    void addIndex(const IndexAttributes &index)
    {
        need(m_catalog.indexOf(index.table));
        if (index.partitionOf)
            need(m_catalog.indexOf(*index.partitionOf));
        for (const QString &column : index.columns)
            needColumn(index.table, column);
    }

    const Catalog &m_catalog;
    Places &m_places;
    const Fact &m_fact;
    int m_index;
    Indexes &m_needs;
};

QVector<ObjectId> inheritanceParents(const TableAttributes &table)
{
    QVector<ObjectId> parents = table.inherits;
    if (table.partitionOf)
        parents.prepend(*table.partitionOf);
    return parents;
}

bool isInherited(const Fact &fact)
{
    if (const auto *column = fact.as<ColumnAttributes>())
        return column->inherited;
    if (const auto *constraint = fact.as<ConstraintAttributes>())
        return constraint->inherited && fact.id.kind == Kind::Constraint;
    if (const auto *trigger = fact.as<TriggerAttributes>())
        return trigger->inherited;
    return false;
}

/// Keys and foreign keys of partitions may have another name than the parent's.
bool isSameConstraint(const Fact &child, const Fact &parent)
{
    const auto *a = child.as<ConstraintAttributes>();
    const auto *b = parent.as<ConstraintAttributes>();
    if (!a || !b || a->type != b->type)
        return false;
    if (a->type == ConstraintType::Check)
        return child.id.sub == parent.id.sub;
    return a->columns == b->columns && a->referencedTable == b->referencedTable
           && a->referencedColumns == b->referencedColumns;
}

int parentConstraint(const Catalog &catalog, const Fact &child, const ObjectId &parentTable)
{
    for (int part : catalog.partsOf(parentTable)) {
        if (isSameConstraint(child, catalog.facts()[size_t(part)]))
            return part;
    }
    return -1;
}

/// A type that needs the routine which needs it.
bool isShellFor(const Catalog &catalog, int type, int routine)
{
    const Kind kind = catalog.facts()[size_t(type)].id.kind;
    if ((kind != Kind::BaseType && kind != Kind::RangeType)
        || catalog.facts()[size_t(routine)].id.kind != Kind::Function)
        return false;
    const auto needs = catalog.needs(type);
    return std::binary_search(needs.begin(), needs.end(), routine);
}

/// Who has each fact in its list, in order.
FactLists reversed(const FactLists &lists, size_t count)
{
    Indexes offsets(count + 1, 0);
    for (size_t i = 0; i < count; ++i) {
        for (int item : lists[i])
            ++offsets[size_t(item) + 1];
    }
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    Indexes next(offsets.begin(), offsets.end() - 1);
    Indexes items(size_t(offsets.back()));
    for (size_t i = 0; i < count; ++i) {
        for (int item : lists[i])
            items[size_t(next[size_t(item)]++)] = int(i);
    }
    return { std::move(offsets), std::move(items) };
}

} // namespace

bool hasOwnIndex(ConstraintType type)
{
    return type == ConstraintType::PrimaryKey || type == ConstraintType::Unique
           || type == ConstraintType::Exclude;
}

int relationOf(const Catalog &catalog, const ObjectId &part)
{
    for (Kind kind : { Kind::Table, Kind::View, Kind::MaterializedView, Kind::Domain, Kind::CompositeType }) {
        if ((kind == Kind::Domain) != (part.kind == Kind::DomainConstraint))
            continue;
        if (const int index = catalog.indexOf(objectId(kind, part.schema, part.name)); index >= 0)
            return index;
    }
    return -1;
}

int inheritedFrom(const Catalog &catalog, int index)
{
    const Fact &fact = catalog.facts()[size_t(index)];
    if (!isInherited(fact))
        return -1;
    const auto *table = catalog.attributes<TableAttributes>(ddl::tableOf(fact.id));
    if (!table)
        return -1;
    for (const ObjectId &parent : inheritanceParents(*table)) {
        const int found = fact.as<ConstraintAttributes>()
                              ? parentConstraint(catalog, fact, parent)
                              : catalog.indexOf(subId(fact.id.kind, parent.schema, parent.name, fact.id.sub));
        if (found >= 0)
            return found;
    }
    return -1;
}

int columnAbove(const Catalog &catalog, int column)
{
    const ObjectId &id = catalog.facts()[size_t(column)].id;
    const auto *table = catalog.attributes<TableAttributes>(ddl::tableOf(id));
    for (const ObjectId &parent : table ? inheritanceParents(*table) : QVector<ObjectId>()) {
        const int found = catalog.indexOf(subId(Kind::Column, parent.schema, parent.name, id.sub));
        if (found >= 0)
            return found;
    }
    return -1;
}

bool leavesParentOf(const Sides &sides, int currentPart)
{
    const int above = inheritedFrom(*sides.current.catalog, currentPart);
    const auto *table =
        sides.target.catalog->attributes<TableAttributes>(ddl::tableOf(sides.current.fact(currentPart).id));
    if (above < 0 || !table)
        return false;
    const ObjectId parent = ddl::tableOf(sides.current.fact(above).id);
    return !table->inherits.contains(parent) && table->partitionOf != parent;
}

Side makeSide(const CatalogPtr &catalog)
{
    Side side;
    side.catalog = catalog;
    const size_t count = catalog->facts().size();
    side.shellOf.assign(count, -1);
    QMultiHash<int, int> links;
    for (const auto &[from, to] : oneWayLinks(*catalog))
        links.insert(to, from);
    Indexes offsets{ 0 };
    offsets.reserve(count + 1);
    Indexes items;
    Indexes needs;
    Places places(*catalog);
    for (int i = 0; i < int(count); ++i) {
        needs.clear();
        for (auto link = links.constFind(i); link != links.constEnd() && link.key() == i; ++link)
            needs.push_back(link.value());
        for (int needed : catalog->needs(i)) {
            if (isShellFor(*catalog, needed, i))
                side.shellOf[size_t(i)] = needed;
            else if (!isOwnership(side.fact(i), side.fact(needed)))
                needs.push_back(needed);
        }
        StructuralNeeds(*catalog, places, i, needs).add();
        std::sort(needs.begin(), needs.end());
        needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
        items.insert(items.end(), needs.begin(), needs.end());
        offsets.push_back(int(items.size()));
    }
    side.needs = FactLists(std::move(offsets), std::move(items));
    side.neededBy = reversed(side.needs, count);
    return side;
}

QVector<diff::RenameDecision> renamesOf(const diff::ChangeSet &changes)
{
    QVector<diff::RenameDecision> renames;
    for (const diff::Change &change : changes.changes) {
        if (const auto *renamed = std::get_if<diff::Renamed>(&change))
            renames.append({ renamed->before.id, renamed->after.id });
    }
    return renames;
}

Sides makeSides(const diff::ChangeSet &changes)
{
    Sides sides;
    sides.renaming = std::make_shared<const diff::Renaming>(
        diff::withMovedExtensions(changes.current, *changes.target), renamesOf(changes));
    CatalogPtr current = sides.renaming->catalog();
    CatalogPtr target = changes.target;
    spellTakenNotNulls(current, target);
    constexpr size_t worthAThread = 5000;
    const auto policy = target->facts().size() < worthAThread ? std::launch::deferred : std::launch::async;
    std::future<Side> targetSide = std::async(policy, [&target] { return makeSide(target); });
    sides.current = makeSide(current);
    sides.target = targetSide.get();
    sides.targetOf.assign(size_t(sides.current.size()), -1);
    sides.currentOf.assign(size_t(sides.target.size()), -1);
    // Both are sorted alike.
    for (int i = 0, other = 0; i < sides.current.size() && other < sides.target.size();) {
        const ObjectId &id = sides.current.fact(i).id;
        const ObjectId &otherId = sides.target.fact(other).id;
        if (id == otherId) {
            sides.targetOf[size_t(i)] = other;
            sides.currentOf[size_t(other++)] = i++;
        } else {
            ++(id < otherId ? i : other);
        }
    }
    for (const Side *side : { &sides.current, &sides.target }) {
        for (const Fact &fact : side->catalog->facts()) {
            if (fact.id.kind == Kind::DefaultPrivilege)
                sides.defaultPrivileges.append(fact);
        }
    }
    return sides;
}

} // namespace lockstep::plan::plain
