#include "leavingpartitions.h"

#include "ddl.h"
#include "tableddl.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// Identity is the parent's, and so is what is said of inherited NOT NULL.
Fact asOwnColumn(Fact column, const ObjectId &table)
{
    column.id = subId(Kind::Column, table.schema, table.name, column.id.sub);
    std::get<ColumnAttributes>(column.attributes).identity = Identity::None;
    return column;
}

Fact asOwnCheck(Fact check, const ObjectId &table)
{
    check.id = subId(Kind::Constraint, table.schema, table.name, check.id.sub);
    // ATTACH takes no check that is not valid for the parent's that is; the table is empty.
    std::get<ConstraintAttributes>(check.attributes).validated = true;
    return check;
}

class LeavingPartition
{
public:
    LeavingPartition(const NodeInput &input, Nodes &nodes, const Indexes &place, int table)
        : m_in(input)
        , m_nodes(nodes)
        , m_place(place)
        , m_table(table)
        , m_fact(input.sides.current.fact(table))
        , m_drop(nodes.dropOf[size_t(table)])
    { }

    QVector<QPair<int, int>> settle()
    {
        const int ancestor = stayingAncestor();
        if (ancestor >= 0 && m_in.sides.targetOf[size_t(ancestor)] >= 0) {
            const Fact &parent = m_in.sides.current.fact(ancestor);
            followColumns(parent.id);
            followChecks(parent.id);
        }
        for (int part : m_in.sides.current.catalog->partsOf(m_fact.id)) {
            if (m_in.sides.current.fact(part).id.kind == Kind::Trigger)
                followTrigger(part);
        }
        write();
        return std::move(m_kept);
    }

private:
    /// The nearest table above that stays; -1 if none does, or if what is between leaves as a whole.
    [[nodiscard]] int stayingAncestor() const
    {
        const Side &current = m_in.sides.current;
        for (int at = m_table; at >= 0;) {
            if (!m_in.fates.goes(at))
                return at;
            const auto &parent = current.fact(at).as<TableAttributes>()->partitionOf;
            at = !parent || m_in.membership.isDetached(at) ? -1 : current.indexOf(*parent);
        }
        return -1;
    }

    /// Whether `node` is done when the partition is dropped; the order is kept from here on.
    [[nodiscard]] bool isDone(int node)
    {
        if (node < 0 || node == m_drop)
            return false;
        const bool isBefore = m_place[size_t(node)] < m_place[size_t(m_drop)];
        m_kept.append(isBefore ? qMakePair(node, m_drop) : qMakePair(m_drop, node));
        return isBefore;
    }

    [[nodiscard]] bool isNew(int targetPart) const
    {
        return m_in.fates.comes(targetPart) && m_in.sides.currentOf[size_t(targetPart)] < 0;
    }

    void followColumns(const ObjectId &parent)
    {
        const Side &target = m_in.sides.target;
        const Side &current = m_in.sides.current;
        for (int part : target.catalog->partsOf(parent)) {
            const Fact &column = target.fact(part);
            if (column.id.kind != Kind::Column)
                continue;
            const Fact own = asOwnColumn(column, m_fact.id);
            if (isNew(part)) {
                if (isDone(m_nodes.createOf[size_t(part)]))
                    m_before += addColumn(own, column.id);
                continue;
            }
            const auto *was = current.catalog->attributes<ColumnAttributes>(own.id);
            for (int alter : m_nodes.alterOf[size_t(part)]) {
                const bool becomesNotNull =
                    isDone(alter) && was && !was->notNull && column.as<ColumnAttributes>()->notNull;
                if (becomesNotNull && !m_before.contains(ddl::setNotNull(own)))
                    m_before << ddl::setNotNull(own);
            }
        }
    }

    [[nodiscard]] QString addColumn(const Fact &own, const ObjectId &parentColumn) const
    {
        const auto *value = m_in.sides.target.catalog->attributes<DefaultAttributes>(
            subId(Kind::Default, parentColumn.schema, parentColumn.name, parentColumn.sub));
        const bool isGenerated = value && value->isGenerated;
        return ddl::alterTable(own.id, QStringLiteral("ADD COLUMN ")
                                           + ddl::columnClause(own, isGenerated ? value : nullptr, true));
    }

    void followChecks(const ObjectId &parent)
    {
        const Side &target = m_in.sides.target;
        const Side &current = m_in.sides.current;
        for (int part : current.catalog->partsOf(parent)) {
            const Fact &check = current.fact(part);
            const int own = isCheck(check) ? current.indexOf(asOwnCheck(check, m_fact.id).id) : -1;
            if (own >= 0 && m_in.fates.goes(part) && inheritedFrom(*current.catalog, own) >= 0
                && isDone(m_nodes.dropOf[size_t(part)]))
                m_before += ddl::drop(current.fact(own), *current.catalog);
        }
        for (int part : target.catalog->partsOf(parent)) {
            const Fact &check = target.fact(part);
            if (isCheck(check) && !check.as<ConstraintAttributes>()->noInherit && m_in.fates.comes(part)
                && isDone(m_nodes.createOf[size_t(part)]))
                m_before += ddl::createConstraint(asOwnCheck(check, m_fact.id), *target.catalog);
        }
    }

    [[nodiscard]] static bool isCheck(const Fact &fact)
    {
        const auto *constraint = fact.as<ConstraintAttributes>();
        return constraint && fact.id.kind == Kind::Constraint && constraint->type == ConstraintType::Check;
    }

    /// Attaching makes the clones of the parent's triggers, all enabled or as the parent's then is. A
    /// trigger that is made again after the partition states them itself.
    void followTrigger(int clone)
    {
        const Side &current = m_in.sides.current;
        const int trigger = inheritedFrom(*current.catalog, clone);
        if (trigger < 0)
            return;
        const int after = m_in.sides.targetOf[size_t(trigger)];
        const bool isEnabled = isEnabledIn(current, clone) && isEnabledIn(current, trigger)
                               && (after < 0 || isEnabledIn(m_in.sides.target, after));
        if (isEnabled)
            return;
        const QString state = ddl::triggerState(current.fact(clone));
        const int own = ownDropOf(trigger);
        if (isDone(own))
            m_nodes.nodes[size_t(own)].action.backward << state;
        else
            m_after << state;
    }

    [[nodiscard]] static bool isEnabledIn(const Side &side, int trigger)
    {
        return side.fact(trigger).as<TriggerAttributes>()->state == TriggerState::Enabled;
    }

    /// The step that drops the trigger (or the one it is itself a clone of); -1 if its table takes it along.
    [[nodiscard]] int ownDropOf(int trigger) const
    {
        int at = trigger;
        for (int above = at; above >= 0; above = inheritedFrom(*m_in.sides.current.catalog, at))
            at = above;
        return m_in.fates.goes(at) && m_in.membership.droppedWith(at) == at ? m_nodes.dropOf[size_t(at)] : -1;
    }

    void write()
    {
        QStringList &back = m_nodes.nodes[size_t(m_drop)].action.backward;
        const qsizetype attach = back.indexOf(ddl::attachPartition(m_fact));
        if (attach < 0)
            return;
        back = back.mid(0, attach) + m_before + QStringList{ back[attach] } + m_after + back.mid(attach + 1);
    }

    const NodeInput &m_in;
    Nodes &m_nodes;
    const Indexes &m_place;
    int m_table;
    const Fact &m_fact;
    int m_drop;
    QStringList m_before; ///< Before it is attached.
    QStringList m_after;
    QVector<QPair<int, int>> m_kept;
};

bool isLeaving(const NodeInput &input, int currentTable)
{
    const auto *table = input.sides.current.fact(currentTable).as<TableAttributes>();
    return table && table->partitionOf && input.fates.goes(currentTable)
           && !input.membership.isDetached(currentTable);
}

/// Drops of partitions that leave, by the current table they are part of.
QHash<ObjectId, Indexes> leavingOf(const NodeInput &input, const Nodes &nodes)
{
    QHash<ObjectId, Indexes> drops;
    for (int i = 0; i < input.sides.current.size(); ++i) {
        if (isLeaving(input, i))
            drops[*input.sides.current.fact(i).as<TableAttributes>()->partitionOf].push_back(
                nodes.dropOf[size_t(i)]);
    }
    return drops;
}

} // namespace

QVector<QPair<int, int>> settleLeavingPartitions(const NodeInput &input, Nodes &nodes, const Indexes &place)
{
    QVector<QPair<int, int>> kept;
    for (int i = 0; i < input.sides.current.size(); ++i) {
        if (isLeaving(input, i) && nodes.dropOf[size_t(i)] >= 0)
            kept += LeavingPartition(input, nodes, place, i).settle();
    }
    return kept;
}

void orderIndexesAfterLeaving(const NodeInput &input, Nodes &nodes)
{
    const QHash<ObjectId, Indexes> leaving = leavingOf(input, nodes);
    const Side &target = input.sides.target;
    for (int i = 0; i < (leaving.isEmpty() ? 0 : target.size()); ++i) {
        const Fact &fact = target.fact(i);
        const auto *index = fact.as<IndexAttributes>();
        const auto *key = fact.as<ConstraintAttributes>();
        const bool isKey = key && fact.id.kind == Kind::Constraint && hasOwnIndex(key->type);
        if ((!index && !isKey) || !input.fates.comes(i))
            continue;
        const Indexes drops = leaving.value(index ? index->table : ddl::tableOf(fact.id));
        Indexes last;
        for (int child : target.neededBy[size_t(i)]) {
            for (int late : nodes.lateOf[size_t(child)])
                last.push_back(late);
        }
        if (last.empty() && nodes.createOf[size_t(i)] >= 0)
            last.push_back(nodes.createOf[size_t(i)]);
        for (int drop : drops) {
            for (int node : last)
                nodes.before.append({ drop, node });
        }
    }
}

} // namespace lockstep::plan::plain
