#include "selectiongraph.h"

#include <QHash>

#include <algorithm>
#include <deque>

namespace lockstep::diff {

using namespace schema;

namespace {

const Fact &factOf(const Change &change)
{
    return std::visit(base::Overloaded{
                          [](const Created &c) -> const Fact & { return c.fact; },
                          [](const Dropped &c) -> const Fact & { return c.fact; },
                          [](const Altered &c) -> const Fact & { return c.after; },
                          [](const Renamed &c) -> const Fact & { return c.after; },
                      },
                      change);
}

/// Whether what is built on the object is built for its new form.
bool isSeenByOthers(const Altered &altered)
{
    static const QSet<QString> seen{ QStringLiteral("type"),       QStringLiteral("collation"),
                                     QStringLiteral("labels"),     QStringLiteral("columns"),
                                     QStringLiteral("attributes"), QStringLiteral("arguments"),
                                     QStringLiteral("result"),     QStringLiteral("partition key"),
                                     QStringLiteral("of type"),    QStringLiteral("references") };
    const bool isKey = altered.after.id.kind == Kind::Constraint;
    return std::any_of(altered.differences.begin(), altered.differences.end(), [&](const Difference &d) {
        return seen.contains(d.property) || (isKey && d.property == QLatin1String("definition"));
    });
}

bool differsIn(const Change &change, const char *property)
{
    const auto *altered = std::get_if<Altered>(&change);
    return altered
           && std::any_of(altered->differences.begin(), altered->differences.end(),
                          [&](const auto &d) { return d.property == QLatin1String(property); });
}

/// What the fact is a part of and goes with.
QVector<ObjectId> homesOf(const Fact &fact)
{
    QVector<ObjectId> homes;
    const ObjectId id = isTargeting(fact.id.kind) ? targetOf(fact.id) : fact.id;
    if (isTargeting(fact.id.kind))
        homes.append(id);
    if (id.kind == Kind::Default)
        homes.append(subId(Kind::Column, id.schema, id.name, id.sub));
    if (id.kind == Kind::PublicationMember)
        homes.append(objectId(Kind::Publication, {}, id.name));
    else if (!id.sub.isEmpty() && !id.schema.isEmpty()) {
        for (const Kind kind :
             { Kind::Table, Kind::View, Kind::MaterializedView, Kind::Domain, Kind::CompositeType })
            homes.append(objectId(kind, id.schema, id.name));
    }
    if (const auto *index = fact.as<IndexAttributes>())
        homes.append(index->table);
    const auto *sequence = fact.as<SequenceAttributes>();
    if (sequence && sequence->ownedBy) {
        homes.append(*sequence->ownedBy);
        homes.append(objectId(Kind::Table, sequence->ownedBy->schema, sequence->ownedBy->name));
    }
    return homes;
}

/// Objects that cannot be there together: one key for each name they take.
QStringList takenNames(const Fact &fact)
{
    const ObjectId &id = fact.id;
    const auto key = [&](char space, const QString &name) -> QString {
        return QLatin1Char(space) + id.schema + QChar(0x1f) + name;
    };
    switch (id.kind) {
    case Kind::Table:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::CompositeType: return { key('r', id.name), key('t', id.name) };
    case Kind::Sequence:
    case Kind::Index: return { key('r', id.name) };
    case Kind::Enum:
    case Kind::Domain:
    case Kind::RangeType:
    case Kind::BaseType: return { key('t', id.name) };
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate: return { key('f', id.name + QLatin1Char('(') + id.signature) };
    case Kind::Constraint: {
        const auto *constraint = fact.as<ConstraintAttributes>();
        return constraint && !constraint->indexName.isEmpty() ? QStringList{ key('r', constraint->indexName) }
                                                              : QStringList();
    }
    default: return {};
    }
}

bool isPrimaryKey(const Fact &fact)
{
    const auto *constraint = fact.as<ConstraintAttributes>();
    return constraint && constraint->type == ConstraintType::PrimaryKey;
}

class GraphBuilder
{
public:
    GraphBuilder(const std::vector<Change> &changes, const Catalog &current, const Catalog &target)
        : m_changes(changes)
        , m_current(current)
        , m_target(target)
        , m_graph(int(changes.size()))
    {
        for (int i = 0; i < int(changes.size()); ++i) {
            if (!std::holds_alternative<Renamed>(changes[size_t(i)]))
                m_index.insert(idOf(changes[size_t(i)]), i);
        }
    }

    SelectionGraph build()
    {
        for (int i = 0; i < int(m_changes.size()); ++i) {
            const Change &change = m_changes[size_t(i)];
            if (std::holds_alternative<Renamed>(change))
                continue;
            addHomes(i);
            if (!std::holds_alternative<Dropped>(change))
                addNeedsOfNew(i);
            if (!std::holds_alternative<Created>(change))
                addNeedsOfOld(i);
            addHalves(i);
            addInherited(i);
        }
        addNames();
        addKeys();
        return std::move(m_graph);
    }

private:
    template <typename T>
    [[nodiscard]] int find(const ObjectId &id) const
    {
        const int index = m_index.value(id, -1);
        return index >= 0 && std::holds_alternative<T>(m_changes[size_t(index)]) ? index : -1;
    }
    void add(int from, int to, Tie tie)
    {
        if (from >= 0 && to >= 0 && from != to)
            m_graph.add(from, to, tie);
    }

    void addHomes(int i)
    {
        const Change &change = m_changes[size_t(i)];
        const Fact &fact = factOf(change);
        const bool isOfSchema =
            !fact.id.schema.isEmpty() && fact.id.sub.isEmpty() && !isTargeting(fact.id.kind);
        if (std::holds_alternative<Created>(change)) {
            for (const ObjectId &home : homesOf(fact))
                add(find<Created>(home), i, Tie::PartOf);
            if (isOfSchema)
                add(find<Created>(schemaId(fact.id.schema)), i, Tie::PartOf);
        } else if (std::holds_alternative<Dropped>(change)) {
            for (const ObjectId &home : homesOf(fact)) {
                const int homeIndex = find<Dropped>(home);
                add(homeIndex, i, Tie::PartOf);
                add(i, homeIndex, Tie::Needs);
            }
            if (isOfSchema)
                add(i, find<Dropped>(schemaId(fact.id.schema)), Tie::Needs);
        }
    }

    void addNeedsOfNew(int i)
    {
        const int at = m_target.indexOf(idOf(m_changes[size_t(i)]));
        if (at < 0)
            return;
        for (const int needed : m_target.needs(at)) {
            const ObjectId &id = m_target.facts()[size_t(needed)].id;
            add(find<Created>(id), i, Tie::Needs);
            const int altered = find<Altered>(id);
            if (altered >= 0 && isSeenByOthers(std::get<Altered>(m_changes[size_t(altered)])))
                add(altered, i, Tie::Needs);
        }
    }

    void addNeedsOfOld(int i)
    {
        const int at = m_current.indexOf(idOf(m_changes[size_t(i)]));
        if (at < 0)
            return;
        for (const int needed : m_current.needs(at))
            add(i, find<Dropped>(m_current.facts()[size_t(needed)].id), Tie::Needs);
    }

    /// A generated or identity column and its expression are two facts of one change.
    void addHalves(int i)
    {
        const ObjectId &id = idOf(m_changes[size_t(i)]);
        if (id.kind != Kind::Column
            || (!differsIn(m_changes[size_t(i)], "generated")
                && !differsIn(m_changes[size_t(i)], "identity")))
            return;
        const int value = m_index.value(subId(Kind::Default, id.schema, id.name, id.sub), -1);
        add(i, value, Tie::Together);
        add(value, i, Tie::Together);
    }

    /// What partitions and children have from their parents changes with it.
    void addInherited(int i)
    {
        const ObjectId &id = idOf(m_changes[size_t(i)]);
        if (id.kind != Kind::Column && id.kind != Kind::Constraint && id.kind != Kind::Trigger)
            return;
        for (const Catalog *catalog : { &m_current, &m_target }) {
            const auto *table =
                catalog->attributes<TableAttributes>(objectId(Kind::Table, id.schema, id.name));
            if (!table)
                continue;
            QVector<ObjectId> parents = table->inherits;
            if (table->partitionOf)
                parents.append(*table->partitionOf);
            for (const ObjectId &parent : std::as_const(parents)) {
                const int above = m_index.value(subId(id.kind, parent.schema, parent.name, id.sub), -1);
                add(i, above, Tie::Together);
                add(above, i, Tie::Together);
            }
        }
    }

    void addNames()
    {
        QHash<QString, int> dropped;
        for (int i = 0; i < int(m_changes.size()); ++i) {
            if (const auto *change = std::get_if<Dropped>(&m_changes[size_t(i)])) {
                for (const QString &name : takenNames(change->fact))
                    dropped.insert(name, i);
            }
        }
        if (dropped.isEmpty())
            return;
        for (int i = 0; i < int(m_changes.size()); ++i) {
            if (const auto *change = std::get_if<Created>(&m_changes[size_t(i)])) {
                for (const QString &name : takenNames(change->fact))
                    add(dropped.value(name, -1), i, Tie::SameName);
            }
        }
    }

    void addKeys()
    {
        QHash<ObjectId, int> droppedKeys;
        for (int i = 0; i < int(m_changes.size()); ++i) {
            const auto *change = std::get_if<Dropped>(&m_changes[size_t(i)]);
            if (!change || !isPrimaryKey(change->fact))
                continue;
            droppedKeys.insert(change->fact.id.parent(), i);
            for (const QString &column : change->fact.as<ConstraintAttributes>()->columns)
                add(i, notNullOf(change->fact.id, column), Tie::Needs);
        }
        for (int i = 0; i < int(m_changes.size()); ++i) {
            const auto *change = std::get_if<Created>(&m_changes[size_t(i)]);
            if (!change || !isPrimaryKey(change->fact))
                continue;
            add(droppedKeys.value(change->fact.id.parent(), -1), i, Tie::OnePrimaryKey);
            for (const QString &column : change->fact.as<ConstraintAttributes>()->columns)
                add(notNullOf(change->fact.id, column), i, Tie::Needs);
        }
    }
    [[nodiscard]] int notNullOf(const ObjectId &constraint, const QString &column) const
    {
        const int index = find<Altered>(subId(Kind::Column, constraint.schema, constraint.name, column));
        return index >= 0 && differsIn(m_changes[size_t(index)], "not null") ? index : -1;
    }

    const std::vector<Change> &m_changes;
    const Catalog &m_current;
    const Catalog &m_target;
    QHash<ObjectId, int> m_index;
    SelectionGraph m_graph;
};

/// What says something about another object is no loss by itself.
bool isProperty(Kind kind)
{
    return isTargeting(kind) || kind == Kind::Default || kind == Kind::DefaultPrivilege
           || kind == Kind::PublicationMember;
}

std::vector<bool> dropDecisions(const std::vector<Change> &changes)
{
    QSet<ObjectId> dropped;
    for (const Change &change : changes) {
        if (std::holds_alternative<Dropped>(change))
            dropped.insert(idOf(change));
    }
    std::vector<bool> result;
    result.reserve(changes.size());
    for (const Change &change : changes) {
        const auto *gone = std::get_if<Dropped>(&change);
        if (!gone || isProperty(gone->fact.id.kind)) {
            result.push_back(false);
            continue;
        }
        const QVector<ObjectId> homes = homesOf(gone->fact);
        result.push_back(std::none_of(homes.begin(), homes.end(),
                                      [&](const ObjectId &home) { return dropped.contains(home); }));
    }
    return result;
}

} // namespace

void SelectionGraph::add(int from, int to, Tie tie)
{
    m_after[size_t(from)].push_back({ to, tie });
    m_before[size_t(to)].push_back({ from, tie });
}

std::vector<Tied> SelectionGraph::reached(const std::vector<int> &roots, const Links &links)
{
    std::vector<bool> isKnown(links.size(), false);
    std::deque<int> next;
    for (const int root : roots) {
        if (!isKnown[size_t(root)])
            next.push_back(root);
        isKnown[size_t(root)] = true;
    }
    std::vector<Tied> result;
    while (!next.empty()) {
        const int at = next.front();
        next.pop_front();
        for (const Link &link : links[size_t(at)]) {
            if (isKnown[size_t(link.other)])
                continue;
            isKnown[size_t(link.other)] = true;
            next.push_back(link.other);
            result.push_back({ link.other, at, link.tie });
        }
    }
    return result;
}

QString searchKey(const ObjectId &id)
{
    const QString name = dottedName(id);
    return (name.isEmpty() ? displayName(id) : name).toLower();
}

Offer makeOffer(const ChangeSet &all, const Catalog &current)
{
    Offer offer;
    offer.changes = all.changes;
    offer.isDropDecision = dropDecisions(all.changes);
    offer.graph = GraphBuilder(all.changes, current, *all.target).build();
    offer.identical = all.identical;
    offer.keys.reserve(offer.changes.size());
    for (int i = 0; i < int(offer.changes.size()); ++i) {
        const ObjectId &id = idOf(offer.changes[size_t(i)]);
        offer.keys.push_back(searchKey(id));
        // A rename and what else changes of the object share their name; the rename is decided elsewhere.
        if (!std::holds_alternative<Renamed>(offer.changes[size_t(i)]))
            offer.numbers.insert(displayName(id), i);
    }
    return offer;
}

std::vector<Tied> leftOutBy(const Selection &selection, const Offer &offer)
{
    std::vector<Tied> result;
    if (selection.isEmpty())
        return result;
    std::vector<int> roots;
    for (int i = 0; i < int(offer.changes.size()); ++i) {
        const Change &change = offer.changes[size_t(i)];
        if (std::holds_alternative<Renamed>(change))
            continue;
        const ObjectId &id = idOf(change);
        const bool isNotTicked =
            selection.dropsOnlyTicked && offer.isDropDecision[size_t(i)] && !selection.drops.contains(id);
        if (isNotTicked || selection.leftOut.contains(id)) {
            roots.push_back(i);
            result.push_back({ i, -1, Tie::Needs });
        }
    }
    const std::vector<Tied> more = offer.graph.leftOutWith(roots);
    result.insert(result.end(), more.begin(), more.end());
    std::sort(result.begin(), result.end(), [](const Tied &a, const Tied &b) { return a.change < b.change; });
    return result;
}

} // namespace lockstep::diff
