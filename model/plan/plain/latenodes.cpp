#include "ddl.h"
#include "nodes.h"
#include "rebuild.h"
#include "tableddl.h"

#include <QMap>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kOwnershipRank = 24;
constexpr int kAttachTableRank = 33;
constexpr int kIndexAttachRank = 34;
constexpr int kReplicaRank = 56;

class LateNodes
{
public:
    LateNodes(const NodeInput &input, Nodes &nodes)
        : m_in(input)
        , m_nodes(nodes)
    { }

    void add()
    {
        const Side &target = m_in.sides.target;
        for (int i = 0; i < target.size(); ++i) {
            if (target.fact(i).id.kind == Kind::Table)
                addTable(i);
        }
        for (int i = 0; i < m_in.sides.current.size(); ++i) {
            if (m_in.sides.current.fact(i).id.kind == Kind::Table && m_in.membership.isDetached(i))
                followDetach(i);
        }
        addBoundChanges();
        for (auto it = m_attachesTo.cbegin(); it != m_attachesTo.cend(); ++it) {
            for (int attach : it.value())
                makeRoom(attach, it.key());
        }
        for (int i = 0; i < target.size(); ++i) {
            const Kind kind = target.fact(i).id.kind;
            if (kind == Kind::Sequence)
                addOwnership(i);
            else if (kind == Kind::Index || kind == Kind::Constraint)
                addIndexAttachment(i);
            if (m_in.fates.comes(i) && m_in.membership.createdWith(i) == Membership::withAttach)
                m_nodes.createOf[size_t(i)] =
                    m_attachOf.value(relationOf(*target.catalog, target.fact(i).id), -1);
        }
    }

private:
    [[nodiscard]] const Fact *before(int targetIndex) const
    {
        const int index = m_in.sides.currentOf[size_t(targetIndex)];
        return index < 0 || m_in.fates.comes(targetIndex) ? nullptr : &m_in.sides.current.fact(index);
    }

    int addLate(int targetIndex, Action action, int rank)
    {
        const int node = addNode(m_nodes, std::move(action), rank);
        m_nodes.lateOf[size_t(targetIndex)].push_back(node);
        needCreation(node, targetIndex);
        return node;
    }
    void needCreation(int node, int targetIndex)
    {
        if (targetIndex < 0)
            return;
        if (const int create = m_nodes.createOf[size_t(targetIndex)]; create >= 0 && create != node)
            m_nodes.before.append({ create, node });
        for (int alter : m_nodes.alterOf[size_t(targetIndex)])
            m_nodes.before.append({ alter, node });
    }

    void addTable(int index)
    {
        const Fact &after = m_in.sides.target.fact(index);
        const Fact *was = before(index);
        addPartition(index, after, was);
        addIndexMarks(index, after, was);
    }

    /// Replica identity and CLUSTER name an index, and are lost with it.
    void addIndexMarks(int index, const Fact &after, const Fact *was)
    {
        const auto &b = *after.as<TableAttributes>();
        const TableAttributes a = was ? *was->as<TableAttributes>() : TableAttributes();
        Fact outset = after;
        outset.attributes = a;
        if (a.replicaIdentity != b.replicaIdentity || a.replicaIdentityIndex != b.replicaIdentityIndex
            || isMadeAnew(after.id, b.replicaIdentityIndex))
            addIndexMark(index,
                         makeAction(after.id,
                                    QStringLiteral("Change replica identity of ") + displayName(after),
                                    { ddl::replicaIdentity(after) }, { ddl::replicaIdentity(outset) }));
        if (a.clusterIndex != b.clusterIndex || isMadeAnew(after.id, b.clusterIndex))
            addIndexMark(index,
                         makeAction(after.id, QStringLiteral("Change clustering of ") + displayName(after),
                                    { ddl::clusterOn(after) }, { ddl::clusterOn(outset) }));
    }

    void addIndexMark(int table, Action action)
    {
        const int node = addLate(table, std::move(action), kReplicaRank);
        for (int part : m_in.sides.target.neededBy[size_t(table)]) {
            const Kind kind = m_in.sides.target.fact(part).id.kind;
            if (kind == Kind::Index || kind == Kind::Constraint)
                needCreation(node, part);
        }
    }

    [[nodiscard]] bool isMadeAnew(const ObjectId &table, const QString &indexName) const
    {
        if (indexName.isEmpty())
            return false;
        const Side &target = m_in.sides.target;
        for (int part : target.catalog->partsOf(table)) {
            const auto *key = target.fact(part).as<ConstraintAttributes>();
            if (key && key->indexName == indexName)
                return m_in.fates.comes(part);
        }
        const int found = target.indexOf(objectId(Kind::Index, table.schema, indexName));
        return found >= 0 && m_in.fates.comes(found);
    }

    void addPartition(int index, const Fact &after, const Fact *was)
    {
        const int before = was ? m_in.sides.currentOf[size_t(index)] : -1;
        if (before >= 0 && m_in.membership.isDetached(before))
            addDetach(before);
        if (!m_in.membership.isAttached(index))
            return;
        Action action =
            makeAction(after.id, QStringLiteral("Attach partition ") + displayName(after.id),
                       { ddl::attachPartition(after) },
                       QStringList{ ddl::detachPartition(after) } + dropAttachedKeys(m_in, index));
        action.forward += clonesAgain(m_in.sides.target, after.id);
        const int attach = addLate(index, std::move(action), kAttachTableRank);
        m_attachOf.insert(index, attach);
        if (before >= 0 && m_nodes.detachOf[size_t(before)] >= 0)
            m_nodes.before.append({ m_nodes.detachOf[size_t(before)], attach });
        needPartsBefore(attach, index);
        const int parent = m_in.sides.target.indexOf(*after.as<TableAttributes>()->partitionOf);
        needCreation(attach, parent);
        needPartsBefore(attach, parent);
        if (parent >= 0)
            m_attachesTo[parent].push_back(attach);
        needDroppedColumns(attach, index);
        needDroppedColumns(attach, parent);
    }

    void addDetach(int currentTable)
    {
        const Fact &was = m_in.sides.current.fact(currentTable);
        Action action = makeAction(was.id, QStringLiteral("Detach partition ") + displayName(was.id),
                                   { ddl::detachPartition(was) }, { ddl::attachPartition(was) });
        action.backward += clonesAgain(m_in.sides.current, was.id);
        const int detach = addNode(m_nodes, std::move(action), kTakeDownRank);
        m_nodes.detachOf[size_t(currentTable)] = detach;
        detachBeforeChanges(detach, was);
    }

    /// What of a detached partition goes, goes when it is a table of its own.
    void followDetach(int currentTable)
    {
        if (m_nodes.detachOf[size_t(currentTable)] < 0)
            addDetach(currentTable);
        const int detach = m_nodes.detachOf[size_t(currentTable)];
        const Side &current = m_in.sides.current;
        m_nodes.before.append({ detach, m_nodes.dropOf[size_t(currentTable)] });
        for (int part : current.neededBy[size_t(currentTable)]) {
            const Fact &fact = current.fact(part);
            const auto *index = fact.as<IndexAttributes>();
            const bool isPart = index ? index->table == current.fact(currentTable).id
                                      : ddl::tableOf(fact.id) == current.fact(currentTable).id;
            if (!isPart || fact.id.kind == Kind::Column)
                continue;
            int &drop = m_nodes.dropOf[size_t(part)];
            if (m_in.fates.goes(part) && m_in.membership.droppedWith(part) == Membership::withDetach)
                drop = detach;
            else if (drop >= 0)
                m_nodes.before.append({ detach, drop });
        }
    }

    /// Partitions that change places in their parent leave and come back in one action, all of a parent
    /// together: their old and new bounds may overlap, and no row may be out of sight for long. All else
    /// has reached them through the parent by then.
    void addBoundChanges()
    {
        QMap<int, Indexes> byParent;
        const Side &target = m_in.sides.target;
        for (int i = 0; i < target.size(); ++i) {
            if (target.fact(i).id.kind == Kind::Table && m_in.membership.changesBound(i))
                byParent[target.indexOf(*target.fact(i).as<TableAttributes>()->partitionOf)].push_back(i);
        }
        for (auto it = byParent.cbegin(); it != byParent.cend(); ++it)
            addBoundChange(it.key(), it.value());
    }

    void addBoundChange(int parent, const Indexes &partitions)
    {
        const Side &target = m_in.sides.target;
        Action action;
        QStringList comeBack;
        QStringList goBack;
        QStringList names;
        for (int partition : partitions) {
            const Fact &after = target.fact(partition);
            const Fact &was = *before(partition);
            action.forward << ddl::detachPartition(was);
            comeBack << ddl::attachPartition(after);
            comeBack += clonesAgain(target, after.id);
            action.backward << ddl::detachPartition(after);
            goBack << ddl::attachPartition(was);
            goBack += clonesAgain(m_in.sides.current, was.id);
            names << displayName(after.id);
        }
        action = makeAction(target.fact(partitions.front()).id,
                            QStringLiteral("Change bounds of ") + names.join(QStringLiteral(", ")),
                            action.forward + comeBack, action.backward + goBack);
        const int node = addLate(partitions.front(), std::move(action), kAttachTableRank);
        for (int partition : partitions) {
            m_boundChangeOf.insert(partition, node);
            for (int attach : m_attachesTo.value(partition))
                m_nodes.before.append({ attach, node });
            if (partition != partitions.front())
                m_nodes.lateOf[size_t(partition)].push_back(node);
            needCreation(node, partition);
            needPartsBefore(node, partition);
        }
        needPartsBefore(node, parent);
        makeRoom(node, parent);
        for (int attach : m_attachesTo.value(parent))
            m_nodes.before.append({ node, attach });
    }

    /// Partitions that leave make room for those that come.
    void makeRoom(int attach, int targetParent)
    {
        const int parent = targetParent < 0 ? -1 : m_in.sides.currentOf[size_t(targetParent)];
        if (parent < 0)
            return;
        for (int child : m_in.sides.current.neededBy[size_t(parent)]) {
            const auto *table = m_in.sides.current.fact(child).as<TableAttributes>();
            if (!table || table->partitionOf != m_in.sides.current.fact(parent).id)
                continue;
            const int detach = m_nodes.detachOf[size_t(child)];
            if (const int leaving = detach >= 0 ? detach : m_nodes.dropOf[size_t(child)]; leaving >= 0)
                m_nodes.before.append({ leaving, attach });
        }
    }

    /// What the parent gets from now on does not concern a partition that leaves it.
    void detachBeforeChanges(int detach, const Fact &was)
    {
        const Side &target = m_in.sides.target;
        const int parent = target.indexOf(*was.as<TableAttributes>()->partitionOf);
        if (parent < 0)
            return;
        for (int part : target.neededBy[size_t(parent)]) {
            m_nodes.before.append({ detach, m_nodes.createOf[size_t(part)] });
            for (int alter : m_nodes.alterOf[size_t(part)])
                m_nodes.before.append({ detach, alter });
        }
    }

    /// A partition has the columns of its parent, no more and no less.
    void needDroppedColumns(int attach, int targetTable)
    {
        const int table = m_in.sides.currentOf[size_t(targetTable)];
        if (table < 0)
            return;
        for (int part : m_in.sides.current.neededBy[size_t(table)]) {
            const int drop = m_nodes.dropOf[size_t(part)];
            if (drop >= 0 && m_in.sides.current.fact(part).id.kind == Kind::Column)
                m_nodes.before.append({ drop, attach });
        }
    }

    /// Keys, indexes and checks of both tables are there before they are joined, so that ATTACH finds
    /// them instead of making its own.
    void needPartsBefore(int attach, int table)
    {
        const Side &target = m_in.sides.target;
        for (int part : target.neededBy[size_t(table)]) {
            const Fact &fact = target.fact(part);
            const auto *index = fact.as<IndexAttributes>();
            const auto *constraint = fact.as<ConstraintAttributes>();
            const bool isIndex = index && index->table == target.fact(table).id;
            const bool isConstraint = constraint && ddl::tableOf(fact.id) == target.fact(table).id
                                      && constraint->type != ConstraintType::ForeignKey;
            if (isIndex || isConstraint || fact.id.kind == Kind::Column)
                needCreation(attach, part);
        }
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
        const int node = addLate(index, std::move(action), kIndexAttachRank);
        needCreation(node, parent);
        undoWithParent(m_in, index, parent, m_nodes);
        joinBeforeBoundChanges(node, table);
    }

    /// ATTACH PARTITION passes over an index that is not complete and makes another one.
    void joinBeforeBoundChanges(int attachIndex, int table)
    {
        for (int at = table; at >= 0;) {
            if (const int change = m_boundChangeOf.value(at, -1); change >= 0)
                m_nodes.before.append({ attachIndex, change });
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
        const std::optional<ObjectId> ownerBefore =
            was ? was->as<SequenceAttributes>()->ownedBy : std::nullopt;
        if (owner == ownerBefore)
            return;
        Fact outset = after;
        std::get<SequenceAttributes>(outset.attributes).ownedBy = ownerBefore;
        Action action =
            makeAction(after.id, QStringLiteral("Change owner column of ") + displayName(after.id),
                       { ddl::ownSequence(after) }, { ddl::ownSequence(outset) });
        const Indexes ownerChanges = m_nodes.lateOf[size_t(index)];
        const int node = addLate(index, std::move(action), kOwnershipRank);
        for (int change : ownerChanges)
            m_nodes.before.append({ node, change });
        if (owner) { // Both must have one owner role when they are joined.
            needCreation(node, m_in.sides.target.indexOf(*owner));
            needCreation(node, m_in.sides.target.indexOf(ddl::tableOf(*owner)));
        }
        const int column = ownerBefore ? m_in.sides.current.indexOf(*ownerBefore) : -1;
        if (column >= 0 && m_nodes.dropOf[size_t(column)] >= 0)
            m_nodes.before.append({ node, m_nodes.dropOf[size_t(column)] });
    }

    const NodeInput &m_in;
    Nodes &m_nodes;
    QHash<int, int> m_attachOf;
    QHash<int, int> m_boundChangeOf;
    QHash<int, Indexes> m_attachesTo; ///< By parent.
};

} // namespace

void addLateNodes(const NodeInput &input, Nodes &nodes)
{
    LateNodes(input, nodes).add();
}

} // namespace lockstep::plan::plain
