#pragma once

#include <model/plan/intents.h>

#include <vector>

namespace lockstep::project {

/// The user's decisions as they were, to go back to. Knows nothing of plans.
class DecisionHistory
{
public:
    void clear() { *this = DecisionHistory(); }
    /// Forgets what could have been done again.
    void push(const plan::Intents &before)
    {
        m_past.push_back(before);
        m_future.clear();
    }
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    /// What the decisions were before `now`.
    [[nodiscard]] plan::Intents undo(const plan::Intents &now) { return step(&m_past, &m_future, now); }
    [[nodiscard]] plan::Intents redo(const plan::Intents &now) { return step(&m_future, &m_past, now); }

private:
    using States = std::vector<plan::Intents>;
    static plan::Intents step(States *from, States *to, const plan::Intents &now)
    {
        to->push_back(now);
        const plan::Intents then = from->back();
        from->pop_back();
        return then;
    }

    States m_past;
    States m_future;
};

} // namespace lockstep::project
