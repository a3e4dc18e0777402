#include "ddl.h"
#include "leavingpartitions.h"
#include "nodes.h"
#include "rebuild.h"
#include "tableddl.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kOwnershipRank = 24;
constexpr int kIndexAttachRank = 34;
constexpr int kReplicaRank = 56;

class LateNodes
{
public:
    LateNodes(const NodeInput &input, const PartitionNodes &partitions, Nodes &nodes)
        : m_in(input)
        , m_partitions(partitions)
        , m_nodes(nodes)
    { }

    void add()
    {
        const Side &target = m_in.sides.target;
        for (int i = 0; i < target.size(); ++i) {
            if (target.fact(i).id.kind == Kind::Table)
                addIndexMarks(i, target.fact(i), before(i));
        }
        for (int i = 0; i < target.size(); ++i) {
            const Kind kind = target.fact(i).id.kind;
            if (kind == Kind::Sequence)
                addOwnership(i);
            else if (kind == Kind::Index || kind == Kind::Constraint)
                addIndexAttachment(i);
            if (m_in.fates.comes(i) && m_in.membership.createdWith(i) == Membership::withAttach)
                m_nodes.createOf[size_t(i)] =
                    m_partitions.attachOf.value(relationOf(*target.catalog, target.fact(i).id), -1);
        }
        orderIndexAttachments();
    }

private:
    [[nodiscard]] const Fact *before(int targetIndex) const { return factBefore(m_in, targetIndex); }

    /// Replica identity and CLUSTER name an index, and are lost with it.
    void addIndexMarks(int index, const Fact &after, const Fact *was)
    {
        const auto &b = *after.as<TableAttributes>();
        const TableAttributes a = was ? *was->as<TableAttributes>() : TableAttributes();
        Fact outset = after;
        outset.attributes = a;
        if (a.replicaIdentity != b.replicaIdentity || a.replicaIdentityIndex != b.replicaIdentityIndex
            || isMadeAnew(after.id, b.replicaIdentityIndex))
            addIndexMark(index, makeAction(after.id,
                                           QStringLiteral("Change replica identity of ") + displayName(after),
                                           { ddl::replicaIdentity(after) },
                                           isRebuilt(after.id, a.replicaIdentityIndex)
                                               ? QStringList()
                                               : QStringList{ ddl::replicaIdentity(outset) }));
        if (a.clusterIndex != b.clusterIndex || isMadeAnew(after.id, b.clusterIndex))
            addIndexMark(index,
                         makeAction(after.id, QStringLiteral("Change clustering of ") + displayName(after),
                                    { ddl::clusterOn(after) },
                                    isRebuilt(after.id, a.clusterIndex)
                                        ? QStringList()
                                        : QStringList{ ddl::clusterOn(outset) }));
    }

    void addIndexMark(int table, Action action)
    {
        const int node = addLate(m_nodes, table, std::move(action), kReplicaRank);
        for (int part : m_in.sides.target.neededBy[size_t(table)]) {
            const Kind kind = m_in.sides.target.fact(part).id.kind;
            if (kind == Kind::Index || kind == Kind::Constraint)
                needCreation(m_nodes, node, part);
        }
    }

    [[nodiscard]] bool isMadeAnew(const ObjectId &table, const QString &indexName) const
    {
        const int index = indexOrKey(m_in.sides.target, table, indexName);
        return index >= 0 && m_in.fates.comes(index);
    }

    /// Its way back marks it again.
    [[nodiscard]] bool isRebuilt(const ObjectId &table, const QString &indexName) const
    {
        const int index = indexOrKey(m_in.sides.current, table, indexName);
        return index >= 0 && m_in.fates.goes(index);
    }

    [[nodiscard]] static int indexOrKey(const Side &side, const ObjectId &table, const QString &indexName)
    {
        if (indexName.isEmpty())
            return -1;
        for (int part : side.catalog->partsOf(table)) {
            const auto *key = side.fact(part).as<ConstraintAttributes>();
            if (key && key->indexName == indexName)
                return part;
        }
        return side.indexOf(objectId(Kind::Index, table.schema, indexName));
    }

    void addIndexAttachment(int index)
    {
        const Side &target = m_in.sides.target;
        const Fact &fact = target.fact(index);
        const auto *attributes = fact.as<IndexAttributes>();
        const auto *constraint = fact.as<ConstraintAttributes>();
        QString attach;
        int parent = -1;
        int table = -1;
        if (attributes && attributes->partitionOf) {
            const Fact *was = before(index);
            if (was && was->as<IndexAttributes>()->partitionOf == attributes->partitionOf)
                return;
            attach = ddl::attachIndex(fact);
            parent = target.indexOf(*attributes->partitionOf);
            table = target.indexOf(attributes->table);
        } else if (constraint && hasOwnIndex(constraint->type) && fact.id.kind == Kind::Constraint) {
            const Fact *was = before(index);
            if (was && was->as<ConstraintAttributes>()->inherited)
                return;
            attach = attachKey(*target.catalog, index);
            parent = inheritedFrom(*target.catalog, index);
            table = relationOf(*target.catalog, fact.id);
        }
        if (attach.isEmpty() || m_in.membership.isAttached(table))
            return;
        Action action = makeAction(fact.id, QStringLiteral("Attach ") + displayName(fact.id), { attach }, {});
        const int node = addLate(m_nodes, index, std::move(action), kIndexAttachRank);
        needCreation(m_nodes, node, parent);
        undoAttaching(m_in, index, parent, node, m_nodes);
        m_attachOf.insert(index, { node, parent });
        joinBeforeTables(node, table);
    }

    /// From the leaves up, so that on the way back the parent's index is nobody's part when it is dropped.
    /// That takes along all below it, so what is said of any of them is taken back before.
    void orderIndexAttachments()
    {
        const Side &target = m_in.sides.target;
        QHash<int, Indexes> byRoot;
        for (auto it = m_attachOf.cbegin(); it != m_attachOf.cend(); ++it) {
            const auto [node, parent] = it.value();
            int root = parent;
            for (auto above = m_attachOf.constFind(root); above != m_attachOf.cend();
                 above = m_attachOf.constFind(root))
                root = above->second;
            byRoot[root].push_back(node);
            if (const auto above = m_attachOf.constFind(parent); above != m_attachOf.cend())
                m_nodes.before.append({ node, above->first });
            needAttached(node, parent);
        }
        for (auto it = byRoot.cbegin(); it != byRoot.cend(); ++it) {
            for (int member : withAttached(target, it.key())) {
                for (int attach : isTargeting(target.fact(member).id.kind) ? it.value() : Indexes())
                    m_nodes.before.append({ attach, m_nodes.createOf[size_t(member)] });
            }
        }
    }

    /// A foreign key refers to no key that lacks a partition.
    void needAttached(int attach, int parent)
    {
        for (int user : m_in.sides.target.neededBy[size_t(parent)]) {
            const auto *key = m_in.sides.target.fact(user).as<ConstraintAttributes>();
            if (key && key->type == ConstraintType::ForeignKey)
                m_nodes.before.append({ attach, m_nodes.createOf[size_t(user)] });
        }
    }

    /// ATTACH PARTITION passes over an index that is not complete and makes another one.
    void joinBeforeTables(int attachIndex, int table)
    {
        for (int at = table; at >= 0;) {
            for (const auto *moves : { &m_partitions.boundChangeOf, &m_partitions.attachOf })
                m_nodes.before.append({ attachIndex, moves->value(at, -1) });
            const auto *attributes = m_in.sides.target.fact(at).as<TableAttributes>();
            at = attributes && attributes->partitionOf ? m_in.sides.target.indexOf(*attributes->partitionOf)
                                                       : -1;
        }
    }

    void addOwnership(int index)
    {
        const Fact &after = m_in.sides.target.fact(index);
        const Fact *was = before(index);
        const auto &owner = after.as<SequenceAttributes>()->ownedBy;
        const Rare<ObjectId> ownerBefore = was ? was->as<SequenceAttributes>()->ownedBy : std::nullopt;
        if (owner == ownerBefore)
            return;
        Fact outset = after;
        std::get<SequenceAttributes>(outset.attributes).ownedBy = ownerBefore;
        Action action =
            makeAction(after.id, QStringLiteral("Change owner column of ") + displayName(after.id),
                       { ddl::ownSequence(after) }, { ddl::ownSequence(outset) });
        const Indexes ownerChanges = m_nodes.lateOf[size_t(index)];
        const int node = addLate(m_nodes, index, std::move(action), kOwnershipRank);
        for (int change : ownerChanges)
            m_nodes.before.append({ node, change });
        if (owner) { // Both must have one owner role when they are joined.
            needCreation(m_nodes, node, m_in.sides.target.indexOf(*owner));
            needCreation(m_nodes, node, m_in.sides.target.indexOf(ddl::tableOf(*owner)));
            joinExchange(index, m_in.sides.target.indexOf(*owner), node);
        }
        const int column = ownerBefore ? m_in.sides.current.indexOf(*ownerBefore) : -1;
        if (column >= 0 && m_nodes.dropOf[size_t(column)] >= 0)
            m_nodes.before.append({ node, m_nodes.dropOf[size_t(column)] });
    }

    /// A sequence that is made in the action that ends a column's identity (generators.h).
    void joinExchange(int sequence, int column, int node)
    {
        if (column < 0)
            return;
        const int create = m_nodes.createOf[size_t(sequence)];
        const Indexes &alters = m_nodes.alterOf[size_t(column)];
        if (std::find(alters.begin(), alters.end(), create) != alters.end())
            m_nodes.together.append({ create, node });
    }

    const NodeInput &m_in;
    const PartitionNodes &m_partitions;
    Nodes &m_nodes;
    QHash<int, std::pair<int, int>> m_attachOf; ///< Node and parent's index, by target index.
};

} // namespace

void addLateNodes(const NodeInput &input, Nodes &nodes)
{
    const PartitionNodes partitions = addPartitionNodes(input, nodes);
    LateNodes(input, partitions, nodes).add();
    orderIndexesAfterLeaving(input, nodes);
}

} // namespace lockstep::plan::plain
