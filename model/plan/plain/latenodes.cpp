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
        const auto *a = was ? was->as<TableAttributes>() : nullptr;
        const bool wasPartition = a && a->partitionOf;
        const bool isAttached = m_in.membership.isAttached(index);
        const bool isPartition = after.as<TableAttributes>()->partitionOf.has_value();
        int detach = -1;
        if (wasPartition && (isAttached || !isPartition)) {
            Action action = makeAction(after.id, QStringLiteral("Detach partition ") + displayName(after.id),
                                       { ddl::detachPartition(*was) }, { ddl::attachPartition(*was) });
            detach = addNode(m_nodes, std::move(action), kTakeDownRank);
            m_nodes.detachOf[size_t(m_in.sides.currentOf[size_t(index)])] = detach;
            detachBeforeChanges(detach, *was);
        }
        if (!isAttached)
            return;
        Action action = makeAction(after.id, QStringLiteral("Attach partition ") + displayName(after.id),
                                   { ddl::attachPartition(after) },
                                   QStringList{ ddl::detachPartition(after) } + dropAttachedKeys(index));
        const int attach = addLate(index, std::move(action), kAttachTableRank);
        m_attachOf.insert(index, attach);
        if (detach >= 0)
            m_nodes.before.append({ detach, attach });
        needPartsBefore(attach, index);
        const int parent = m_in.sides.target.indexOf(*after.as<TableAttributes>()->partitionOf);
        needCreation(attach, parent);
        needPartsBefore(attach, parent);
        if (parent >= 0)
            m_attachesTo[parent].push_back(attach);
        needDroppedColumns(attach, index);
        needDroppedColumns(attach, parent);
    }

    /// The foreign keys that ATTACH makes stay with a partition that is detached.
    [[nodiscard]] QStringList dropAttachedKeys(int partition) const
    {
        const Side &target = m_in.sides.target;
        QStringList statements;
        for (int part : target.catalog->partsOf(target.fact(partition).id)) {
            const auto *key = target.fact(part).as<ConstraintAttributes>();
            if (key && key->type == ConstraintType::ForeignKey && m_in.fates.comes(part)
                && m_in.membership.createdWith(part) == Membership::withAttach)
                statements += ddl::drop(target.fact(part), *target.catalog);
        }
        return statements;
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
            action.backward << ddl::detachPartition(after);
            goBack << ddl::attachPartition(was);
            names << displayName(after.id);
        }
        action = makeAction(target.fact(partitions.front()).id,
                            QStringLiteral("Change bounds of ") + names.join(QStringLiteral(", ")),
                            action.forward + comeBack, action.backward + goBack);
        const int node = addLate(partitions.front(), std::move(action), kAttachTableRank);
        for (int partition : partitions) {
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
            for (int leaving : { m_nodes.dropOf[size_t(child)], m_nodes.detachOf[size_t(child)] }) {
                if (leaving >= 0)
                    m_nodes.before.append({ leaving, attach });
            }
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
        undoWithParent(index, parent);
    }

    /// An attached index can neither be detached nor dropped: taking the parent's index back takes it
    /// along, so nothing is left to do for the child.
    void undoWithParent(int index, int parent)
    {
        const int child = m_nodes.createOf[size_t(index)];
        const int root = parent >= 0 ? m_nodes.createOf[size_t(parent)] : -1;
        if (child < 0 || root < 0)
            return;
        m_nodes.before.append({ root, child });
        m_nodes.nodes[size_t(child)].action.backward.clear();
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
    QHash<int, Indexes> m_attachesTo; ///< By parent.
};

} // namespace

void addLateNodes(const NodeInput &input, Nodes &nodes)
{
    LateNodes(input, nodes).add();
}

} // namespace lockstep::plan::plain
