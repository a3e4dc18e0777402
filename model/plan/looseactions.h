#pragma once

#include "action.h"

#include <optional>

namespace lockstep::plan {

/// A plan while it is put together anew: actions are added, stand in for others and get needs in any order;
/// `needs` and `together` are their numbers. Those of the plan come first, under their own numbers.
class LooseActions
{
public:
    explicit LooseActions(const PlainPlan &plan);

    [[nodiscard]] int size() const { return int(m_loose.size()); }
    [[nodiscard]] Action &at(int number) { return m_loose[std::size_t(number)].action; }
    /// Stands before the plan's action `place` if nothing else decides; its number.
    int add(Action action, int place);
    /// `by` does the work of `other` from now on, and waits for what that waited for.
    void standIn(int by, int other);
    /// The same without the waiting.
    void replace(int by, int other) { m_stands[std::size_t(other)] = by; }
    /// False if another one does its work.
    [[nodiscard]] bool isLeft(int number) const;
    /// By need, else by place. nullopt if they wait for each other.
    [[nodiscard]] std::optional<std::vector<Action>> finish();

private:
    struct Loose
    {
        Action action;
        std::pair<int, int> place; ///< Where it would stand if nothing else decided.
    };

    void resolve(std::vector<int> *numbers, int own) const;
    [[nodiscard]] std::vector<Action> numbered(const std::vector<int> &order);

    std::vector<int> m_stands; ///< By number: the action that does its work.
    std::vector<Loose> m_loose;
};

} // namespace lockstep::plan
