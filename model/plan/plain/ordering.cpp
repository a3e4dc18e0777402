#include "ordering.h"

#include "alterable.h"
#include "leavingpartitions.h"
#include "sqltext.h"

#include <algorithm>
#include <tuple>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

using SortKey = std::tuple<int, QString, QString, int, ObjectId, int>;

SortKey sortKey(const Nodes &nodes, int node)
{
    const Node &n = nodes.nodes[size_t(node)];
    return { n.rank, n.action.object.schema, n.action.object.name, n.position, n.action.object, node };
}

/// What reads or writes columns without minding whether they may be NULL: it is back before the rows of
/// a big table are searched for one.
bool isCode(Kind kind)
{
    switch (kind) {
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Rule:
    case Kind::Policy:
    case Kind::Trigger:
    case Kind::Function:
    case Kind::Procedure: return true;
    default: return false; // Others are asked less often, and some do mind: keys, partitions.
    }
}

} // namespace

Ordering::Ordering(const NodeInput &input, Nodes &nodes)
    : m_in(input)
    , m_nodes(nodes)
    , m_needs(nodes.nodes.size())
{
    for (const auto &[before, after] : nodes.before)
        addEdge(before, after);
    orderDrops();
    orderCreates();
    orderRecreations();
    orderRenames();
    orderNames();
    orderIdentityNames();
    orderOverloads();
    orderTransforms();
    orderInheritedDefaults();
    orderInheritedChecks();
    orderMergedColumns();
    orderExtensions();
    orderKeys();
    orderReplacedConstraints();
    orderPrimaryKeys();
    orderPersistence();
    orderGenerated();
    orderEventTriggers();
    orderNotNulls();
    orderTriggerFunctions();
    orderBodies();
    orderOldBodies();
    addPreferences();
    sort();
    if (isComplete())
        settle();
}

/// What depends on the order itself is written now, and the order kept for it.
void Ordering::settle()
{
    Indexes place(m_nodes.nodes.size());
    for (size_t i = 0; i < m_order.size(); ++i)
        place[size_t(m_order[i])] = int(i);
    for (const auto &[before, after] : settleLeavingPartitions(m_in, m_nodes, place))
        addEdge(before, after);
}

void Ordering::addEdge(int before, int after)
{
    if (before >= 0 && after >= 0 && before != after)
        m_needs[size_t(after)].insert(before);
}

void Ordering::addAll(const Indexes &before, int after)
{
    for (int node : before)
        addEdge(node, after);
}

void Ordering::prefer(int before, int after)
{
    if (before >= 0 && after >= 0 && before != after)
        m_preferences.append({ before, after });
}

void Ordering::addPreferences()
{
    // Which search has been at a node: a plan that makes everything has too many of both to forget it each
    // time.
    Indexes seen(m_needs.size(), -1);
    for (int i = 0; i < m_preferences.size(); ++i) {
        const auto &[before, after] = m_preferences[i];
        if (!waitsFor(before, after, seen, i))
            addEdge(before, after);
    }
}

bool Ordering::waitsFor(int node, int other, Indexes &seen, int search) const
{
    Indexes open{ node };
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        for (int needed : m_needs[size_t(at)]) {
            if (needed == other)
                return true;
            if (seen[size_t(needed)] != search) {
                seen[size_t(needed)] = search;
                open.push_back(needed);
            }
        }
    }
    return false;
}

/// What changes a fact; an inherited column changes with its parent's.
Indexes Ordering::altersOf(int target) const
{
    Indexes alters = m_nodes.alterOf[size_t(target)];
    if (m_in.sides.target.fact(target).id.kind != Kind::Column)
        return alters;
    const Catalog &catalog = *m_in.sides.target.catalog;
    for (int parent = columnAbove(catalog, target); parent >= 0; parent = columnAbove(catalog, parent)) {
        const Indexes &more = m_nodes.alterOf[size_t(parent)];
        alters.insert(alters.end(), more.begin(), more.end());
    }
    return alters;
}

/// What of it a default waits for: it comes before NOT NULL forbids leaving the column out.
Indexes Ordering::altersBeforeNotNull(int targetColumn) const
{
    Indexes alters;
    const Catalog &catalog = *m_in.sides.target.catalog;
    for (int column = targetColumn; column >= 0; column = inheritedFrom(catalog, column)) {
        for (int alter : m_nodes.alterOf[size_t(column)]) {
            if (m_nodes.nodes[size_t(alter)].forbidsNull)
                break;
            alters.push_back(alter);
        }
    }
    return alters;
}

/// Current side: what needs something goes, or stops needing it, before that is gone or changed.
void Ordering::orderDrops()
{
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        for (int needed : m_in.sides.current.needs[size_t(i)])
            orderDrop(i, needed);
    }
}

void Ordering::orderDrop(int fact, int needed)
{
    const int drop = m_nodes.dropOf[size_t(fact)];
    const int neededDrop = m_nodes.dropOf[size_t(needed)];
    const int neededTarget = m_in.sides.targetOf[size_t(needed)];
    const Kind neededKind = m_in.sides.current.fact(needed).id.kind;
    if (drop >= 0) {
        addEdge(drop, neededDrop);
        // Its text names the type that is renamed away, so the way back must find the old one.
        if (m_in.fates.swapped[size_t(needed)] && drop != neededDrop && !m_nodes.nodes[size_t(drop)].endsSwap)
            addEdge(drop, m_nodes.createOf[size_t(m_in.fates.successor[size_t(needed)])]);
        if (neededTarget >= 0 && neededKind == Kind::Column) {
            const bool isDefault = m_in.sides.current.fact(fact).id.kind == Kind::Default;
            for (int alter : altersOf(neededTarget)) {
                if (!isDefault || !m_nodes.nodes[size_t(alter)].forbidsNull)
                    addEdge(drop, alter);
            }
        }
    }
    if (neededTarget >= 0 && neededKind == Kind::Extension)
        orderMove(fact, needed);
    if (const int detach = m_nodes.detachOf[size_t(fact)]; detach >= 0)
        addEdge(detach, neededDrop);
    const int target = m_in.sides.targetOf[size_t(fact)];
    if (neededDrop < 0 || target < 0 || isTypedThroughout(fact, needed)
        || isLeftToPartition(m_in.sides, needed, fact))
        return;
    const bool leavesType = m_in.fates.swapped[size_t(needed)] && !m_in.fates.converted[size_t(fact)]
                            && m_in.sides.current.fact(fact).id.kind == Kind::Column;
    for (int alter : m_nodes.alterOf[size_t(target)]) {
        addEdge(alter, neededDrop);
        if (leavesType)
            addEdge(alter, m_nodes.createOf[size_t(m_in.fates.successor[size_t(needed)])]);
    }
}

/// What goes or changes is written as it is once the extension has moved (extensionmoves.h), and goes before
/// another version may miss what it is made of.
void Ordering::orderMove(int user, int extension)
{
    const int drop = m_nodes.dropOf[size_t(user)];
    const int after = m_in.sides.targetOf[size_t(extension)];
    const bool moves = m_in.sides.current.fact(extension).as<ExtensionAttributes>()->schema
                       != m_in.sides.target.fact(after).as<ExtensionAttributes>()->schema;
    for (int alter : m_nodes.alterOf[size_t(after)]) {
        addEdge(moves ? alter : drop, moves ? drop : alter);
        const int target = m_in.sides.targetOf[size_t(user)];
        for (int change : moves &&target >= 0 ? m_nodes.alterOf[size_t(target)] : Indexes())
            addEdge(alter, change);
    }
}

/// Target side: what something needs is there, and is what it shall be, before that is made.
void Ordering::orderCreates()
{
    for (int i = 0; i < m_in.sides.target.size(); ++i) {
        for (int needed : m_in.sides.target.needs[size_t(i)])
            orderCreate(i, needed);
    }
}

void Ordering::orderCreate(int fact, int needed)
{
    const bool isDefault = m_in.sides.target.fact(fact).id.kind == Kind::Default
                           && m_in.sides.target.fact(needed).id.kind == Kind::Column;
    const bool isFreeOfNotNull = isDefault || isCode(m_in.sides.target.fact(fact).id.kind);
    Indexes first = isFreeOfNotNull ? altersBeforeNotNull(needed) : altersOf(needed);
    if (const int create = m_nodes.createOf[size_t(needed)]; create >= 0)
        first.push_back(create);
    // A domain takes no further constraint while an array of it or a row with it is stored.
    const bool isNewDomain =
        m_in.sides.target.fact(needed).id.kind == Kind::Domain && m_in.fates.comes(needed);
    if (isNewDomain && m_in.sides.target.fact(fact).id.kind == Kind::Column) {
        for (int check : m_in.sides.target.catalog->partsOf(m_in.sides.target.fact(needed).id)) {
            if (m_nodes.createOf[size_t(check)] >= 0)
                first.push_back(m_nodes.createOf[size_t(check)]);
        }
    }
    addAll(first, m_nodes.createOf[size_t(fact)]);
    const int before = m_in.sides.currentOf[size_t(fact)];
    const int neededBefore = m_in.sides.currentOf[size_t(needed)];
    if (before >= 0 && neededBefore >= 0 && isTypedThroughout(before, neededBefore))
        return;
    for (int alter : m_nodes.alterOf[size_t(fact)])
        addAll(first, alter);
}

/// A typed table has its type before and afterwards; while that is made anew it is a plain one
/// (typedtables.h), and other changes of it may come whenever they like.
bool Ordering::isTypedThroughout(int table, int type) const
{
    const Sides &sides = m_in.sides;
    const int after = sides.targetOf[size_t(table)];
    const auto *a = sides.current.fact(table).as<TableAttributes>();
    const auto *b = after < 0 ? nullptr : sides.target.fact(after).as<TableAttributes>();
    return a && b && sides.current.fact(type).id.kind == Kind::CompositeType && !a->ofType.isEmpty()
           && a->ofType == b->ofType && a->ofType == ddl::relationName(sides.current.fact(type).id);
}

void Ordering::orderRecreations()
{
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        const int target = m_in.sides.targetOf[size_t(i)];
        const int drop = m_nodes.dropOf[size_t(i)];
        if (target >= 0 && drop >= 0 && !m_in.fates.swapped[size_t(i)]
            && !m_nodes.nodes[size_t(drop)].endsSwap)
            addEdge(drop, m_nodes.createOf[size_t(target)]);
    }
}

/// Renames come first: what is made or changed uses the new names, and so does what goes, unless it
/// has to go before one of them.
void Ordering::orderRenames()
{
    if (m_nodes.renames.empty())
        return;
    const diff::Renaming &renaming = *m_in.sides.renaming;
    const int last = m_nodes.renames.back();
    QSet<int> early;
    for (auto gone = renaming.gone().cbegin(); gone != renaming.gone().cend(); ++gone) {
        if (const int index = m_in.sides.current.indexOf(gone.key()); index >= 0)
            early.insert(m_nodes.dropOf[size_t(index)]);
    }
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        const ObjectId &id = m_in.sides.current.fact(i).id;
        const int step = renaming.gone().value(id, -1);
        if (step >= 0)
            addEdge(m_nodes.dropOf[size_t(i)], m_nodes.renames[size_t(step)]);
        if (step > 0)
            addEdge(m_nodes.renames[size_t(step) - 1], m_nodes.dropOf[size_t(i)]);
        if (renaming.changed().contains(id) && !early.contains(m_nodes.dropOf[size_t(i)]))
            addEdge(last, m_nodes.dropOf[size_t(i)]);
    }
    for (int i = 0; i < m_in.sides.target.size(); ++i) {
        if (!movesInto(m_in.sides.target.fact(i).id))
            addEdge(last, m_nodes.createOf[size_t(i)]);
        for (int alter : m_nodes.alterOf[size_t(i)])
            addEdge(last, alter);
        for (int late : m_nodes.lateOf[size_t(i)])
            addEdge(last, late);
    }
    orderRenamedNames();
}

/// A schema that something is moved into is there before.
bool Ordering::movesInto(const ObjectId &schema) const
{
    const auto &steps = m_in.sides.renaming->steps();
    return schema.kind == Kind::Schema && std::any_of(steps.begin(), steps.end(), [&](const auto &step) {
               return step.from.schema != step.to.schema && step.to.schema == schema.name;
           });
}

/// Kahn's algorithm; among those that are ready the smallest key goes first.
void Ordering::sort()
{
    const size_t count = m_nodes.nodes.size();
    std::vector<int> missing(count);
    std::vector<Indexes> followers(count);
    std::set<SortKey> ready;
    for (size_t i = 0; i < count; ++i) {
        missing[i] = int(m_needs[i].size());
        for (int needed : m_needs[i])
            followers[size_t(needed)].push_back(int(i));
        if (missing[i] == 0)
            ready.insert(sortKey(m_nodes, int(i)));
    }
    while (!ready.empty()) {
        const int node = std::get<5>(*ready.begin());
        ready.erase(ready.begin());
        m_order.push_back(node);
        for (int follower : followers[size_t(node)]) {
            if (--missing[size_t(follower)] == 0)
                ready.insert(sortKey(m_nodes, follower));
        }
    }
}

Indexes Ordering::circle() const
{
    std::vector<char> done(m_nodes.nodes.size(), 0);
    for (int node : m_order)
        done[size_t(node)] = 1;
    // Following any open need from an open node ends in a circle.
    const auto openNeed = [&](int node) {
        for (int needed : m_needs[size_t(node)]) {
            if (!done[size_t(needed)])
                return needed;
        }
        return -1;
    };
    Indexes path;
    int at = int(std::find(done.begin(), done.end(), 0) - done.begin());
    while (at >= 0 && at < int(done.size())) {
        const auto seen = std::find(path.begin(), path.end(), at);
        if (seen != path.end())
            return { seen, path.end() };
        path.push_back(at);
        at = openNeed(at);
    }
    return path;
}

} // namespace lockstep::plan::plain
