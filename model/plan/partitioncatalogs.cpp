#include "partitioncatalogs.h"

#include "plain/sides.h"
#include "strategies/drafts.h"

#include <model/diff/renaming.h>

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

bool hasRelationName(const Fact &fact)
{
    switch (fact.id.kind) {
    case Kind::Table:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Index:
    case Kind::Sequence:
    case Kind::CompositeType: return true;
    default: return false; // All other kinds, on purpose: they have names of their own.
    }
}

bool isNamedKey(const Fact &fact)
{
    const auto *constraint = fact.as<schema::ConstraintAttributes>();
    return constraint && fact.id.kind == Kind::Constraint && plain::hasOwnIndex(constraint->type);
}

/// Names of relations in one schema; keys are called like their indexes.
QSet<QString> takenNames(const schema::Catalog &catalog, const QString &inSchema)
{
    QSet<QString> names;
    for (const Fact &fact : catalog.facts()) {
        if (fact.id.schema != inSchema)
            continue;
        if (hasRelationName(fact))
            names.insert(fact.id.name);
        else if (isNamedKey(fact))
            names.insert(fact.id.sub);
    }
    return names;
}

/// The table under another name, and its indexes and keys where `taken` has theirs.
QVector<diff::RenameDecision> ownNames(const ObjectId &table, const ObjectId &to,
                                       const schema::Catalog &catalog, const QSet<QString> &taken,
                                       const QString &suffix)
{
    const QSet<ObjectId> tables = withPartitions(table, catalog);
    QVector<diff::RenameDecision> decisions{ { table, to } };
    for (const Fact &fact : catalog.facts()) {
        const bool isKey = isNamedKey(fact);
        if ((!isKey && fact.id.kind != Kind::Index) || !tables.contains(relationOfFact(fact, catalog))
            || !taken.contains(isKey ? fact.id.sub : fact.id.name))
            continue;
        ObjectId renamed = fact.id;
        (isKey ? renamed.sub : renamed.name) = ownName(fact.id, suffix);
        if (isKey && fact.id.name == table.name)
            renamed.name = to.name;
        decisions.append({ fact.id, renamed });
    }
    return decisions;
}

/// Puts a catalog together from pieces of others.
class CatalogMaker
{
public:
    /// Takes the fact as number `at` of `world` into the new catalog.
    void add(const QString &world, int at, const Fact &fact)
    {
        m_places.insert({ world, at }, int(m_facts.size()));
        m_facts.push_back(fact);
    }
    [[nodiscard]] int placeOf(const QString &world, int at) const
    {
        return m_places.value({ world, at }, -1);
    }
    void need(int fact, int needed) { m_edges.push_back({ fact, needed }); }
    [[nodiscard]] schema::CatalogPtr make(const schema::Catalog &like)
    {
        return std::make_shared<const schema::Catalog>(like.serverVersion(), std::move(m_facts),
                                                       std::move(m_edges), like.unmodelled());
    }

private:
    std::vector<Fact> m_facts;
    std::vector<schema::Dependency> m_edges;
    QHash<QPair<QString, int>, int> m_places;
};

const QString targetWorld = QStringLiteral("target");
const QString oldWorld = QStringLiteral("old");

class StateMaker
{
public:
    StateMaker(const ObjectId &table, const schema::CatalogPtr &current, const schema::CatalogPtr &target)
        : m_table(table)
        , m_current(current)
        , m_target(target)
        , m_newTables(withPartitions(table, *target))
        , m_newNames(ownNames(table, besideTable(table), *target, takenNames(*current, table.schema),
                              QStringLiteral("new")))
        , m_oldNames(ownNames(table, asideTable(table), *current, takenNames(*target, table.schema),
                              QStringLiteral("old")))
    { }

    [[nodiscard]] PartitionCatalogs make()
    {
        PartitionCatalogs result;
        for (const ObjectId &part : m_newTables) {
            if (part != m_table && m_current->indexOf(part) >= 0)
                result.why = QStringLiteral("%1 is there already.").arg(schema::displayName(part));
        }
        result.beside = beside(&result.why);
        result.swapped = result.why.isEmpty() ? swapped(&result.why) : nullptr;
        result.renames = m_oldNames;
        for (const diff::RenameDecision &name : m_newNames)
            result.renames.append({ name.to, name.from });
        return result;
    }

private:
    [[nodiscard]] bool isNew(const Fact &fact) const
    {
        return m_newTables.contains(relationOfFact(fact, *m_target));
    }
    [[nodiscard]] static bool isTrigger(const Fact &fact)
    {
        return fact.id.kind == Kind::Trigger
               || (schema::isTargeting(fact.id.kind) && schema::targetOf(fact.id).kind == Kind::Trigger);
    }

    [[nodiscard]] schema::CatalogPtr beside(QString *why) const
    {
        CatalogMaker maker;
        const diff::Renaming renaming(m_target, m_newNames);
        const schema::Catalog &renamed = *renaming.catalog();
        for (const Fact &fact : renamed.facts()) {
            const int at = m_target->indexOf(renaming.originalId(fact.id));
            const Fact &original = m_target->facts()[std::size_t(at)];
            if (!isNew(original))
                maker.add(targetWorld, at, original);
            else if (!isTrigger(fact))
                maker.add(targetWorld, at, fact);
        }
        addOld(*m_current, nullptr, true, &maker);
        for (int i = 0; i < int(m_target->facts().size()); ++i) {
            const Fact &fact = m_target->facts()[std::size_t(i)];
            for (const int need : m_target->needs(i)) {
                const Fact &needed = m_target->facts()[std::size_t(need)];
                if (isNew(fact) || !isNew(needed)) {
                    link(&maker, i, maker.placeOf(targetWorld, need));
                    continue;
                }
                const int old = maker.placeOf(oldWorld, m_current->indexOf(needed.id));
                if (old < 0)
                    *why = QStringLiteral("%1 needs %2, which the table has not yet.")
                               .arg(schema::displayName(fact), schema::displayName(needed));
                link(&maker, i, old);
            }
        }
        linkOld(*m_current, &maker, why);
        return maker.make(*m_target);
    }

    [[nodiscard]] schema::CatalogPtr swapped(QString *why) const
    {
        CatalogMaker maker;
        for (int i = 0; i < int(m_target->facts().size()); ++i)
            maker.add(targetWorld, i, m_target->facts()[std::size_t(i)]);
        const diff::Renaming renaming(m_current, m_oldNames);
        addOld(*m_current, &renaming, false, &maker);
        for (int i = 0; i < int(m_target->facts().size()); ++i) {
            for (const int need : m_target->needs(i))
                link(&maker, i, maker.placeOf(targetWorld, need));
        }
        linkOld(*m_current, &maker, why);
        return maker.make(*m_target);
    }

    static void link(CatalogMaker *maker, int targetFact, int needed)
    {
        const int place = maker->placeOf(targetWorld, targetFact);
        if (place >= 0 && needed >= 0)
            maker->need(place, needed);
    }

    [[nodiscard]] bool isOld(const Fact &fact) const { return relationOfFact(fact, *m_current) == m_table; }

    void addOld(const schema::Catalog &current, const diff::Renaming *renaming, bool withTriggers,
                CatalogMaker *maker) const
    {
        for (const Fact &fact : (renaming ? *renaming->catalog() : current).facts()) {
            const int at = current.indexOf(renaming ? renaming->originalId(fact.id) : fact.id);
            const Fact &original = current.facts()[std::size_t(at)];
            if (isOld(original) && (withTriggers || !isTrigger(original)))
                maker->add(oldWorld, at, fact);
        }
    }

    void linkOld(const schema::Catalog &current, CatalogMaker *maker, QString *why) const
    {
        for (int i = 0; i < int(current.facts().size()); ++i) {
            const int place = maker->placeOf(oldWorld, i);
            for (const int need : place < 0 ? std::span<const int>() : current.needs(i)) {
                const Fact &needed = current.facts()[std::size_t(need)];
                const int there = isOld(needed) ? maker->placeOf(oldWorld, need)
                                                : maker->placeOf(targetWorld, m_target->indexOf(needed.id));
                if (there >= 0)
                    maker->need(place, there);
                else if (!isOld(needed))
                    *why = QStringLiteral("%1 needs %2, which goes.")
                               .arg(schema::displayName(current.facts()[std::size_t(i)]),
                                    schema::displayName(needed));
            }
        }
    }

    const ObjectId m_table;
    const schema::CatalogPtr m_current;
    const schema::CatalogPtr m_target;
    const QSet<ObjectId> m_newTables;
    const QVector<diff::RenameDecision> m_newNames;
    const QVector<diff::RenameDecision> m_oldNames;
};

} // namespace

ObjectId besideTable(const ObjectId &table)
{
    return schema::objectId(Kind::Table, table.schema, ownName(table, QStringLiteral("new")));
}

ObjectId asideTable(const ObjectId &table)
{
    return schema::objectId(Kind::Table, table.schema, ownName(table, QStringLiteral("old")));
}

QSet<ObjectId> withPartitions(const ObjectId &table, const schema::Catalog &catalog)
{
    QSet<ObjectId> tables{ table };
    for (const Fact &fact : catalog.factsOf(Kind::Table)) {
        if (fact.as<schema::TableAttributes>()->partitionOf == table)
            tables += withPartitions(fact.id, catalog);
    }
    return tables;
}

ObjectId relationOfFact(const Fact &fact, const schema::Catalog &catalog)
{
    const ObjectId id = schema::isTargeting(fact.id.kind) ? schema::targetOf(fact.id) : fact.id;
    if (const auto *index = catalog.attributes<schema::IndexAttributes>(id))
        return index->table;
    const int relation = id.sub.isEmpty() ? -1 : plain::relationOf(catalog, id);
    return relation < 0 ? id : catalog.facts()[std::size_t(relation)].id;
}

PartitionCatalogs partitionCatalogs(const ObjectId &table, const schema::CatalogPtr &current,
                                    const schema::CatalogPtr &target)
{
    return StateMaker(table, current, target).make();
}

} // namespace lockstep::plan
