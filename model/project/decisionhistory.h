#pragma once

#include <model/plan/intents.h>

#include <algorithm>
#include <vector>

namespace lockstep::project {

/// The user's decisions as they were, to go back to. Knows nothing of plans.
class DecisionHistory
{
public:
    void clear() { *this = DecisionHistory(); }
    /// Forgets what could have been done again. `edits`: how many of the plan are in force.
    void push(const plan::Intents &before, size_t edits)
    {
        m_past.push_back({ before, edits });
        m_future.clear();
    }
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    /// How many edits of the plan were there before the decision that undo() is about.
    [[nodiscard]] size_t editsBefore() const { return m_past.empty() ? 0 : m_past.back().edits; }
    /// What the decisions were before `now`.
    [[nodiscard]] plan::Intents undo(const plan::Intents &now)
    {
        return step(&m_past, &m_future, { now, editsBefore() });
    }
    [[nodiscard]] plan::Intents redo(const plan::Intents &now, size_t edits)
    {
        return step(&m_future, &m_past, { now, edits });
    }
    /// No more than so many edits are left of those before.
    void limitEdits(size_t most)
    {
        for (State &state : m_past)
            state.edits = std::min(state.edits, most);
    }

private:
    struct State
    {
        plan::Intents intents;
        size_t edits = 0;
    };
    using States = std::vector<State>;
    static plan::Intents step(States *from, States *to, const State &now)
    {
        to->push_back(now);
        const plan::Intents then = from->back().intents;
        from->pop_back();
        return then;
    }

    States m_past;
    States m_future;
};

} // namespace lockstep::project
