#include "typesplitter.h"

#include <algorithm>
#include <set>

namespace lockstep::plan {

namespace {

/// An action while the plan is put together anew: `needs` and `together` are numbers of such, in any order.
struct LooseAction
{
    Action action;
    std::pair<int, int> place; ///< Where it would stand if nothing else decided.
};

class Splitter
{
public:
    explicit Splitter(const PlainPlan &plan)
        : m_stands(plan.actions.size())
    {
        for (std::size_t i = 0; i < plan.actions.size(); ++i) {
            m_stands[i] = int(i);
            m_loose.push_back({ plan.actions[i], { int(i), 1 } });
        }
    }

    void split(const TableChanges &table)
    {
        const int swap = table.changes.back();
        std::vector<int> done = table.found.folded;
        done.insert(done.end(), table.changes.begin(), table.changes.end() - 1);
        for (const int other : done)
            standIn(swap, other);
        m_swaps.push_back(swap);
        const schema::ObjectId relation = at(swap).relation;
        m_swapOf.insert(relation, swap);
        m_copyOf.insert(relation, addCopy(swap, table));
    }

    /// When all tables are split.
    void addReferences(const TableChanges &table)
    {
        const int swap = table.changes.back();
        const int copy = m_copyOf.value(at(swap).relation);
        for (const Reference &reference : table.found.copy->references) {
            const auto shared = std::make_shared<const Reference>(reference);
            const schema::ObjectId &key = reference.key.original.id;
            const schema::ObjectId other = schema::objectId(schema::Kind::Table, key.schema, key.name);
            const int made = addCopyOf(shared, copy, swap);
            if (reference.movesItself) {
                at(made).needs.push_back(m_copyOf.value(other));
                at(m_swapOf.value(other)).needs.push_back(made);
                at(swap).needs.push_back(m_swapOf.value(other));
            }
            at(swap).needs.push_back(made);
        }
    }

    [[nodiscard]] std::optional<std::vector<Action>> finish()
    {
        for (const int swap : m_swaps)
            addEnd(swap);
        for (LooseAction &each : m_loose) {
            for (std::vector<int> *list : { &each.action.needs, &each.action.together })
                resolve(list, int(&each - m_loose.data()));
        }
        return sorted();
    }

private:
    [[nodiscard]] Action &at(int number) { return m_loose[std::size_t(number)].action; }

    /// `swap` does the work of `other` from now on.
    void standIn(int swap, int other)
    {
        Action &kept = at(swap);
        const Action &done = at(other);
        kept.needs.insert(kept.needs.end(), done.needs.begin(), done.needs.end());
        kept.together.insert(kept.together.end(), done.together.begin(), done.together.end());
        if (std::holds_alternative<ChangeType>(done.detail)) {
            kept.loses += done.loses;
            if (!done.caution.isEmpty() && kept.caution != done.caution)
                kept.caution = QStringLiteral("%1 %2").arg(kept.caution, done.caution).trimmed();
        }
        m_stands[std::size_t(other)] = swap;
    }

    /// The copy comes before what is taken down for the swap, so it waits for nothing of that.
    int addCopy(int swap, const TableChanges &table)
    {
        const std::shared_ptr<ColumnCopy> &copy = table.found.copy;
        Action made;
        made.object = at(swap).object;
        made.relation = at(swap).relation;
        made.title = QStringLiteral("Copy %1").arg(schema::displayName(made.object));
        made.detail = CopyColumn{ copy };
        for (const int need : at(swap).needs) {
            const bool isLeft = m_stands[std::size_t(need)] == need && need != swap;
            if (isLeft && !at(need).isRebuild)
                made.needs.push_back(need);
        }
        if (copy->columns.size() > 1) {
            QStringList names;
            for (const CopiedColumn &column : copy->columns)
                names += QStringLiteral("%1 to %2").arg(column.before.id.sub, column.typeAfter);
            at(swap).title = QStringLiteral("Change types of %1: %2")
                                 .arg(schema::dottedName(made.relation), names.join(QStringLiteral(", ")));
        }
        std::get<ChangeType>(at(swap).detail).copy = copy;
        m_loose.push_back({ std::move(made), { table.changes.front(), 0 } });
        const int number = int(m_loose.size()) - 1;
        at(swap).needs.push_back(number);
        return number;
    }

    int addCopyOf(const std::shared_ptr<const Reference> &reference, int need, int swap)
    {
        const schema::ObjectId &key = reference->key.original.id;
        Action action;
        action.object = key;
        action.relation = schema::objectId(schema::Kind::Table, key.schema, key.name);
        action.title = QStringLiteral("Refer to the new column with %1").arg(schema::displayName(key));
        action.detail = CopyReference{ reference };
        action.needs = { need };
        m_loose.push_back({ std::move(action), { swap, 0 } });
        return int(m_loose.size()) - 1;
    }

    void addEnd(int swap)
    {
        const auto copy = std::get<ChangeType>(at(swap).detail).copy;
        Action end;
        end.object = at(swap).object;
        end.relation = at(swap).relation;
        QStringList names;
        for (const CopiedColumn &column : copy->columns)
            names += column.before.id.sub;
        end.title = QStringLiteral("Drop the old %1").arg(names.join(QStringLiteral(", ")));
        end.detail = DropOldColumn{ copy };
        end.loses = std::exchange(at(swap).loses, {});
        end.caution = at(swap).caution;
        for (std::size_t i = 0; i < m_loose.size(); ++i)
            end.needs.push_back(int(i));
        m_loose.push_back({ std::move(end), { int(m_stands.size()), 0 } });
    }

    [[nodiscard]] bool isGone(int number) const
    {
        return std::size_t(number) < m_stands.size() && m_stands[std::size_t(number)] != number;
    }

    void resolve(std::vector<int> *numbers, int own) const
    {
        for (int &number : *numbers) {
            while (isGone(number))
                number = m_stands[std::size_t(number)];
        }
        std::sort(numbers->begin(), numbers->end());
        numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
        std::erase(*numbers, own);
    }

    /// By need, else by place. nullopt if they wait for each other.
    [[nodiscard]] std::optional<std::vector<Action>> sorted()
    {
        std::vector<std::vector<int>> users(m_loose.size());
        std::vector<std::size_t> missing(m_loose.size());
        std::set<std::pair<std::pair<int, int>, int>> ready;
        std::size_t wanted = 0;
        for (std::size_t i = 0; i < m_loose.size(); ++i) {
            if (isGone(int(i)))
                continue;
            ++wanted;
            missing[i] = m_loose[i].action.needs.size();
            for (const int need : m_loose[i].action.needs)
                users[std::size_t(need)].push_back(int(i));
            if (missing[i] == 0)
                ready.insert({ m_loose[i].place, int(i) });
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

    [[nodiscard]] std::vector<Action> numbered(const std::vector<int> &order)
    {
        std::vector<int> place(m_loose.size(), -1);
        for (std::size_t i = 0; i < order.size(); ++i)
            place[std::size_t(order[i])] = int(i);
        std::vector<Action> actions(order.size());
        std::vector<std::pair<int, int>> together;
        for (const int number : order) {
            const int own = place[std::size_t(number)];
            Action &action = m_loose[std::size_t(number)].action;
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

    std::vector<int> m_stands; ///< By number of the plan: the action that does its work.
    std::vector<LooseAction> m_loose; ///< Those of the plan first.
    std::vector<int> m_swaps;
    QHash<schema::ObjectId, int> m_swapOf; ///< By table.
    QHash<schema::ObjectId, int> m_copyOf;
};

} // namespace

bool splitChanges(PlainPlan *plan, const std::vector<TableChanges> &tables)
{
    Splitter splitter(*plan);
    for (const TableChanges &table : tables)
        splitter.split(table);
    for (const TableChanges &table : tables)
        splitter.addReferences(table);
    auto actions = splitter.finish();
    if (!actions)
        return false;
    plan->actions = *std::move(actions);
    return true;
}

} // namespace lockstep::plan
