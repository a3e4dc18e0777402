#include "ddl.h"
#include "nodes.h"
#include "tableddl.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kRowSecurityRank = 53; ///< After the policies are made, before they are dropped.

/// Which nodes nobody may see one without the other. Nodes of the same fact that follow each other anyway
/// need no mention: whatever comes between two that belong together goes with them.
class Transactions
{
public:
    Transactions(const NodeInput &input, Nodes &nodes)
        : m_in(input)
        , m_nodes(nodes)
        , m_current(input.sides.current)
        , m_target(input.sides.target)
    { }

    void join()
    {
        for (int i = 0; i < m_current.size(); ++i) {
            joinRebuild(i);
            if (m_in.fates.converted[size_t(i)])
                joinSwap(i);
        }
        for (int i = 0; i < m_target.size(); ++i) {
            joinNewOn(i);
            if (m_in.fates.target[size_t(i)] != Fate::Recreate)
                joinAccess(i);
        }
    }

private:
    /// A fact comes back in the transaction that took it down, whether it went by itself or with what it
    /// hangs on: grants, comments, indexes and triggers of a view.
    void joinRebuild(int index)
    {
        if (m_in.fates.current[size_t(index)] != Fate::Recreate)
            return;
        const int drop = m_nodes.dropOf[size_t(index)];
        const int target = m_in.sides.targetOf[size_t(index)];
        const Kind kind = m_current.fact(index).id.kind;
        const bool isOnline = kind == Kind::Constraint || kind == Kind::Index; // Unless it is on a view.
        if (drop >= 0 && isRebuiltAtOnce(m_nodes.nodes[size_t(drop)].action)
            && !(isOnline && m_nodes.nodes[size_t(drop)].action.object.kind == Kind::Column))
            plain::join(m_nodes, drop, m_nodes.createOf[size_t(target)]);
    }

    /// From the moment that the new type has the name, queries compare the column with it.
    void joinSwap(int column)
    {
        const int target = m_in.sides.targetOf[size_t(column)];
        for (int type : m_current.needs[size_t(column)]) {
            if (target < 0 || !m_in.fates.swapped[size_t(type)])
                continue;
            for (int alter : m_nodes.alterOf[size_t(target)]) {
                if (std::holds_alternative<ChangeType>(m_nodes.nodes[size_t(alter)].action.detail))
                    plain::join(m_nodes, m_nodes.createOf[size_t(m_in.fates.successor[size_t(type)])], alter);
            }
        }
    }

    /// Tables would lose their rows, indexes and constraints have online ways of their own, and what holds
    /// much else is never taken down lightly.
    [[nodiscard]] bool isRebuiltAtOnce(const Action &drop) const
    {
        switch (drop.object.kind) {
        case Kind::Constraint:
        case Kind::Index:
        case Kind::Sequence:
        case Kind::Schema:
        case Kind::Extension: return false;
        case Kind::Table: return isForeignTable(*m_current.catalog->find(drop.object));
        case Kind::Column: return std::holds_alternative<DropColumn>(drop.detail);
        default: return true; // All other kinds, on purpose: this is a choice.
        }
    }

    /// What takes the place of something on what is made anew: a privilege, an index, a trigger.
    void joinNewOn(int index)
    {
        if (m_in.fates.target[size_t(index)] != Fate::Create)
            return;
        const int on = baseOf(m_target.fact(index));
        if (on >= 0 && m_in.fates.target[size_t(on)] == Fate::Recreate)
            plain::join(m_nodes, m_nodes.createOf[size_t(on)], m_nodes.createOf[size_t(index)]);
    }

    /// What a target fact hangs on; -1 for one that stands by itself.
    [[nodiscard]] int baseOf(const Fact &fact) const
    {
        if (const auto *index = fact.as<IndexAttributes>())
            return m_target.indexOf(index->table);
        if (!isTargeting(fact.id.kind))
            return fact.id.parent() == fact.id ? -1 : relationOf(*m_target.catalog, fact.id);
        const int target = m_target.indexOf(targetOf(fact.id));
        return target >= 0 ? target : relationOf(*m_target.catalog, targetOf(fact.id));
    }

    /// What stays and changes its row security or its owner: with all that says who may see what.
    void joinAccess(int target)
    {
        const Kind kind = m_target.fact(target).id.kind;
        const int before = m_in.sides.currentOf[size_t(target)];
        if (before < 0 || (kind != Kind::Table && !hasOwner(kind)))
            return;
        Indexes nodes = kind == Kind::Table ? rowSecurityNodes(target) : Indexes();
        for (int alter : m_nodes.alterOf[size_t(target)]) {
            if (m_nodes.nodes[size_t(alter)].rank == kOwnerRank)
                nodes.push_back(alter);
        }
        if (nodes.empty())
            return;
        addNodesOf(target, Kind::Grant, nodes);
        for (size_t i = 1; i < nodes.size(); ++i)
            plain::join(m_nodes, nodes[i - 1], nodes[i]);
    }

    [[nodiscard]] Indexes rowSecurityNodes(int table) const
    {
        Indexes nodes;
        addNodesOf(table, Kind::Policy, nodes);
        for (int late : m_nodes.lateOf[size_t(table)]) {
            if (m_nodes.nodes[size_t(late)].rank == kRowSecurityRank)
                nodes.push_back(late);
        }
        return nodes;
    }

    /// The nodes of all policies of a table, or of all privileges on something and on its columns.
    void addNodesOf(int target, Kind kind, Indexes &nodes) const
    {
        const auto isOwn = [&](const Side &side, int user) {
            const ObjectId &id = side.fact(user).id;
            return id.kind == kind && id.schema == m_target.fact(target).id.schema
                   && id.name == m_target.fact(target).id.name;
        };
        const auto add = [&](int node) {
            if (node >= 0 && m_nodes.nodes[size_t(node)].action.object.kind == kind)
                nodes.push_back(node);
        };
        const auto addUsers = [&](const Side &side, int index, const auto &addUser) {
            for (int user : side.neededBy[size_t(index)]) {
                if (isOwn(side, user))
                    addUser(user);
            }
            if (kind != Kind::Grant)
                return;
            for (const Fact *column : side.catalog->columnsOf(side.fact(index).id)) {
                for (int user : side.neededBy[size_t(side.indexOf(column->id))]) {
                    if (isOwn(side, user))
                        addUser(user);
                }
            }
        };
        addUsers(m_current, m_in.sides.currentOf[size_t(target)],
                 [&](int user) { add(m_nodes.dropOf[size_t(user)]); });
        addUsers(m_target, target, [&](int user) {
            add(m_nodes.createOf[size_t(user)]);
            for (int alter : m_nodes.alterOf[size_t(user)])
                add(alter);
        });
    }

    const NodeInput &m_in;
    Nodes &m_nodes;
    const Side &m_current;
    const Side &m_target;
};

} // namespace

void joinTransactions(const NodeInput &input, Nodes &nodes)
{
    Transactions(input, nodes).join();
}

void addRowSecurityNode(const NodeInput &input, int targetTable, Nodes &nodes)
{
    const Fact &after = input.sides.target.fact(targetTable);
    const Fact &before = input.sides.current.fact(input.sides.currentOf[size_t(targetTable)]);
    const QStringList forward = ddl::changeRowSecurity(before, after);
    if (!forward.isEmpty())
        addLate(nodes, targetTable,
                makeAction(after.id, QStringLiteral("Change row security of ") + displayName(after), forward,
                           ddl::changeRowSecurity(after, before)),
                kRowSecurityRank);
}

} // namespace lockstep::plan::plain
