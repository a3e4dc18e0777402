#include "looseactions.h"

#include <algorithm>
#include <set>

namespace lockstep::plan {

LooseActions::LooseActions(const PlainPlan &plan)
{
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        m_stands.push_back(int(i));
        m_loose.push_back({ plan.actions[i], { int(i), 1 } });
    }
}

int LooseActions::add(Action action, int place)
{
    const int number = size();
    m_stands.push_back(number);
    m_loose.push_back({ std::move(action), { place, 0 } });
    return number;
}

void LooseActions::standIn(int by, int other)
{
    Action &kept = at(by);
    const Action &done = at(other);
    kept.needs.insert(kept.needs.end(), done.needs.begin(), done.needs.end());
    kept.together.insert(kept.together.end(), done.together.begin(), done.together.end());
    replace(by, other);
}

bool LooseActions::isLeft(int number) const
{
    return m_stands[std::size_t(number)] == number;
}

std::optional<std::vector<Action>> LooseActions::finish()
{
    for (int i = 0; i < size(); ++i) {
        resolve(&at(i).needs, i);
        resolve(&at(i).together, i);
    }
    std::vector<std::vector<int>> users(m_loose.size());
    std::vector<std::size_t> missing(m_loose.size());
    std::set<std::pair<std::pair<int, int>, int>> ready;
    std::size_t wanted = 0;
    for (int i = 0; i < size(); ++i) {
        if (!isLeft(i))
            continue;
        ++wanted;
        missing[std::size_t(i)] = at(i).needs.size();
        for (const int need : at(i).needs)
            users[std::size_t(need)].push_back(i);
        if (at(i).needs.empty())
            ready.insert({ m_loose[std::size_t(i)].place, i });
    }
    std::vector<int> order;
    while (!ready.empty()) {
        const int next = ready.begin()->second;
        ready.erase(ready.begin());
        order.push_back(next);
        for (const int user : users[std::size_t(next)]) {
            if (--missing[std::size_t(user)] == 0)
                ready.insert({ m_loose[std::size_t(user)].place, user });
        }
    }
    return order.size() == wanted ? std::optional(numbered(order)) : std::nullopt;
}

void LooseActions::resolve(std::vector<int> *numbers, int own) const
{
    for (int &number : *numbers) {
        while (!isLeft(number))
            number = m_stands[std::size_t(number)];
    }
    std::sort(numbers->begin(), numbers->end());
    numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
    std::erase(*numbers, own);
}

std::vector<Action> LooseActions::numbered(const std::vector<int> &order)
{
    std::vector<int> place(m_loose.size(), -1);
    for (std::size_t i = 0; i < order.size(); ++i)
        place[std::size_t(order[i])] = int(i);
    std::vector<Action> actions(order.size());
    std::vector<std::pair<int, int>> together;
    for (const int number : order) {
        const int own = place[std::size_t(number)];
        Action &action = at(number);
        for (int &need : action.needs)
            need = place[std::size_t(need)];
        std::sort(action.needs.begin(), action.needs.end());
        for (const int other : std::exchange(action.together, {}))
            together.emplace_back(place[std::size_t(other)], own);
        actions[std::size_t(own)] = std::move(action);
    }
    for (const auto &[one, other] : together)
        actions[std::size_t(std::max(one, other))].together.push_back(std::min(one, other));
    return actions;
}

} // namespace lockstep::plan
