#include "rebuild.h"

#include "ddl.h"
#include "defaultprivileges.h"
#include "shelltypes.h"
#include "tableddl.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// Attaching a partition comes after its keys and indexes and before what it brings along.
constexpr int kRebuildAttachRank = 33;
constexpr int kViewRank = 19;

class Rebuilder
{
public:
    Rebuilder(const NodeInput &input, const Indexes &members, bool isDetached)
        : m_in(input)
        , m_sides(input.sides)
        , m_side(input.sides.current)
        , m_isDetached(isDetached)
    {
        for (int member : members)
            m_members.insert(m_side.fact(member).id);
    }

    QStringList statements(Indexes members)
    {
        std::stable_sort(members.begin(), members.end(), [&](int a, int b) { return order(a) < order(b); });
        bool attached = false;
        for (int member : members) {
            if (!attached && creationRank(m_side.fact(member)) > kRebuildAttachRank) {
                attachTables(members);
                attached = true;
            }
            add(member);
        }
        if (!attached)
            attachTables(members);
        m_statements += m_late;
        for (int member : members) {
            const auto *sequence = m_side.fact(member).as<SequenceAttributes>();
            if (sequence && sequence->ownedBy)
                m_statements << ddl::ownSequence(m_side.fact(member));
        }
        return m_statements;
    }

private:
    [[nodiscard]] std::tuple<int, int, int> order(int index) const
    {
        const Fact &fact = m_side.fact(index);
        const auto *column = fact.as<ColumnAttributes>();
        // A view comes before its own indexes and triggers.
        const bool isView = fact.id.kind == Kind::View || fact.id.kind == Kind::MaterializedView;
        return { isView ? kViewRank : creationRank(fact), column ? column->position : 0, index };
    }
    [[nodiscard]] bool has(Kind kind, const ObjectId &id) const
    {
        return m_members.contains(subId(kind, id.schema, id.name, id.sub));
    }
    [[nodiscard]] bool hasTable(const ObjectId &id) const { return m_members.contains(ddl::tableOf(id)); }

    /// True for what appears by itself: inherited parts of a parent that is rebuilt too, and what
    /// attaching the table brings.
    [[nodiscard]] bool comesByItself(int index) const
    {
        const Fact &fact = m_side.fact(index);
        const int parent = inheritedFrom(*m_side.catalog, index);
        const auto *constraint = fact.as<ConstraintAttributes>();
        if (parent < 0 || (constraint && hasOwnIndex(constraint->type)))
            return false;
        if (!hasTable(fact.id))
            return !isFreed(index);
        const auto *table = m_side.catalog->attributes<TableAttributes>(ddl::tableOf(fact.id));
        const bool isPartition = table && table->partitionOf;
        return !isPartition || !constraint || constraint->type != ConstraintType::Check;
    }

    /// A table that was let go by its parent before it lost what it had of it.
    [[nodiscard]] bool isFreed(int part) const
    {
        const int table = m_side.indexOf(ddl::tableOf(m_side.fact(part).id));
        return m_in.membership.droppedWith(part) == part
               && (leavesParentOf(m_sides, part) || (table >= 0 && m_in.membership.isDetached(table)));
    }

    void add(int index)
    {
        const Fact &fact = m_side.fact(index);
        if (isLeftover(fact, *m_side.catalog))
            return;
        switch (fact.id.kind) {
        case Kind::Table:
            m_statements +=
                ddl::createTable(fact, *m_side.catalog, [this](const ObjectId &id) { return isInline(id); });
            if (fact.as<TableAttributes>()->replicaIdentity != ReplicaIdentity::Default)
                m_late << ddl::replicaIdentity(fact);
            if (!fact.as<TableAttributes>()->clusterIndex.isEmpty())
                m_late << ddl::clusterOn(fact);
            if (!fact.as<TableAttributes>()->inherits.isEmpty())
                m_late += withoutParentsDefaults(m_in, m_side, index);
            m_late += unvalidatedAgain(
                m_side, index, [this](int check) { return m_in.fates.current[size_t(check)] == Fate::Keep; });
            m_statements += ddl::changeOwner(fact.id, fact.owner);
            m_statements += correctedPrivileges(fact, m_sides, *m_side.catalog);
            return;
        case Kind::Column:
            if (hasTable(fact.id))
                return;
            // An inherited column comes with its parent's, but not its settings.
            if (comesByItself(index)) {
                m_late += ddl::columnSettings(nullptr, fact);
                return;
            }
            m_statements += ddl::create(fact, *m_side.catalog);
            m_statements += correctedPrivileges(fact, m_sides, *m_side.catalog);
            return;
        case Kind::Default:
            if ((!hasTable(fact.id) && !has(Kind::Column, fact.id)) || isInheritedDefault(fact))
                m_statements += ddl::create(fact, *m_side.catalog);
            return;
        default: break;
        }
        if (comesByItself(index))
            return;
        if (fact.id.kind == Kind::Trigger)
            m_late += cloneStates(m_side, index, attachedThroughout(m_in));
        // A function that its type is made of comes with the type.
        if (const int type = m_side.shellOf[size_t(index)];
            type < 0 || !m_members.contains(m_side.fact(type).id))
            m_statements += created(index);
        m_statements += ddl::changeOwner(fact.id, fact.owner);
        m_statements += correctedPrivileges(fact, m_sides, *m_side.catalog);
        addAttachment(index);
        addIndexMarks(fact);
    }

    [[nodiscard]] QStringList created(int index) const
    {
        if (const std::optional<Fact> valid = validatedMeanwhile(m_in, index))
            return ddl::createConstraint(*valid, *m_side.catalog);
        return createWithFunctions(m_side, index);
    }

    /// A child takes over the default its parent has then, which may be another one.
    [[nodiscard]] bool isInheritedDefault(const Fact &value) const
    {
        const auto *table = m_side.catalog->attributes<TableAttributes>(ddl::tableOf(value.id));
        const int column = m_side.indexOf(subId(Kind::Column, value.id.schema, value.id.name, value.id.sub));
        return table && !table->partitionOf && hasTable(value.id) && column >= 0
               && !value.as<DefaultAttributes>()->isGenerated && inheritedFrom(*m_side.catalog, column) >= 0;
    }

    [[nodiscard]] bool isInline(const ObjectId &id) const
    {
        const auto *table = m_side.catalog->attributes<TableAttributes>(ddl::tableOf(id));
        const int column = m_side.indexOf(subId(Kind::Column, id.schema, id.name, id.sub));
        const bool isPartition = table && table->partitionOf;
        return isPartition || column < 0 || inheritedFrom(*m_side.catalog, column) < 0;
    }

    /// What the table said of the index when that was dropped.
    void addIndexMarks(const Fact &part)
    {
        const auto *index = part.as<IndexAttributes>();
        const auto *key = part.as<ConstraintAttributes>();
        const QString name = index ? part.id.name : key ? key->indexName : QString();
        const Fact *table = m_side.catalog->find(index ? index->table : ddl::tableOf(part.id));
        const auto *attributes = table ? table->as<TableAttributes>() : nullptr;
        if (name.isEmpty() || !attributes || m_members.contains(table->id))
            return;
        if (attributes->replicaIdentityIndex == name)
            m_late << ddl::replicaIdentity(*table);
        if (attributes->clusterIndex == name)
            m_late << ddl::clusterOn(*table);
    }

    /// Keys and indexes of a table that stays attached, once the parent's are there too; those of a new
    /// one follow ATTACH.
    void addAttachment(int index)
    {
        const Fact &fact = m_side.fact(index);
        const auto *attributes = fact.as<IndexAttributes>();
        const ObjectId table = attributes ? attributes->table : ddl::tableOf(fact.id);
        const int tableIndex = m_side.indexOf(table);
        if (tableIndex >= 0 && isRepartitioned(m_sides, tableIndex))
            return; // Attaching the table joins them.
        if (attributes && attributes->partitionOf && !m_members.contains(attributes->table))
            m_late << ddl::attachIndex(fact);
        const auto *constraint = fact.as<ConstraintAttributes>();
        if (constraint && hasOwnIndex(constraint->type) && !hasTable(fact.id)) {
            if (const QString attach = attachKey(*m_side.catalog, index); !attach.isEmpty())
                m_late << attach;
        }
    }

    void attachTables(const Indexes &members)
    {
        for (int member : members) {
            const auto *table = m_side.fact(member).as<TableAttributes>();
            if (table && table->partitionOf && !m_isDetached)
                m_statements << ddl::attachPartition(m_side.fact(member));
        }
        m_statements += m_late;
        m_late.clear();
    }

    const NodeInput &m_in;
    const Sides &m_sides;
    const Side &m_side;
    bool m_isDetached;
    QSet<ObjectId> m_members;
    QStringList m_statements;
    QStringList m_late;
};

} // namespace

int creationRank(const Fact &fact)
{
    switch (fact.id.kind) {
    case Kind::Schema: return 10;
    case Kind::Extension: return 11;
    case Kind::Collation:
    case Kind::Language:
    case Kind::TextSearchParser:
    case Kind::TextSearchTemplate:
    case Kind::TextSearchDictionary:
    case Kind::TextSearchConfiguration:
    case Kind::ForeignDataWrapper:
    case Kind::ForeignServer:
    case Kind::UserMapping: return 12;
    case Kind::Enum:
    case Kind::CompositeType:
    case Kind::RangeType:
    case Kind::BaseType: return 13;
    case Kind::Domain: return 14;
    case Kind::DomainConstraint: return 15;
    case Kind::Sequence: return 16;
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate:
    case Kind::Operator:
    case Kind::OperatorFamily:
    case Kind::OperatorClass:
    case Kind::AccessMethod:
    case Kind::Cast:
    case Kind::Conversion:
    case Kind::Transform: return 17;
    case Kind::Table: return 18;
    case Kind::Column: return 20;
    case Kind::Default: return 22;
    case Kind::Constraint:
        return fact.as<ConstraintAttributes>()->type == ConstraintType::ForeignKey ? 35 : 30;
    case Kind::Index: return 31;
    case Kind::View: return 40;
    case Kind::MaterializedView: return 41;
    case Kind::StatisticsObject: return 42;
    case Kind::Trigger: return 50;
    case Kind::Rule: return 51;
    case Kind::Policy: return 52;
    case Kind::Publication:
    case Kind::PublicationMember:
    case Kind::Subscription: return 53;
    case Kind::EventTrigger: return 54;
    case Kind::Comment:
    case Kind::SecurityLabel: return 70;
    // Revoking from a table revokes from its columns too, so columns come after.
    case Kind::Grant: return fact.id.on == Kind::Column ? 72 : 71;
    case Kind::DefaultPrivilege: return 73;
    case Kind::EnumLabel:
    case Kind::Unmodelled: break;
    }
    return 99;
}

QString attachKey(const Catalog &catalog, int constraint)
{
    const int parent = inheritedFrom(catalog, constraint);
    if (parent < 0)
        return {};
    const auto indexOf = [&](int index) {
        const Fact &fact = catalog.facts()[size_t(index)];
        return qualified(fact.id.schema, fact.as<ConstraintAttributes>()->indexName);
    };
    return QStringLiteral("ALTER INDEX %1 ATTACH PARTITION %2").arg(indexOf(parent), indexOf(constraint));
}

QStringList rebuild(const NodeInput &input, const Indexes &members, bool isDetached)
{
    return Rebuilder(input, members, isDetached).statements(members);
}

} // namespace lockstep::plan::plain
