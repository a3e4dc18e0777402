#include "primarykeychange.h"

#include "folding.h"
#include "strategies/drafts.h"

#include <algorithm>
#include <optional>

namespace lockstep::plan {

namespace {

using schema::ConstraintAttributes;
using schema::ConstraintType;
using schema::Kind;
using schema::ObjectId;

template <typename Detail>
const ConstraintAttributes *constraintOf(const Action &action, ConstraintType type)
{
    const auto *detail = std::get_if<Detail>(&action.detail);
    return detail && detail->attributes.type == type ? &detail->attributes : nullptr;
}

bool canBeIndexed(const Action &action, const ConstraintAttributes &key)
{
    return keyByIndex(relationSql(action), action.object, key).has_value();
}

/// Its columns are NOT NULL, or become it by actions of their own.
bool areNotNull(const Action &add, const ConstraintAttributes &key, const Context &context)
{
    return std::all_of(key.columns.begin(), key.columns.end(), [&](const QString &name) {
        const ObjectId &table = add.relation;
        const ObjectId column = schema::subId(Kind::Column, table.schema, table.name, name);
        const auto *before =
            context.current().attributes<schema::ColumnAttributes>(context.currentId(column));
        return !before || before->notNull || context.setsNotNull(column);
    });
}

bool isPartOfPartitioned(const Action &foreignKey, const Context &context)
{
    const auto *table =
        context.current().attributes<schema::TableAttributes>(context.currentId(foreignKey.relation));
    return !table || table->partitionOf || !table->partitionKey.isEmpty();
}

/// The members of one change in the plan.
struct Members
{
    int drop = -1;
    int add = -1;
    QVector<std::pair<int, int>> references;
    QVector<int> uniques;
};

class Finder
{
public:
    Finder(const PlainPlan &plan, const Context &context)
        : m_plan(plan)
        , m_context(context)
    { }

    [[nodiscard]] std::optional<Members> changeEndingWith(int add) const
    {
        const Action &added = action(add);
        const auto *after = constraintOf<AddConstraint>(added, ConstraintType::PrimaryKey);
        if (!after || !m_context.needsOnlineWay(added) || m_context.isReplacement(added)
            || m_context.isPartitioned(added.relation) || !canBeIndexed(added, *after)
            || !areNotNull(added, *after, m_context))
            return std::nullopt;
        Members members;
        members.add = add;
        members.drop = dropOf(added.relation, add);
        const bool isPlain = members.drop >= 0 && action(members.drop).loses.isEmpty()
                             && action(members.drop).forward.size() == 1;
        return isPlain && takeReferences(&members) ? std::optional(members) : std::nullopt;
    }

private:
    [[nodiscard]] const Action &action(int at) const { return m_plan.actions[std::size_t(at)]; }

    [[nodiscard]] int dropOf(const ObjectId &table, int before) const
    {
        for (int i = 0; i < before; ++i) {
            const auto *key = constraintOf<DropConstraint>(action(i), ConstraintType::PrimaryKey);
            if (key && action(i).relation == table && canBeIndexed(action(i), *key))
                return i;
        }
        return -1;
    }

    /// False if one of them could not come back without reading its rows.
    [[nodiscard]] bool takeReferences(Members *members) const
    {
        for (const int need : action(members->drop).needs) {
            const auto *key = constraintOf<DropConstraint>(action(need), ConstraintType::ForeignKey);
            const int again = key ? addedAgain(action(need).object) : -1;
            if (again < 0)
                continue; // It goes for good, by itself, or has nothing to do with it.
            const auto *after = constraintOf<AddConstraint>(action(again), ConstraintType::ForeignKey);
            const bool isWhole =
                key->validated && key->enforced && after && after->validated && after->enforced;
            if (!isWhole || isPartOfPartitioned(action(need), m_context) || action(need).forward.size() != 1
                || action(again).forward.size() != 1)
                return false;
            members->references.append({ need, again });
            takeUniques(action(again), action(members->add).relation, &members->uniques);
        }
        return true;
    }

    /// New keys of the table that the foreign key needs: they wait for the old foreign key to go.
    void takeUniques(const Action &foreignKey, const ObjectId &table, QVector<int> *uniques) const
    {
        for (const int need : foreignKey.needs) {
            const auto *key = constraintOf<AddConstraint>(action(need), ConstraintType::Unique);
            if (key && action(need).relation == table && canBeIndexed(action(need), *key)
                && !m_context.isReplacement(action(need)) && !uniques->contains(need))
                uniques->append(need);
        }
    }

    [[nodiscard]] int addedAgain(const ObjectId &constraint) const
    {
        for (int i = 0; i < int(m_plan.actions.size()); ++i) {
            if (action(i).object == constraint && std::holds_alternative<AddConstraint>(action(i).detail))
                return i;
        }
        return -1;
    }

    const PlainPlan &m_plan;
    const Context &m_context;
};

Fold foldOf(const Members &members, const PlainPlan &plan)
{
    const auto at = [&](int action) -> const Action & { return plan.actions[std::size_t(action)]; };
    auto change = std::make_shared<PrimaryKeyChange>();
    change->drop = at(members.drop);
    change->add = at(members.add);
    Fold fold;
    fold.members = { members.drop, members.add };
    for (const auto &[drop, add] : members.references) {
        change->references.push_back({ at(drop), at(add) });
        fold.members.push_back(drop);
        fold.members.push_back(add);
    }
    for (const int unique : members.uniques) {
        change->uniques.push_back(at(unique));
        fold.members.push_back(unique);
    }
    const auto &key = std::get<AddConstraint>(change->add.detail).attributes;
    fold.action.object = change->add.object;
    fold.action.relation = change->add.relation;
    fold.action.title =
        QStringLiteral("Change the primary key of %1 to %2")
            .arg(schema::dottedName(change->add.relation), key.columns.join(QStringLiteral(", ")));
    fold.action.detail = ChangePrimaryKey{ change };
    return fold;
}

} // namespace

void joinPrimaryKeyChanges(PlainPlan *plan, const schema::StatisticsPtr &statistics,
                           const PlanOptions &options)
{
    // One after the other, since each gives the actions new numbers.
    for (int add = 0; add < int(plan->actions.size()); ++add) {
        const Context context(*plan, statistics, options);
        const auto members = Finder(*plan, context).changeEndingWith(add);
        if (!members)
            continue;
        PlainPlan joined = *plan;
        if (fold(&joined, { foldOf(*members, *plan) }).has_value()) {
            *plan = std::move(joined);
            add = -1;
        }
    }
}

} // namespace lockstep::plan
