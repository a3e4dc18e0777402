#include "nodes.h"

#include "ddl.h"
#include "defaultprivileges.h"
#include "generators.h"
#include "losses.h"
#include "operatorlinks.h"
#include "overloads.h"
#include "rebuild.h"
#include "replacedviews.h"
#include "shelltypes.h"
#include "tableddl.h"
#include "typedtables.h"

#include <optional>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool isDestructiveKind(Kind kind)
{
    switch (kind) {
    case Kind::Table:
    case Kind::Column:
    case Kind::Sequence:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate:
    case Kind::Enum:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::RangeType:
    case Kind::BaseType:
    case Kind::Operator:
    case Kind::OperatorFamily:
    case Kind::OperatorClass:
    case Kind::Cast:
    case Kind::Conversion:
    case Kind::Language:
    case Kind::Transform:
    case Kind::AccessMethod:
    case Kind::Schema:
    case Kind::Extension:
    case Kind::TextSearchParser:
    case Kind::TextSearchTemplate:
    case Kind::TextSearchDictionary:
    case Kind::TextSearchConfiguration:
    case Kind::ForeignDataWrapper:
    case Kind::ForeignServer:
    case Kind::UserMapping:
    case Kind::Publication:
    case Kind::Subscription: return true;
    default: return false;
    }
}

/// Collects, for each fact with a statement of its own, the facts that come or go with it.
class NodeMaker
{
public:
    explicit NodeMaker(const NodeInput &input)
        : m_in(input)
    {
        const auto current = size_t(input.sides.current.size());
        const auto target = size_t(input.sides.target.size());
        m_nodes.dropOf.assign(current, -1);
        m_nodes.detachOf.assign(current, -1);
        m_nodes.createOf.assign(target, -1);
        m_nodes.alterOf.resize(target);
        m_nodes.lateOf.resize(target);
    }

    Nodes make()
    {
        addRenameNodes(m_in, m_nodes);
        addDrops();
        addCreates();
        addAlters();
        carryOverSequences(m_in, m_nodes);
        addOwnerNodes(m_in, m_nodes);
        addInheritanceNodes(m_in, m_nodes);
        addLateNodes(m_in, m_nodes);
        addTypedTableNodes(m_in, m_nodes);
        keepColumnGrants(m_in, m_nodes);
        validateBeforeLeaving(m_in, m_nodes);
        joinTransactions(m_in, m_nodes);
        exchangeOverloads(m_in, m_nodes);
        return std::move(m_nodes);
    }

private:
    [[nodiscard]] const Side &current() const { return m_in.sides.current; }
    [[nodiscard]] const Side &target() const { return m_in.sides.target; }
    [[nodiscard]] bool isSwapped(int currentIndex) const
    {
        return currentIndex >= 0 && m_in.fates.swapped[size_t(currentIndex)];
    }

    void addDrops();
    void addDrop(int root, const Indexes &members);
    void addCreates();
    void addCreate(int root);
    void addAlters();
    void addAlterOf(int index);
    [[nodiscard]] bool isInline(int root, const ObjectId &id) const;
    [[nodiscard]] QStringList settingsBelow(int column) const;
    [[nodiscard]] bool isAlteredAbove(int index) const;

    const NodeInput &m_in;
    Nodes m_nodes;
    std::optional<ReplacedViews> m_replacedViews;
};

void NodeMaker::addDrops()
{
    std::vector<Indexes> members(size_t(current().size()));
    for (int i = 0; i < current().size(); ++i) {
        if (!m_in.fates.goes(i))
            continue;
        if (const int root = m_in.membership.droppedWith(i); root >= 0)
            members[size_t(root)].push_back(i);
    }
    for (int i = 0; i < current().size(); ++i) {
        if (members[size_t(i)].empty())
            continue;
        if (isSwapped(i))
            addSwapNodes(m_in, i, m_nodes);
        else
            addDrop(i, members[size_t(i)]);
        for (int member : members[size_t(i)])
            m_nodes.dropOf[size_t(member)] = m_nodes.dropOf[size_t(i)];
    }
}

void NodeMaker::addDrop(int root, const Indexes &members)
{
    const Fact &fact = current().fact(root);
    const bool forGood = m_in.fates.current[size_t(root)] == Fate::Drop;
    const QString title =
        (forGood ? QStringLiteral("Drop ") : QStringLiteral("Take down ")) + displayName(fact);
    Action action = makeAction(fact.id, title, dropWithFunctions(current(), root),
                               rebuild(m_in, members, m_in.membership.isDetached(root)));
    if (fact.id.kind == Kind::Extension) // Dropped after the default privileges have changed.
        action.backward = besidesDefaults(fact, target(), action.backward);
    action.detail = detailOfDrop(fact);
    if (isLeftover(fact, *current().catalog))
        action.caution = QStringLiteral("%1 was invalid and served no query: the way back does not build it.")
                             .arg(displayName(fact.id));
    if (fact.id.kind == Kind::Column)
        keepInChildren(m_in, root, action);
    if (fact.id.kind == Kind::Constraint && keepCheckInChildren(m_in, root, action))
        action.detail = Other{};
    const bool isColumn = fact.id.kind == Kind::Column;
    const bool isGenerated = isColumn && fact.as<ColumnAttributes>()->generated != Generated::None;
    const bool losesRows =
        (fact.id.kind == Kind::Table && !isForeignTable(fact)) || (isColumn && !isGenerated);
    action.isDestructive = losesRows || (forGood && isDestructiveKind(fact.id.kind));
    if (losesRows) {
        action.loses.append({ displayName(fact.id) });
        action.caution = QStringLiteral("The way back makes %1 again, but not what was stored in it.")
                             .arg(displayName(fact.id));
    }
    action.isRebuild = !forGood;
    const int rank = !forGood                      ? kTakeDownRank
                     : action.isDestructive        ? kDestructiveRank
                     : fact.id.kind == Kind::Grant ? kRevokeRank
                                                   : kDropRank;
    m_nodes.dropOf[size_t(root)] = addNode(m_nodes, std::move(action), rank);
}

/// CREATE TABLE names its own columns, unless they come from a parent.
bool NodeMaker::isInline(int root, const ObjectId &id) const
{
    const int index = target().indexOf(id);
    if (index < 0 || m_in.membership.createdWith(index) != root)
        return false;
    if (target().fact(root).id.kind == Kind::Column && target().fact(root).id.sub == id.sub
        && ddl::tableOf(target().fact(root).id) == ddl::tableOf(id))
        return true;
    const auto *table = target().fact(root).as<TableAttributes>();
    const int column = target().indexOf(subId(Kind::Column, id.schema, id.name, id.sub));
    const bool isPartition = table && table->partitionOf.has_value();
    return isPartition || column < 0 || inheritedFrom(*target().catalog, column) < 0;
}

void NodeMaker::addCreates()
{
    for (int i = 0; i < target().size(); ++i) {
        if (!m_in.fates.comes(i) || m_in.membership.createdWith(i) != i)
            continue;
        if (m_nodes.createOf[size_t(i)] < 0) // The new one of swapped types is there already.
            addCreate(i);
    }
    for (int i = 0; i < target().size(); ++i) {
        const int root = m_in.fates.comes(i) ? m_in.membership.createdWith(i) : -1;
        if (root >= 0)
            m_nodes.createOf[size_t(i)] = m_nodes.createOf[size_t(root)];
    }
}

/// The settings of columns that come with their parent's.
QStringList NodeMaker::settingsBelow(int column) const
{
    QStringList statements;
    for (int child : target().neededBy[size_t(column)]) {
        if (child == column || target().fact(child).id.kind != Kind::Column || !m_in.fates.comes(child)
            || inheritedFrom(*target().catalog, child) != column
            || m_in.membership.createdWith(child) != m_in.membership.createdWith(column))
            continue;
        statements += ddl::columnSettings(nullptr, target().fact(child)) + settingsBelow(child);
    }
    return statements;
}

void NodeMaker::addCreate(int root)
{
    const Fact fact = ownedFact(m_in, root);
    QStringList forward;
    const auto *column = fact.as<ColumnAttributes>();
    if (fact.id.kind == Kind::Table) {
        forward =
            ddl::createTable(fact, *target().catalog, [&](const ObjectId &id) { return isInline(root, id); });
        if (!fact.as<TableAttributes>()->inherits.isEmpty())
            forward += withoutParentsDefaults(m_in, target(), root);
        forward += unvalidatedAgain(
            target(), root, [this](int check) { return m_in.fates.target[size_t(check)] == Fate::Keep; });
    } else if (column) {
        const ObjectId value = subId(Kind::Default, fact.id.schema, fact.id.name, fact.id.sub);
        const auto *defaultValue =
            isInline(root, value) ? target().catalog->attributes<DefaultAttributes>(value) : nullptr;
        forward << ddl::alterTable(fact.id,
                                   QStringLiteral("ADD COLUMN ") + ddl::columnClause(fact, defaultValue));
        forward += ddl::columnSettings(nullptr, fact) + settingsBelow(root);
    } else {
        const bool isSaidOf = fact.id.kind == Kind::Grant || fact.id.kind == Kind::MaterializedView;
        forward = isSaidOf ? ddl::create(fact, *target().catalog) : createWithFunctions(target(), root);
    }
    if (fact.id.kind == Kind::Extension) // Made before the default privileges change.
        forward = besidesDefaults(fact, current(), forward);
    forward += ddl::changeOwner(fact.id, fact.owner);
    if (fact.id.kind == Kind::Trigger)
        forward +=
            cloneStates(target(), root, [this](int table) { return !m_in.membership.isAttached(table); });
    forward += correctedPrivileges(fact, m_in.sides, *target().catalog);
    for (int function : functionsOf(target(), root)) {
        const Fact part = ownedFact(m_in, function);
        forward += ddl::changeOwner(part.id, part.owner);
        forward += correctedPrivileges(part, m_in.sides, *target().catalog);
    }
    const bool isNew = m_in.fates.target[size_t(root)] == Fate::Create;
    const QString verb = fact.id.kind == Kind::Column || fact.id.kind == Kind::Constraint
                             ? QStringLiteral("Add ")
                         : isNew ? QStringLiteral("Create ")
                                 : QStringLiteral("Rebuild ");
    Action action = makeAction(fact.id, verb + displayName(fact), forward, dropWithFunctions(target(), root));
    action.detail = detailOfCreate(fact, *target().catalog);
    action.isRebuild = !isNew;
    if (column && takeFromChild(m_in, root, action))
        action.detail = Other{};
    if (fact.id.kind == Kind::Constraint && takeCheckFromChildren(m_in, root, action))
        action.detail = Other{};
    m_nodes.createOf[size_t(root)] = addNode(m_nodes, std::move(action), creationRank(fact));
    m_nodes.nodes.back().position = column ? column->position : 0;
}

void NodeMaker::addAlters()
{
    for (int i = 0; i < current().size(); ++i) {
        if (m_in.fates.converted[size_t(i)] && m_in.fates.current[size_t(i)] == Fate::Keep)
            addConversionNode(m_in, i, m_nodes);
    }
    for (int i = 0; i < target().size(); ++i) {
        if (m_in.fates.target[size_t(i)] == Fate::Alter)
            addAlterOf(i);
    }
}

/// ALTER CONSTRAINT, VALIDATE and the like reach partitions and children by themselves.
bool NodeMaker::isAlteredAbove(int index) const
{
    const auto *constraint = target().fact(index).as<ConstraintAttributes>();
    if (!constraint || hasOwnIndex(constraint->type))
        return false;
    const int parent = inheritedFrom(*target().catalog, index);
    return parent >= 0 && m_in.fates.target[size_t(parent)] == Fate::Alter;
}

void NodeMaker::addAlterOf(int index)
{
    const Fact &after = target().fact(index);
    const Fact &before = current().fact(m_in.sides.currentOf[size_t(index)]);
    const QString title = QStringLiteral("Change ") + displayName(after);
    const auto plain = [&](const QStringList &forward, const QStringList &backward) {
        if (forward.isEmpty())
            return;
        Action action = makeAction(after.id, title, forward, backward);
        if (after.id.kind == Kind::CompositeType)
            nameAttributeLosses(m_in, index, action);
        addAlter(m_nodes, index, std::move(action), creationRank(after));
    };
    switch (after.id.kind) {
    case Kind::Column: addColumnNodes(m_in, index, m_nodes); return;
    case Kind::Constraint:
        if (isAlteredAbove(index))
            return;
        break;
    case Kind::Enum: addLabelNodes(m_in, index, m_nodes); return;
    case Kind::Extension: addExtensionNodes(m_in, index, m_nodes); return;
    case Kind::Table:
        plain(ddl::alterTable(before, after), ddl::alterTable(after, before));
        addRowSecurityNode(m_in, index, m_nodes);
        return;
    case Kind::Default: {
        const int columnAfter =
            target().indexOf(subId(Kind::Column, after.id.schema, after.id.name, after.id.sub));
        if (columnAfter < 0) { // A view's, which has no column of its own here.
            plain({ ddl::setDefault(after) }, { ddl::setDefault(before) });
            return;
        }
        const int column = m_in.sides.currentOf[size_t(columnAfter)];
        if (before.as<DefaultAttributes>()->isGenerated) // The expression went with the column's own change.
            plain({ ddl::setDefault(after) }, { ddl::dropDefault(after.id) });
        else if (!m_in.fates.converted[size_t(column)]
                 && !(changesType(current().fact(column), target().fact(columnAfter))))
            plain({ ddl::setDefault(after) }, { ddl::setDefault(before) });
        return;
    }
    default: break;
    }
    if (after.id.kind == Kind::Grant) { // Both ways run while the object has its new owner.
        const auto *a = before.as<GrantAttributes>();
        const auto *b = after.as<GrantAttributes>();
        const QString owner = ownedFact(m_in, index).owner;
        plain(ddl::grants(after.id, a, b, owner), ddl::grants(after.id, b, a, owner));
        return;
    }
    const Fact from = withoutPartingLinks(before, current(), target());
    const Fact to = withoutPartingLinks(after, target(), current());
    const auto forward = ddl::alter(from, to, *target().catalog);
    const auto backward = ddl::alter(to, from, *current().catalog);
    if (ReplacedViews::isOne(before, after)) {
        if (!m_replacedViews)
            m_replacedViews.emplace(m_in);
        addAlter(m_nodes, index, m_replacedViews->replacement(index, forward.value_or(QStringList())),
                 creationRank(after));
        return;
    }
    plain(throughLeavingTables(m_in, from, forward.value_or(QStringList())),
          throughLeavingTables(m_in, from, backward.value_or(QStringList())));
}

} // namespace

Nodes makeNodes(const NodeInput &input)
{
    return NodeMaker(input).make();
}

} // namespace lockstep::plan::plain
