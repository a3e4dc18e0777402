#include "ignoring.h"

#include "statedroles.h"

#include <model/schema/graveyard.h>

#include <algorithm>

namespace lockstep::diff {

using namespace schema;

namespace {

/// Parts of a fact that the rules leave as `was` has them; without `was` as a new object has them.
void keepIgnoredParts(Fact &fact, const Fact *was, const IgnoreRules &rules)
{
    if (rules.ignores(Ignorable::Owners))
        fact.owner = was ? was->owner : QString();
    const bool space = rules.ignores(Ignorable::Tablespaces);
    const bool storage = rules.ignores(Ignorable::StorageParameters);
    std::visit(
        [&](auto &attributes) {
            using T = std::remove_reference_t<decltype(attributes)>;
            const T *before = was ? was->as<T>() : nullptr;
            if constexpr (
                std::is_same_v<
                    T,
                    TableAttributes> || std::is_same_v<T, IndexAttributes> || std::is_same_v<T, MaterializedViewAttributes>) {
                if (space)
                    attributes.tablespace = before ? before->tablespace : QString();
                if (storage)
                    attributes.options = before ? before->options : QStringList();
            } else if constexpr (std::is_same_v<T, ConstraintAttributes>) {
                if (space)
                    attributes.indexTablespace = before ? before->indexTablespace : QString();
                if (storage)
                    attributes.indexOptions = before ? before->indexOptions : QStringList();
            } else if constexpr (std::is_same_v<T, RoutineAttributes>) {
                if (rules.ignores(Ignorable::Whitespace) && before
                    && differsInWhitespaceOnly(*before, attributes))
                    attributes = *before;
            }
        },
        fact.attributes);
}

/// pg_get_indexdef() prints the storage parameters too.
void keepIndexText(Fact &fact, const Fact *was, const IgnoreRules &rules)
{
    auto *index = std::get_if<IndexAttributes>(&fact.attributes);
    if (!index || !rules.ignores(Ignorable::StorageParameters))
        return;
    static const QRegularExpression with(QStringLiteral(" WITH \\((?:[a-z_.]+='?[^',)]*'?(?:, )?)+\\)"));
    const auto bare = [](QString text) { return text.remove(with); };
    const auto *before = was ? was->as<IndexAttributes>() : nullptr;
    if (before && bare(before->definition) == bare(index->definition))
        index->definition = before->definition;
    else
        index->definition = bare(index->definition);
}

class Merger
{
public:
    Merger(const CatalogPtr &current, const CatalogPtr &target, const IgnoreRules &rules)
        : m_current(*current)
        , m_target(*target)
        , m_rules(rules)
        , m_inCurrent(rules, *current)
        , m_inTarget(rules, *target)
        , m_fromTarget(target->facts().size(), -1)
        , m_fromCurrent(current->facts().size(), -1)
    { }

    EffectiveTarget merge()
    {
        takeTarget();
        takeCurrent();
        addEdges();
        m_result.catalog = std::make_shared<const Catalog>(m_target.serverVersion(), std::move(m_facts),
                                                           std::move(m_edges), m_target.unmodelled());
        return std::move(m_result);
    }

private:
    void takeTarget()
    {
        for (int i = 0; i < int(m_target.facts().size()); ++i) {
            const Fact &fact = m_target.facts()[size_t(i)];
            const Fact *was = m_current.find(fact.id);
            if (m_inTarget.ignores(fact) || (was && m_inCurrent.ignores(*was))
                || isForOwner(fact, m_current)) {
                m_result.ignored += was ? was->attributes != fact.attributes || ownersDiffer(*was, fact) : 1;
                continue;
            }
            Fact taken = fact;
            keepIgnoredParts(taken, was, m_rules);
            keepIndexText(taken, was, m_rules);
            keepGrantingOwner(taken);
            const bool isOwnerKept = was && m_rules.ignores(Ignorable::Owners) && ownersDiffer(*was, fact);
            m_result.ignored += isOwnerKept || taken.attributes != fact.attributes;
            m_fromTarget[size_t(i)] = int(m_facts.size());
            m_facts.push_back(std::move(taken));
        }
    }

    /// Granted to who owns the object on the other side: part of who owns it where that is ignored.
    [[nodiscard]] bool isForOwner(const Fact &fact, const Catalog &other) const
    {
        if (fact.id.kind != Kind::Grant || fact.id.grantee.isEmpty() || !m_rules.ignores(Ignorable::Owners))
            return false;
        const Fact *object = grantedObject(fact.id, other);
        return object && object->owner == fact.id.grantee;
    }
    /// The owner's own privileges are those of who owns the object in current.
    void keepGrantingOwner(Fact &fact) const
    {
        if (fact.id.kind != Kind::Grant || !m_rules.ignores(Ignorable::Owners))
            return;
        const Fact *object = grantedObject(fact.id, m_current);
        fact.owner = object ? object->owner : QString();
    }

    /// What is ignored stays, unless what it hangs on goes.
    void takeCurrent()
    {
        for (int i = 0; i < int(m_current.facts().size()); ++i) {
            const Fact &fact = m_current.facts()[size_t(i)];
            const int after = m_target.indexOf(fact.id);
            const bool isTaken = after >= 0 && m_fromTarget[size_t(after)] >= 0;
            const bool isIgnored = m_inCurrent.ignores(fact) || isForOwner(fact, m_target)
                                   || (after >= 0 && m_inTarget.ignores(m_target.facts()[size_t(after)]));
            if (isTaken || !isIgnored)
                continue;
            m_result.ignored += after < 0;
            m_fromCurrent[size_t(i)] = int(m_facts.size());
            m_facts.push_back(fact);
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (int i = 0; i < int(m_fromCurrent.size()); ++i) {
                if (m_fromCurrent[size_t(i)] >= 0 && hangsOnNothing(m_current.facts()[size_t(i)].id)) {
                    m_gone.insert(m_fromCurrent[size_t(i)]);
                    m_fromCurrent[size_t(i)] = -1;
                    changed = true;
                }
            }
        }
        dropGone();
    }

    /// A part, comment or grant of something that the target does not have any more.
    [[nodiscard]] bool hangsOnNothing(const ObjectId &id) const
    {
        const ObjectId on = isTargeting(id.kind) ? targetOf(id) : id;
        if (on.kind == Kind::PublicationMember) { // Goes by itself with its table.
            const auto needs = m_current.needs(m_current.indexOf(id));
            return std::any_of(needs.begin(), needs.end(),
                               [&](int needed) { return !isThere(m_current.facts()[size_t(needed)].id); });
        }
        if (on.kind == Kind::DefaultPrivilege || on.kind == Kind::UserMapping)
            return false;
        if (isTargeting(id.kind) && m_current.find(on) && !isThere(on))
            return true;
        if (on.sub.isEmpty())
            return false;
        for (const Kind kind :
             { Kind::Table, Kind::View, Kind::MaterializedView, Kind::Domain, Kind::CompositeType }) {
            const ObjectId relation = objectId(kind, on.schema, on.name);
            if (m_current.find(relation))
                return !isThere(relation);
        }
        return false;
    }
    [[nodiscard]] bool isThere(const ObjectId &id) const
    {
        const int after = m_target.indexOf(id);
        const int before = m_current.indexOf(id);
        return (after >= 0 && m_fromTarget[size_t(after)] >= 0)
               || (before >= 0 && m_fromCurrent[size_t(before)] >= 0);
    }
    void dropGone()
    {
        if (m_gone.isEmpty())
            return;
        std::vector<Fact> kept;
        std::vector<int> place(m_facts.size(), -1);
        for (int i = 0; i < int(m_facts.size()); ++i) {
            if (m_gone.contains(i))
                continue;
            place[size_t(i)] = int(kept.size());
            kept.push_back(std::move(m_facts[size_t(i)]));
        }
        m_facts = std::move(kept);
        for (std::vector<int> *indexes : { &m_fromTarget, &m_fromCurrent }) {
            for (int &index : *indexes)
                index = index >= 0 ? place[size_t(index)] : -1;
        }
    }

    void addEdges()
    {
        for (int i = 0; i < int(m_fromTarget.size()); ++i) {
            if (m_fromTarget[size_t(i)] < 0)
                continue;
            for (int needed : m_target.needs(i))
                addEdge(m_fromTarget[size_t(i)], m_target.facts()[size_t(i)],
                        m_target.facts()[size_t(needed)]);
        }
        for (int i = 0; i < int(m_fromCurrent.size()); ++i) {
            if (m_fromCurrent[size_t(i)] < 0)
                continue;
            for (int needed : m_current.needs(i))
                addEdge(m_fromCurrent[size_t(i)], m_current.facts()[size_t(i)],
                        m_current.facts()[size_t(needed)]);
        }
        checkSchemas();
    }
    [[nodiscard]] int placeOf(const ObjectId &id) const
    {
        const int after = m_target.indexOf(id);
        if (after >= 0 && m_fromTarget[size_t(after)] >= 0)
            return m_fromTarget[size_t(after)];
        const int before = m_current.indexOf(id);
        return before >= 0 ? m_fromCurrent[size_t(before)] : -1;
    }
    void addEdge(int from, const Fact &fact, const Fact &needed)
    {
        if (const int to = placeOf(needed.id); to >= 0)
            m_edges.push_back({ from, to });
        else
            conflict(fact.id, needed.id);
    }
    [[nodiscard]] QString wordFor(const ObjectId &id) const
    {
        const Fact *fact = m_current.find(id);
        return isParked(id)                       ? QStringLiteral("parked")
               : fact && m_inCurrent.keeps(*fact) ? QStringLiteral("kept")
               : m_rules.leftOut.contains(id)     ? QStringLiteral("left out")
                                                  : QStringLiteral("ignored");
    }
    void conflict(const ObjectId &id, const ObjectId &needed)
    {
        const bool comes = m_target.find(needed);
        const QString message = comes ? QStringLiteral("%1 needs %2, which is ignored and not there.")
                                            .arg(displayName(id), displayName(needed))
                                      : QStringLiteral("%1 is %2 and needs %3, which would be dropped.")
                                            .arg(displayName(id), wordFor(id), displayName(needed));
        m_result.conflicts.append({ comes ? id : needed, comes ? needed : id, true, message });
    }
    /// Everything needs its schema, though no catalog records it.
    void checkSchemas()
    {
        for (const Fact &fact : m_facts) {
            const ObjectId home = schemaId(fact.id.schema);
            const bool isKnown = m_current.find(home) || m_target.find(home);
            if (!fact.id.schema.isEmpty() && fact.id.sub.isEmpty() && !isTargeting(fact.id.kind) && isKnown
                && !isThere(home))
                conflict(fact.id, home);
        }
    }

    const Catalog &m_current;
    const Catalog &m_target;
    const IgnoreRules &m_rules;
    IgnoreMatcher m_inCurrent;
    IgnoreMatcher m_inTarget;
    std::vector<int> m_fromTarget; ///< Place in m_facts; -1: not taken.
    std::vector<int> m_fromCurrent;
    QSet<int> m_gone;
    std::vector<Fact> m_facts;
    std::vector<Dependency> m_edges;
    EffectiveTarget m_result;
};

} // namespace

EffectiveTarget effectiveTarget(const CatalogPtr &current, const CatalogPtr &target, const IgnoreRules &rules)
{
    if (rules.isEmpty() && !hasGraveyard(*current) && !hasGraveyard(*target))
        return { target, 0, {} };
    return Merger(current, target, rules).merge();
}

QVector<IgnoreConflict> ignoredNeighbours(const std::vector<Change> &changes, const Catalog &current,
                                          const IgnoreRules &rules)
{
    QVector<IgnoreConflict> found;
    if (rules.objects.isEmpty() && rules.only.isEmpty() && rules.kept.isEmpty() && rules.leftOut.isEmpty()
        && !hasGraveyard(current))
        return found;
    const IgnoreMatcher matcher(rules, current);
    for (const Change &change : changes) {
        if (std::holds_alternative<Created>(change))
            continue;
        const int index = current.indexOf(idOf(change));
        if (index < 0)
            continue;
        for (int user : current.neededBy(index)) {
            const Fact &fact = current.facts()[size_t(user)];
            if (isTargeting(fact.id.kind) || !matcher.ignoresByPattern(fact))
                continue;
            found.append({ idOf(change), fact.id, false,
                           QStringLiteral("%1 is %2 and needs %3, which changes.")
                               .arg(displayName(fact.id),
                                    isParked(fact.id)                 ? QStringLiteral("parked")
                                    : matcher.keeps(fact)             ? QStringLiteral("kept")
                                    : rules.leftOut.contains(fact.id) ? QStringLiteral("left out")
                                                                      : QStringLiteral("ignored"),
                                    displayName(idOf(change))) });
        }
    }
    return found;
}

} // namespace lockstep::diff
