#include "ddl.h"
#include "nodes.h"
#include "partitionbounds.h"
#include "rebuild.h"
#include "tableddl.h"

#include <QMap>

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kAttachTableRank = 33;

class PartitionMaker
{
public:
    PartitionMaker(const NodeInput &input, Nodes &nodes)
        : m_in(input)
        , m_nodes(nodes)
    { }

    PartitionNodes add()
    {
        const Side &target = m_in.sides.target;
        for (int i = 0; i < target.size(); ++i) {
            if (target.fact(i).id.kind == Kind::Table)
                addPartition(i, target.fact(i), before(i));
        }
        for (int i = 0; i < m_in.sides.current.size(); ++i) {
            if (m_in.sides.current.fact(i).id.kind == Kind::Table && m_in.membership.isDetached(i))
                followDetach(i);
        }
        addBoundChanges();
        for (auto attach = m_result.attachOf.cbegin(); attach != m_result.attachOf.cend(); ++attach) {
            const auto *coming = target.fact(attach.key()).as<TableAttributes>();
            makeRoom(attach.value(), target.indexOf(*coming->partitionOf), { attach.key() });
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] const Fact *before(int targetIndex) const { return factBefore(m_in, targetIndex); }

    [[nodiscard]] QStringList notNullNamesToTarget(const ObjectId &table) const
    {
        return ddl::notNullNamesApart(*m_in.sides.current.catalog, *m_in.sides.target.catalog, table);
    }

    [[nodiscard]] QStringList notNullNamesBack(const ObjectId &table) const
    {
        return ddl::notNullNamesApart(*m_in.sides.target.catalog, *m_in.sides.current.catalog, table);
    }

    [[nodiscard]] IsThere attachedBefore() const
    {
        return [this](int table) { return !m_in.membership.isAttached(table); };
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
        action.forward += clonesAgain(m_in.sides.target, after.id, attachedBefore());
        if (was) {
            action.forward = notNullNamesToTarget(after.id) + action.forward;
            action.backward += notNullNamesBack(after.id);
        }
        action.detail = AttachPartition{ after.id };
        const int attach = addLate(m_nodes, index, std::move(action), kAttachTableRank);
        m_result.attachOf.insert(index, attach);
        if (before >= 0 && m_nodes.detachOf[size_t(before)] >= 0)
            m_nodes.before.append({ m_nodes.detachOf[size_t(before)], attach });
        needPartsBefore(attach, index);
        const int parent = m_in.sides.target.indexOf(*after.as<TableAttributes>()->partitionOf);
        needCreation(m_nodes, attach, parent);
        needPartsBefore(attach, parent);
        if (parent >= 0)
            m_attachesTo[parent].push_back(attach);
        needDroppedParts(attach, index);
        needDroppedParts(attach, parent);
        undoIfThere(index);
    }

    /// On the way back a new index of the parent may have gone before, and taken those along that had
    /// been attached to it.
    void undoIfThere(int targetPartition)
    {
        const Side &target = m_in.sides.target;
        for (int part : target.neededBy[size_t(targetPartition)]) {
            const Fact &fact = target.fact(part);
            const auto *index = fact.as<IndexAttributes>();
            const auto *key = fact.as<ConstraintAttributes>();
            const int parent = index && index->partitionOf     ? target.indexOf(*index->partitionOf)
                               : key && hasOwnIndex(key->type) ? inheritedFrom(*target.catalog, part)
                                                               : -1;
            const int create = m_nodes.createOf[size_t(part)];
            if (parent < 0 || create < 0 || !m_in.fates.comes(parent))
                continue;
            m_nodes.nodes[size_t(create)].action.backward = { dropIfThere(fact) };
        }
    }

    void addDetach(int currentTable)
    {
        const Fact &was = m_in.sides.current.fact(currentTable);
        Action action = makeAction(was.id, QStringLiteral("Detach partition ") + displayName(was.id),
                                   { ddl::detachPartition(was) }, { ddl::attachPartition(was) });
        action.backward += clonesAgain(m_in.sides.current, was.id, attachedThroughout(m_in));
        const int after = m_in.sides.targetOf[size_t(currentTable)];
        if (after >= 0 && !m_in.fates.goes(currentTable) && !m_in.membership.isAttached(after)) {
            action.forward += notNullNamesToTarget(was.id);
            action.backward = notNullNamesBack(was.id) + action.backward;
        }
        action.detail = LeaveParent{ was.id };
        action.isDestructive = true; // Who asks the parent misses its rows from here on.
        action.note = QStringLiteral("Queries of %1 find its rows no longer.")
                          .arg(displayName(*was.as<TableAttributes>()->partitionOf));
        const int detach = addNode(m_nodes, std::move(action), kTakeDownRank);
        m_nodes.detachOf[size_t(currentTable)] = detach;
        detachBeforeChanges(detach, was);
    }

    /// What of a detached partition goes, goes when it is a table of its own. Only then it gets columns that
    /// its parent has not, or loses some.
    void followDetach(int currentTable)
    {
        if (m_nodes.detachOf[size_t(currentTable)] < 0)
            addDetach(currentTable);
        const int detach = m_nodes.detachOf[size_t(currentTable)];
        const Side &current = m_in.sides.current;
        goAfter(detach, currentTable);
        for (int part : current.neededBy[size_t(currentTable)]) {
            const Fact &fact = current.fact(part);
            const auto *index = fact.as<IndexAttributes>();
            const bool isPart = index ? index->table == current.fact(currentTable).id
                                      : ddl::tableOf(fact.id) == current.fact(currentTable).id;
            if (!isPart)
                continue;
            int &drop = m_nodes.dropOf[size_t(part)];
            if (m_in.fates.goes(part) && m_in.membership.droppedWith(part) == Membership::withDetach)
                drop = detach;
            else if (drop >= 0)
                m_nodes.before.append({ detach, drop });
        }
        const int after = m_in.sides.targetOf[size_t(currentTable)];
        const Side &target = m_in.sides.target;
        for (int part : after < 0 ? Indexes() : target.catalog->partsOf(target.fact(after).id)) {
            if (target.fact(part).id.kind != Kind::Column)
                continue;
            m_nodes.before.append({ detach, m_nodes.createOf[size_t(part)] });
            for (int alter : m_nodes.alterOf[size_t(part)])
                m_nodes.before.append({ detach, alter });
        }
    }

    /// The table and its partitions, if they are dropped.
    void goAfter(int detach, int currentTable)
    {
        const Side &current = m_in.sides.current;
        m_nodes.before.append({ detach, m_nodes.dropOf[size_t(currentTable)] });
        for (int user : current.neededBy[size_t(currentTable)]) {
            const auto *table = current.fact(user).as<TableAttributes>();
            if (table && table->partitionOf == current.fact(currentTable).id)
                goAfter(detach, user);
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
            action.forward << ddl::detachPartition(was) << notNullNamesToTarget(after.id);
            comeBack << ddl::attachPartition(after);
            comeBack += clonesAgain(target, after.id, attachedBefore());
            action.backward << ddl::detachPartition(after) << notNullNamesBack(after.id);
            goBack << ddl::attachPartition(was);
            goBack += clonesThroughout(was.id);
            names << displayName(after.id);
        }
        action = makeAction(target.fact(partitions.front()).id,
                            QStringLiteral("Change bounds of ") + names.join(QStringLiteral(", ")),
                            action.forward + comeBack, action.backward + goBack);
        action.detail = AttachPartition{ target.fact(partitions.front()).id };
        const int node = addLate(m_nodes, partitions.front(), std::move(action), kAttachTableRank);
        for (int partition : partitions) {
            m_result.boundChangeOf.insert(partition, node);
            for (int attach : m_attachesTo.value(partition))
                m_nodes.before.append({ attach, node });
            if (partition != partitions.front())
                m_nodes.lateOf[size_t(partition)].push_back(node);
            needCreation(m_nodes, node, partition);
            needPartsBefore(node, partition);
        }
        needPartsBefore(node, parent);
        dropTriggersBefore(node, parent);
        makeRoom(node, parent, partitions);
        for (int attach : m_attachesTo.value(parent))
            m_nodes.before.append({ node, attach });
    }

    /// Of current; triggers that go are made again, with their clones' states, when the partition is back.
    [[nodiscard]] QStringList clonesThroughout(const ObjectId &partition) const
    {
        const Side &current = m_in.sides.current;
        QStringList statements = clonesAgain(current, partition, attachedThroughout(m_in));
        for (int part : current.catalog->partsOf(partition)) {
            if (current.fact(part).id.kind == Kind::Trigger && m_in.fates.goes(part))
                statements.removeAll(ddl::triggerState(current.fact(part)));
        }
        return statements;
    }

    void dropTriggersBefore(int node, int targetParent)
    {
        const int parent = m_in.sides.currentOf[size_t(targetParent)];
        for (int part : parent < 0 ? Indexes() : m_in.sides.current.neededBy[size_t(parent)]) {
            if (m_in.sides.current.fact(part).id.kind == Kind::Trigger)
                m_nodes.before.append({ m_nodes.dropOf[size_t(part)], node });
        }
    }

    /// Partitions that leave make room for those that come. `comes`: target tables.
    void makeRoom(int attach, int targetParent, const Indexes &comes)
    {
        const int parent = targetParent < 0 ? -1 : m_in.sides.currentOf[size_t(targetParent)];
        if (parent < 0)
            return;
        for (int child : m_in.sides.current.neededBy[size_t(parent)]) {
            const auto *table = m_in.sides.current.fact(child).as<TableAttributes>();
            if (!table || table->partitionOf != m_in.sides.current.fact(parent).id
                || std::none_of(comes.begin(), comes.end(), [&](int partition) {
                       const auto *coming = m_in.sides.target.fact(partition).as<TableAttributes>();
                       return mayOverlap(table->partitionBound, coming->partitionBound);
                   }))
                continue;
            const int detach = m_nodes.detachOf[size_t(child)];
            if (const int leaving = detach >= 0 ? detach : m_nodes.dropOf[size_t(child)]; leaving >= 0)
                m_nodes.before.append({ leaving, attach });
        }
    }

    /// What the parent gets from now on, or loses, does not concern a partition that leaves it.
    void detachBeforeChanges(int detach, const Fact &was)
    {
        const Side &target = m_in.sides.target;
        const Side &current = m_in.sides.current;
        const ObjectId &parentId = *was.as<TableAttributes>()->partitionOf;
        for (int part : current.neededBy[size_t(current.indexOf(parentId))]) {
            const auto *index = current.fact(part).as<IndexAttributes>();
            if (index ? index->table == parentId : ddl::tableOf(current.fact(part).id) == parentId)
                m_nodes.before.append({ detach, m_nodes.dropOf[size_t(part)] });
        }
        const int parent = target.indexOf(parentId);
        if (parent < 0)
            return;
        for (int part : target.neededBy[size_t(parent)]) {
            m_nodes.before.append({ detach, m_nodes.createOf[size_t(part)] });
            for (int alter : m_nodes.alterOf[size_t(part)])
                m_nodes.before.append({ detach, alter });
        }
    }

    /// A partition has the columns of its parent, no more and no less, and its checks. An index that is made
    /// again on the way back is not complete while there is a partition without it.
    void needDroppedParts(int attach, int targetTable)
    {
        const int table = m_in.sides.currentOf[size_t(targetTable)];
        if (table < 0)
            return;
        for (int part : m_in.sides.current.neededBy[size_t(table)]) {
            const int drop = m_nodes.dropOf[size_t(part)];
            const Kind kind = m_in.sides.current.fact(part).id.kind;
            if (drop >= 0 && (kind == Kind::Column || kind == Kind::Constraint || kind == Kind::Index))
                m_nodes.before.append({ drop, attach });
        }
    }

    /// Keys, indexes, checks and triggers of both tables are there before they are joined, so that ATTACH
    /// finds them instead of making its own.
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
            const bool isTrigger =
                fact.id.kind == Kind::Trigger && relationOf(*target.catalog, fact.id) == table;
            if (isIndex || isConstraint || isTrigger || fact.id.kind == Kind::Column)
                needCreation(m_nodes, attach, part);
        }
    }

    const NodeInput &m_in;
    Nodes &m_nodes;
    PartitionNodes m_result;
    QHash<int, Indexes> m_attachesTo; ///< By parent.
};

} // namespace

PartitionNodes addPartitionNodes(const NodeInput &input, Nodes &nodes)
{
    return PartitionMaker(input, nodes).add();
}

} // namespace lockstep::plan::plain
