#include "folding.h"

#include <algorithm>
#include <set>

namespace lockstep::plan {

namespace {

/// The actions that stay, each standing for itself or for its fold, by the number of the first member.
class Folding
{
public:
    Folding(PlainPlan *plan, const QVector<Fold> &folds)
        : m_actions(plan->actions)
        , m_standsFor(m_actions.size())
        , m_needs(m_actions.size())
    {
        for (std::size_t i = 0; i < m_actions.size(); ++i)
            m_standsFor[i] = int(i);
        for (const Fold &fold : folds) {
            const int first = *std::min_element(fold.members.begin(), fold.members.end());
            for (const int member : fold.members)
                m_standsFor[std::size_t(member)] = first;
        }
        for (std::size_t i = 0; i < m_actions.size(); ++i)
            addNeeds(int(i), m_actions[i].needs);
        for (const Fold &fold : folds) {
            const int first = m_standsFor[std::size_t(fold.members.front())];
            Action action = fold.action;
            action.together.clear();
            for (const int member : fold.members) {
                const std::vector<int> &together = m_actions[std::size_t(member)].together;
                action.together.insert(action.together.end(), together.begin(), together.end());
            }
            m_actions[std::size_t(first)] = std::move(action);
            addNeeds(first, fold.needs);
        }
    }

    /// Kahn's algorithm; of what may come next, what came first before. False if some never may.
    [[nodiscard]] bool sort()
    {
        std::vector<std::size_t> missing(m_actions.size(), 0);
        std::vector<std::vector<int>> users(m_actions.size());
        std::set<int> ready;
        std::size_t count = 0;
        for (std::size_t i = 0; i < m_actions.size(); ++i) {
            if (m_standsFor[i] != int(i))
                continue;
            ++count;
            missing[i] = m_needs[i].size();
            for (const int need : m_needs[i])
                users[std::size_t(need)].push_back(int(i));
            if (missing[i] == 0)
                ready.insert(int(i));
        }
        while (!ready.empty()) {
            const int at = *ready.begin();
            ready.erase(ready.begin());
            m_order.push_back(at);
            for (const int user : users[std::size_t(at)]) {
                if (--missing[std::size_t(user)] == 0)
                    ready.insert(user);
            }
        }
        return m_order.size() == count;
    }

    [[nodiscard]] std::vector<Action> actions() const
    {
        std::vector<int> place(m_actions.size(), -1);
        for (std::size_t i = 0; i < m_order.size(); ++i)
            place[std::size_t(m_order[i])] = int(i);
        std::vector<Action> result;
        for (const int old : m_order) {
            Action action = m_actions[std::size_t(old)];
            action.needs.clear();
            for (const int need : m_needs[std::size_t(old)])
                action.needs.push_back(place[std::size_t(need)]);
            std::sort(action.needs.begin(), action.needs.end());
            std::vector<int> together;
            for (const int other : action.together) {
                const int at = place[std::size_t(m_standsFor[std::size_t(other)])];
                if (at < int(result.size()))
                    together.push_back(at);
            }
            action.together = together;
            result.push_back(std::move(action));
        }
        return result;
    }

private:
    void addNeeds(int action, const std::vector<int> &needs)
    {
        const int user = m_standsFor[std::size_t(action)];
        for (const int need : needs) {
            const int needed = m_standsFor[std::size_t(need)];
            if (needed != user)
                m_needs[std::size_t(user)].insert(needed);
        }
    }

    std::vector<Action> m_actions;
    std::vector<int> m_standsFor;
    std::vector<std::set<int>> m_needs;
    std::vector<int> m_order;
};

} // namespace

base::Result<void> fold(PlainPlan *plan, const QVector<Fold> &folds)
{
    if (folds.isEmpty())
        return {};
    Folding folding(plan, folds);
    if (!folding.sort()) {
        base::Error error;
        error.kind = base::ErrorKind::Usage;
        error.message =
            QStringLiteral("The plan has to do something between the columns of a split or merge.");
        error.hint = QStringLiteral("Make a plan of its own for the split or merge first.");
        return error;
    }
    plan->actions = folding.actions();
    return {};
}

} // namespace lockstep::plan
