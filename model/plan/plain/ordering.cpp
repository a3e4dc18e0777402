#include "ordering.h"

#include "sqltext.h"
#include "takennames.h"

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
    orderInheritedDefaults();
    orderExtensions();
    orderKeys();
    sort();
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
        if (m_in.fates.swapped[size_t(needed)] && !m_in.fates.swapped[size_t(fact)] && drop != neededDrop)
            addEdge(drop, m_nodes.createOf[size_t(neededTarget)]);
        if (neededTarget >= 0 && neededKind == Kind::Column) {
            for (int alter : m_nodes.alterOf[size_t(neededTarget)])
                addEdge(drop, alter);
            for (int alter : m_nodes.alteredAbove[size_t(neededTarget)])
                addEdge(drop, alter);
        }
    }
    if (const int detach = m_nodes.detachOf[size_t(fact)]; detach >= 0)
        addEdge(detach, neededDrop);
    const int target = m_in.sides.targetOf[size_t(fact)];
    if (neededDrop < 0 || target < 0)
        return;
    for (int alter : m_nodes.alterOf[size_t(target)])
        addEdge(alter, neededDrop);
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
    Indexes first = m_nodes.alterOf[size_t(needed)];
    if (const int create = m_nodes.createOf[size_t(needed)]; create >= 0)
        first.push_back(create);
    if (m_in.sides.target.fact(fact).id.kind != Kind::Column)
        first.insert(first.end(), m_nodes.alteredAbove[size_t(needed)].begin(),
                     m_nodes.alteredAbove[size_t(needed)].end());
    addAll(first, m_nodes.createOf[size_t(fact)]);
    for (int alter : m_nodes.alterOf[size_t(fact)])
        addAll(first, alter);
}

void Ordering::orderRecreations()
{
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        const int target = m_in.sides.targetOf[size_t(i)];
        if (target >= 0 && !m_in.fates.swapped[size_t(i)])
            addEdge(m_nodes.dropOf[size_t(i)], m_nodes.createOf[size_t(target)]);
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

/// A name is free before it is used again.
void Ordering::orderNames()
{
    QMultiHash<QString, int> freed;
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        if (m_nodes.dropOf[size_t(i)] < 0 || m_in.fates.swapped[size_t(i)])
            continue;
        for (const QString &name : takenNames(m_in.sides.current.fact(i)))
            freed.insert(name, m_nodes.dropOf[size_t(i)]);
    }
    for (int i = 0; i < m_in.sides.target.size(); ++i) {
        if (m_nodes.createOf[size_t(i)] < 0)
            continue;
        for (const QString &name : takenNames(m_in.sides.target.fact(i))) {
            for (auto found = freed.constFind(name); found != freed.constEnd() && found.key() == name;
                 ++found)
                addEdge(found.value(), m_nodes.createOf[size_t(i)]);
        }
    }
}

/// A rename sets a name free for a schema that others move into; it takes one that something else
/// gives up.
void Ordering::orderRenamedNames()
{
    const auto &steps = m_in.sides.renaming->steps();
    QMultiHash<QString, int> taken;
    for (int i = 0; i < steps.size(); ++i) {
        const int node = m_nodes.renames[size_t(i)];
        const auto &[from, to] = steps[i];
        const int home = m_in.sides.target.indexOf(schemaId(to.schema));
        if (from.schema != to.schema && home >= 0)
            addEdge(m_nodes.createOf[size_t(home)], node);
        const int reused = from.kind == Kind::Schema ? m_in.sides.target.indexOf(from) : -1;
        if (reused >= 0)
            addEdge(node, m_nodes.createOf[size_t(reused)]);
        Fact named;
        named.id = to;
        for (const QString &name : takenNames(named))
            taken.insert(name, node);
    }
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        const Fact &fact = m_in.sides.current.fact(i);
        const bool isChanged = m_in.sides.renaming->changed().contains(fact.id)
                               || m_in.sides.renaming->originalId(fact.id) != fact.id;
        if (m_nodes.dropOf[size_t(i)] < 0 || isChanged)
            continue;
        for (const QString &name : takenNames(fact)) {
            for (auto found = taken.constFind(name); found != taken.constEnd() && found.key() == name;
                 ++found)
                addEdge(m_nodes.dropOf[size_t(i)], found.value());
        }
    }
}

/// A serial column that becomes an identity column, or the other way round, keeps the name of its
/// sequence.
void Ordering::orderIdentityNames()
{
    const Sides &sides = m_in.sides;
    for (int i = 0; i < sides.target.size(); ++i) {
        const auto *column = sides.target.fact(i).as<ColumnAttributes>();
        if (!column || m_nodes.alterOf[size_t(i)].empty())
            continue;
        const auto *was = sides.current.fact(sides.currentOf[size_t(i)]).as<ColumnAttributes>();
        const QString &schema = sides.target.fact(i).id.schema;
        const int old = sides.current.indexOf(objectId(Kind::Sequence, schema, column->identitySequenceName));
        if (old >= 0 && m_nodes.dropOf[size_t(old)] >= 0) {
            for (int alter : m_nodes.alterOf[size_t(i)])
                addEdge(m_nodes.dropOf[size_t(old)], alter);
        }
        const int fresh = sides.target.indexOf(objectId(Kind::Sequence, schema, was->identitySequenceName));
        if (fresh >= 0)
            addAll(m_nodes.alterOf[size_t(i)], m_nodes.createOf[size_t(fresh)]);
    }
}

/// f(a) is ambiguous as long as there is also an f(a, b DEFAULT …): the one that goes must be gone
/// before anything that names the other is made.
void Ordering::orderOverloads()
{
    const Sides &sides = m_in.sides;
    QMultiHash<QPair<QString, QString>, int> leaving;
    for (int i = 0; i < sides.current.size(); ++i) {
        if (m_nodes.dropOf[size_t(i)] >= 0 && sides.targetOf[size_t(i)] < 0
            && sides.current.fact(i).as<RoutineAttributes>())
            leaving.insert({ sides.current.fact(i).id.schema, sides.current.fact(i).id.name }, i);
    }
    for (int i = 0; i < sides.target.size(); ++i) {
        const Fact &fresh = sides.target.fact(i);
        if (m_nodes.createOf[size_t(i)] < 0 || !fresh.as<RoutineAttributes>())
            continue;
        for (int old : leaving.values({ fresh.id.schema, fresh.id.name })) {
            const QString &signature = sides.current.fact(old).id.signature;
            if (!fresh.id.signature.startsWith(signature) && !signature.startsWith(fresh.id.signature))
                continue;
            for (int user : sides.target.neededBy[size_t(i)])
                addEdge(m_nodes.dropOf[size_t(old)], m_nodes.createOf[size_t(user)]);
        }
    }
}

/// A child starts with the defaults its parent has at that moment.
void Ordering::orderInheritedDefaults()
{
    const Sides &sides = m_in.sides;
    for (int i = 0; i < sides.target.size(); ++i) {
        const auto *table = sides.target.fact(i).as<TableAttributes>();
        if (!table || table->inherits.isEmpty() || m_nodes.createOf[size_t(i)] < 0)
            continue;
        for (const ObjectId &parent : table->inherits) {
            for (int part : sides.current.catalog->partsOf(parent)) {
                if (sides.current.fact(part).id.kind == Kind::Default)
                    addEdge(m_nodes.dropOf[size_t(part)], m_nodes.createOf[size_t(i)]);
            }
            for (int part : sides.target.catalog->partsOf(parent)) {
                if (sides.target.fact(part).id.kind != Kind::Default)
                    continue;
                addEdge(m_nodes.createOf[size_t(part)], m_nodes.createOf[size_t(i)]);
                addAll(m_nodes.alterOf[size_t(part)], m_nodes.createOf[size_t(i)]);
            }
        }
    }
}

/// Extensions are made under the default privileges of current, and go under those of target: the
/// statements around them rely on it (defaultprivileges.h).
void Ordering::orderExtensions()
{
    const Sides &sides = m_in.sides;
    Indexes privileges;
    const auto note = [&privileges](int node) {
        if (node >= 0)
            privileges.push_back(node);
    };
    for (int i = 0; i < sides.current.size(); ++i) {
        if (sides.current.fact(i).id.kind == Kind::DefaultPrivilege)
            note(m_nodes.dropOf[size_t(i)]);
    }
    for (int i = 0; i < sides.target.size(); ++i) {
        if (sides.target.fact(i).id.kind != Kind::DefaultPrivilege)
            continue;
        note(m_nodes.createOf[size_t(i)]);
        for (int alter : m_nodes.alterOf[size_t(i)])
            note(alter);
    }
    for (int i = 0; i < sides.target.size(); ++i) {
        if (sides.target.fact(i).id.kind == Kind::Extension && m_nodes.createOf[size_t(i)] >= 0) {
            for (int node : privileges)
                addEdge(m_nodes.createOf[size_t(i)], node);
        }
    }
    for (int i = 0; i < sides.current.size(); ++i) {
        if (sides.current.fact(i).id.kind == Kind::Extension)
            addAll(privileges, m_nodes.dropOf[size_t(i)]);
    }
}

/// A foreign key binds to whichever fitting key of the other table is there: one that goes must be
/// gone before, and one that comes must not be there when the way back makes the old foreign key.
void Ordering::orderKeys()
{
    for (int i = 0; i < m_in.sides.current.size(); ++i) {
        if (m_nodes.dropOf[size_t(i)] >= 0)
            orderKeyUsers(m_in.sides.target, m_in.sides.current.fact(i), m_nodes.dropOf[size_t(i)], true);
    }
    for (int i = 0; i < m_in.sides.target.size(); ++i) {
        if (m_nodes.createOf[size_t(i)] >= 0)
            orderKeyUsers(m_in.sides.current, m_in.sides.target.fact(i), m_nodes.createOf[size_t(i)], false);
    }
}

void Ordering::orderKeyUsers(const Side &side, const Fact &key, int node, bool keyGoes)
{
    const auto *attributes = key.as<ConstraintAttributes>();
    const auto *index = key.as<IndexAttributes>();
    if (!(attributes && hasOwnIndex(attributes->type)) && !(index && index->unique))
        return;
    const int table = side.indexOf(index ? index->table : ddl::tableOf(key.id));
    if (table < 0)
        return;
    QStringList columns = index ? index->columns : attributes->columns;
    columns.sort();
    for (int user : side.neededBy[size_t(table)]) {
        const auto *foreign = side.fact(user).as<ConstraintAttributes>();
        if (!foreign || foreign->referencedTable != side.fact(table).id)
            continue;
        QStringList referenced = foreign->referencedColumns;
        referenced.sort();
        if (referenced != columns)
            continue;
        if (keyGoes)
            addEdge(node, m_nodes.createOf[size_t(user)]);
        else
            addEdge(m_nodes.dropOf[size_t(user)], node);
    }
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
