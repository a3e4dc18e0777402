#include "onlinetypes.h"

#include "strategies/typechange.h"
#include "typecopies.h"

#include <algorithm>
#include <numeric>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

bool rewrites(const ChangeType &change)
{
    const bool isInstant =
        change.usingExpression.isEmpty() && isInstantTypeChange(change.fromType, change.toType);
    // Where only the collation or the definition of the type changes, indexes are built again at most.
    return !isInstant && change.fromType != change.toType;
}

bool isRenamed(const QVector<OnlineRename> &renames, const ObjectId &column)
{
    return std::any_of(renames.begin(), renames.end(), [&](const OnlineRename &rename) {
        return rename.from.schema == column.schema && rename.from.name == column.name;
    });
}

/// The plan with other actions before some and without some.
class Splitter
{
public:
    explicit Splitter(PlainPlan *plan)
        : m_plan(plan)
        , m_place(plan->actions.size(), -1)
        , m_stands(plan->actions.size(), -1)
    { }

    /// The actions `folded` are done by `change`.
    void split(int change, const TypeCopy &found)
    {
        m_copies.emplace_back(change, found.copy);
        for (const int action : found.folded)
            m_stands[std::size_t(action)] = change;
    }

    void finish()
    {
        std::vector<Action> actions;
        for (std::size_t i = 0; i < m_plan->actions.size(); ++i) {
            if (m_stands[i] >= 0)
                continue;
            const auto split = std::find_if(m_copies.begin(), m_copies.end(),
                                            [&](const auto &one) { return one.first == int(i); });
            Action action = m_plan->actions[i];
            inherit(int(i), &action);
            if (split != m_copies.end())
                action.needs.push_back(addCopy(action, split->second, &actions));
            m_place[i] = int(actions.size());
            actions.push_back(std::move(action));
        }
        for (const auto &[change, copy] : m_copies)
            addEnd(m_plan->actions[std::size_t(change)], copy, &actions);
        m_plan->actions = std::move(actions);
    }

private:
    /// What it needed, and what those needed that it does the work of, as they are numbered now.
    void inherit(int at, Action *action)
    {
        std::vector<int> needs = action->needs;
        for (std::size_t i = 0; i < m_stands.size(); ++i) {
            if (m_stands[i] == at)
                needs.insert(needs.end(), m_plan->actions[i].needs.begin(), m_plan->actions[i].needs.end());
        }
        action->needs = placed(needs, at);
        action->together = placed(action->together, at);
    }
    [[nodiscard]] std::vector<int> placed(const std::vector<int> &old, int at) const
    {
        std::vector<int> result;
        for (int action : old) {
            if (m_stands[std::size_t(action)] >= 0)
                action = m_stands[std::size_t(action)];
            // What another action needs of a folded one it has to wait for the swap for.
            if (action < at && m_place[std::size_t(action)] >= 0)
                result.push_back(m_place[std::size_t(action)]);
        }
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

    /// The copy comes before what is taken down for the swap, so it waits for nothing of that.
    static int addCopy(Action &change, const std::shared_ptr<ColumnCopy> &copy, std::vector<Action> *actions)
    {
        Action made;
        made.object = change.object;
        made.relation = change.relation;
        made.title = QStringLiteral("Copy %1").arg(schema::displayName(change.object));
        made.detail = CopyColumn{ copy };
        for (const int need : change.needs) {
            if (!(*actions)[std::size_t(need)].isRebuild)
                made.needs.push_back(need);
        }
        std::get<ChangeType>(change.detail).copy = copy;
        change.loses.clear();
        actions->push_back(std::move(made));
        return int(actions->size()) - 1;
    }

    static void addEnd(const Action &change, const std::shared_ptr<ColumnCopy> &copy,
                       std::vector<Action> *actions)
    {
        Action end;
        end.object = change.object;
        end.relation = change.relation;
        end.title = QStringLiteral("Drop the old %1").arg(change.object.sub);
        end.detail = DropOldColumn{ copy };
        end.loses = change.loses;
        end.caution = change.caution;
        end.needs.resize(actions->size());
        std::iota(end.needs.begin(), end.needs.end(), 0);
        actions->push_back(std::move(end));
    }

    PlainPlan *m_plan;
    std::vector<int> m_place; ///< By number before: the number now.
    std::vector<int> m_stands; ///< By number before: the action that does its work; -1: itself.
    std::vector<std::pair<int, std::shared_ptr<ColumnCopy>>> m_copies;
};

/// What works on the column under its name after the change has to wait for it.
void orderAfter(PlainPlan *plan, int change)
{
    const Action &action = plan->actions[std::size_t(change)];
    const schema::Catalog &target = *plan->changes->target;
    const int column = target.indexOf(action.object);
    const auto users = target.neededBy(column);
    for (std::size_t i = std::size_t(change) + 1; i < plan->actions.size(); ++i) {
        Action &later = plan->actions[i];
        const int at = target.indexOf(later.object);
        if (later.object == action.object || (at >= 0 && std::binary_search(users.begin(), users.end(), at)))
            later.needs.push_back(change);
    }
}

} // namespace

void splitTypeChanges(PlainPlan *plan, const schema::StatisticsPtr &statistics, const PlanOptions &options,
                      const QVector<OnlineRename> &renames)
{
    const Context context(*plan, statistics, options);
    Splitter splitter(plan);
    QVector<ObjectId> tables;
    bool isSplit = false;
    for (int i = 0; i < int(plan->actions.size()); ++i) {
        Action &action = plan->actions[std::size_t(i)];
        auto *change = std::get_if<ChangeType>(&action.detail);
        if (!change || !context.needsOnlineWay(action) || !rewrites(*change))
            continue;
        TypeCopy found = typeCopy(*plan, i, context);
        if (isRenamed(renames, action.object))
            found.why = QStringLiteral("A column of the table gets another name at the same time.");
        else if (found.why.isEmpty() && tables.contains(action.relation))
            found.why =
                QStringLiteral("Another column of the table changes its type online; make a plan of its "
                               "own for this one.");
        change->whyNotOnline = found.why;
        if (!found.why.isEmpty())
            continue;
        tables.append(action.relation);
        orderAfter(plan, i);
        splitter.split(i, found);
        isSplit = true;
    }
    if (isSplit)
        splitter.finish();
}

} // namespace lockstep::plan
