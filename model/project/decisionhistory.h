#pragma once

#include "keptedits.h"

#include <model/plan/intents.h>

#include <vector>

namespace lockstep::project {

/// The user's decisions as they were, to go back to, and where among the edits of the plan they were made:
/// one history with those.
class DecisionHistory
{
public:
    /// What redo() brings back.
    struct Redone
    {
        plan::Intents intents;
        QVector<KeptWish> edits; ///< Made after the decision, and undone before it was.
    };

    void clear() { *this = DecisionHistory(); }
    /// Forgets what could have been done again. `edits`: how many of the plan are in force.
    void push(const plan::Intents &before, size_t edits)
    {
        m_past.push_back({ before, edits });
        m_future.clear();
    }
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    void forgetUndone() { m_future.clear(); }
    /// How many edits of the plan were there before the decision that undo() is about.
    [[nodiscard]] size_t editsBefore() const { return m_past.empty() ? 0 : m_past.back().edits; }
    /// What the decisions were before `now`, for which `undone` can be done again.
    [[nodiscard]] plan::Intents undo(const plan::Intents &now, const QVector<KeptWish> &undone)
    {
        const plan::Intents before = m_past.back().intents;
        m_past.pop_back();
        m_future.push_back({ now, undone });
        return before;
    }
    [[nodiscard]] Redone redo(const plan::Intents &now, size_t edits)
    {
        Redone then = m_future.back();
        m_future.pop_back();
        m_past.push_back({ now, edits });
        return then;
    }
    /// The edits are counted otherwise: `entriesOf` says of a number what it is now.
    template <typename Count>
    void recount(Count entriesOf)
    {
        for (State &state : m_past)
            state.edits = entriesOf(state.edits);
    }

private:
    struct State
    {
        plan::Intents intents;
        size_t edits = 0;
    };

    std::vector<State> m_past;
    std::vector<Redone> m_future;
};

} // namespace lockstep::project
