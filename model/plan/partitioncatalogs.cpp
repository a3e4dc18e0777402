#include "partitioncatalogs.h"

#include <model/diff/renaming.h>

#include <functional>
#include <set>

namespace lockstep::plan {

namespace {

using schema::Fact;
using schema::Kind;
using schema::ObjectId;

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
    void need(int fact, int needed)
    {
        if (fact >= 0 && needed >= 0)
            m_edges.push_back({ fact, needed });
    }
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

schema::CatalogPtr changedFacts(const schema::Catalog &catalog, const std::function<void(Fact &)> &change)
{
    std::vector<Fact> facts = catalog.facts();
    std::vector<schema::Dependency> edges;
    for (int i = 0; i < int(facts.size()); ++i) {
        change(facts[std::size_t(i)]);
        for (const int need : catalog.needs(i))
            edges.push_back({ i, need });
    }
    return std::make_shared<const schema::Catalog>(catalog.serverVersion(), std::move(facts),
                                                   std::move(edges), catalog.unmodelled());
}

const QString targetWorld = QStringLiteral("target");
const QString oldWorld = QStringLiteral("old");

class StateMaker
{
public:
    StateMaker(const ObjectId &table, const schema::CatalogPtr &current, const schema::CatalogPtr &target)
        : m_current(current)
        , m_target(target)
        , m_old(table, current, target)
        , m_new(table, target, current)
        , m_takenBefore(relationNames(*current, table.schema))
        , m_takenAfter(relationNames(*target, table.schema))
        , m_newNames(m_new.ownNames(besideTable(table), m_takenBefore, newSuffix))
        , m_oldNames(m_old.ownNames(asideTable(table), m_takenAfter, oldSuffix))
    {
        findWaiting();
        findKept();
    }

    [[nodiscard]] PartitionCatalogs make()
    {
        PartitionCatalogs result;
        result.why = whyNot();
        if (!result.why.isEmpty())
            return result;
        result.beside = beside();
        result.swapped = swapped();
        result.renames = m_oldNames;
        for (const diff::RenameDecision &name : m_newNames)
            result.renames.append({ name.to, name.from });
        QHash<QPair<QString, QString>, QString> names;
        collectSequences(m_old, m_takenAfter, oldSuffix, m_old.table(), false, &names, &result.sequences);
        collectSequences(m_new, m_takenBefore, newSuffix, besideTable(m_new.table()), true, &names,
                         &result.sequences);
        result.from = changedFacts(*result.beside, [&](Fact &fact) {
            if (auto *column = std::get_if<schema::ColumnAttributes>(&fact.attributes))
                column->identitySequenceName =
                    names.value({ fact.id.name, column->identitySequenceName }, column->identitySequenceName);
        });
        result.to = result.swapped;
        result.references = references();
        return result;
    }

private:
    [[nodiscard]] QString whyNot() const
    {
        const auto isElsewhere = [](const TableParts &parts, const TableParts &others,
                                    const schema::Catalog &catalog) {
            for (const Fact &fact : catalog.factsOf(Kind::Table)) {
                const ObjectId &part = fact.id;
                if (parts.tables().contains(part) && !others.tables().contains(part))
                    return schema::displayName(part);
            }
            return QString();
        };
        if (const QString part = isElsewhere(m_new, m_old, *m_current); !part.isEmpty())
            return QStringLiteral("%1 is there already.").arg(part);
        if (const QString part = isElsewhere(m_old, m_new, *m_target); !part.isEmpty())
            return QStringLiteral("%1 stays as a table of its own.").arg(part);
        for (const int fact : m_waiting) {
            for (const int user : m_target->neededBy(fact)) {
                const Fact &other = m_target->facts()[std::size_t(user)];
                if (m_new.has(other) && !m_new.isWithName(other))
                    return QStringLiteral("%1 needs %2, which needs what the table has not yet.")
                        .arg(schema::displayName(other),
                             schema::displayName(m_target->facts()[std::size_t(fact)]));
            }
        }
        return {};
    }

    /// Facts of the target that need of the new table what the old one has not: they stay as they are until
    /// the swap.
    void findWaiting()
    {
        std::vector<int> open;
        for (int i = 0; i < int(m_target->facts().size()); ++i) {
            if (m_new.has(m_target->facts()[std::size_t(i)]))
                continue;
            for (const int need : m_target->needs(i)) {
                const Fact &needed = m_target->facts()[std::size_t(need)];
                const Fact *before = m_new.has(needed) ? m_current->find(needed.id) : nullptr;
                if (m_new.has(needed) && (!before || !m_old.has(*before)))
                    open.push_back(i);
            }
        }
        while (!open.empty()) {
            const int fact = open.back();
            open.pop_back();
            if (m_waiting.contains(fact) || m_new.has(m_target->facts()[std::size_t(fact)]))
                continue;
            m_waiting.insert(fact);
            for (const int user : m_target->neededBy(fact))
                open.push_back(user);
        }
    }

    /// Facts of current that stay for a while because the old table, or what waits, needs them.
    void findKept()
    {
        std::vector<int> open;
        for (int i = 0; i < int(m_current->facts().size()); ++i) {
            const Fact &fact = m_current->facts()[std::size_t(i)];
            if (m_old.has(fact) || m_waiting.contains(m_target->indexOf(fact.id)))
                open.push_back(i);
        }
        while (!open.empty()) {
            const int fact = open.back();
            open.pop_back();
            if (m_kept.contains(fact))
                continue;
            m_kept.insert(fact);
            for (const int need : m_current->needs(fact)) {
                if (m_target->indexOf(m_current->facts()[std::size_t(need)].id) < 0)
                    open.push_back(need);
            }
        }
    }

    [[nodiscard]] schema::CatalogPtr beside() const
    {
        CatalogMaker maker;
        const diff::Renaming renaming(m_target, m_newNames);
        for (const Fact &fact : renaming.catalog()->facts()) {
            const int at = m_target->indexOf(renaming.originalId(fact.id));
            const Fact &original = m_target->facts()[std::size_t(at)];
            if (m_waiting.contains(at) || m_new.isWithName(original))
                continue;
            maker.add(targetWorld, at,
                      m_new.has(original) ? named(fact, original, m_new, m_takenBefore, newSuffix)
                                          : original);
        }
        for (const int at : m_kept)
            maker.add(oldWorld, at, m_current->facts()[std::size_t(at)]);
        for (int i = 0; i < int(m_target->facts().size()); ++i) {
            const int place = maker.placeOf(targetWorld, i);
            const bool isNew = m_new.has(m_target->facts()[std::size_t(i)]);
            for (const int need : m_target->needs(i)) {
                const Fact &needed = m_target->facts()[std::size_t(need)];
                const bool isOfOld = !isNew && m_new.has(needed);
                maker.need(place, isOfOld ? maker.placeOf(oldWorld, m_current->indexOf(needed.id))
                                          : maker.placeOf(targetWorld, need));
            }
        }
        linkKept(&maker);
        return maker.make(*m_target);
    }

    [[nodiscard]] schema::CatalogPtr swapped() const
    {
        CatalogMaker maker;
        for (int i = 0; i < int(m_target->facts().size()); ++i)
            maker.add(targetWorld, i, m_target->facts()[std::size_t(i)]);
        const diff::Renaming renaming(m_current, m_oldNames);
        for (const Fact &fact : renaming.catalog()->facts()) {
            const int at = m_current->indexOf(renaming.originalId(fact.id));
            const Fact &original = m_current->facts()[std::size_t(at)];
            const bool isOld = m_old.has(original);
            if (!m_kept.contains(at) || m_old.isWithName(original)
                || (!isOld && m_target->indexOf(original.id) >= 0))
                continue;
            maker.add(oldWorld, at, isOld ? named(fact, original, m_old, m_takenAfter, oldSuffix) : original);
        }
        for (int i = 0; i < int(m_target->facts().size()); ++i) {
            for (const int need : m_target->needs(i))
                maker.need(maker.placeOf(targetWorld, i), maker.placeOf(targetWorld, need));
        }
        linkKept(&maker);
        return maker.make(*m_target);
    }

    /// `fact` is `original` renamed.
    [[nodiscard]] static Fact named(Fact fact, const Fact &original, const TableParts &parts,
                                    const QSet<QString> &taken, const QString &suffix)
    {
        if (auto *column = std::get_if<schema::ColumnAttributes>(&fact.attributes))
            column->identitySequenceName = parts.identityName(original, taken, suffix);
        return fact;
    }

    void linkKept(CatalogMaker *maker) const
    {
        for (const int i : m_kept) {
            const int place = maker->placeOf(oldWorld, i);
            for (const int need : place < 0 ? std::span<const int>() : m_current->needs(i)) {
                const int old = maker->placeOf(oldWorld, need);
                const int there = m_target->indexOf(m_current->facts()[std::size_t(need)].id);
                maker->need(place, old >= 0 ? old : maker->placeOf(targetWorld, there));
            }
        }
    }

    /// `names`: by a table's name before the swap and a sequence's, what the sequence is called after it.
    void collectSequences(const TableParts &parts, const QSet<QString> &taken, const QString &suffix,
                          const ObjectId &before, bool isNew, QHash<QPair<QString, QString>, QString> *names,
                          QVector<diff::RenameDecision> *renames) const
    {
        const schema::Catalog &catalog = isNew ? *m_target : *m_current;
        for (const Fact *column : catalog.columnsOf(parts.table())) {
            const QString theirs = column->as<schema::ColumnAttributes>()->identitySequenceName;
            const QString own = parts.identityName(*column, taken, suffix);
            if (theirs == own)
                continue;
            const QString &from = isNew ? own : theirs;
            const QString &to = isNew ? theirs : own;
            names->insert({ before.name, from }, to);
            renames->append({ schema::objectId(Kind::Sequence, before.schema, from),
                              schema::objectId(Kind::Sequence, before.schema, to) });
        }
    }

    [[nodiscard]] QVector<ObjectId> references() const
    {
        QVector<ObjectId> keys;
        for (const Fact &fact : m_target->factsOf(Kind::Constraint)) {
            const auto *after = fact.as<schema::ConstraintAttributes>();
            const auto *before = m_current->attributes<schema::ConstraintAttributes>(fact.id);
            if (before && after->referencedTable == m_new.table() && before->referencedTable == m_old.table()
                && !m_new.has(fact) && before->validated && after->validated)
                keys.append(fact.id);
        }
        return keys;
    }

    static inline const QString newSuffix = QStringLiteral("new");
    static inline const QString oldSuffix = QStringLiteral("old");

    const schema::CatalogPtr m_current;
    const schema::CatalogPtr m_target;
    const TableParts m_old;
    const TableParts m_new;
    const QSet<QString> m_takenBefore;
    const QSet<QString> m_takenAfter;
    const QVector<diff::RenameDecision> m_newNames;
    const QVector<diff::RenameDecision> m_oldNames;
    std::set<int> m_waiting; ///< Of the target.
    std::set<int> m_kept; ///< Of current.
};

} // namespace

PartitionCatalogs partitionCatalogs(const ObjectId &table, const schema::CatalogPtr &current,
                                    const schema::CatalogPtr &target)
{
    return StateMaker(table, current, target).make();
}

schema::CatalogPtr withUnchecked(const schema::Catalog &catalog, const QVector<ObjectId> &constraints)
{
    return changedFacts(catalog, [&](Fact &fact) {
        if (constraints.contains(fact.id))
            std::get<schema::ConstraintAttributes>(fact.attributes).validated = false;
    });
}

} // namespace lockstep::plan
