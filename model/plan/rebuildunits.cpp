#include "rebuildunits.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using DraftSet = QSet<int>;
using Neighbours = std::vector<std::vector<int>>;

/// What goes for good is a step of its own; a value that stays and loses a part may be one of several.
bool losesAll(const Step &step)
{
    return std::any_of(step.loses.begin(), step.loses.end(),
                       [](const Loss &loss) { return loss.part.isEmpty(); });
}

bool canShareTransaction(const PlacedDraft &placed)
{
    const Step &step = placed.draft.step;
    return step.kind == StepKind::Ddl && step.transaction == TransactionMode::Own
           && step.rollback.transaction == TransactionMode::Own && !placed.draft.needsCommitBefore
           && step.rollback.irreversible.isEmpty();
}

class UnitFinder
{
public:
    explicit UnitFinder(std::vector<PlacedDraft> &placed)
        : m_placed(placed)
        , m_needs(placed.size())
        , m_users(placed.size())
    {
        for (std::size_t i = 0; i < placed.size(); ++i) {
            m_needs[i] = placed[i].needs;
            for (const int need : placed[i].needs)
                m_users[std::size_t(need)].push_back(int(i));
        }
    }

    /// Joins two drafts with all that lies between, and with the units that touches.
    void join(int first, int last)
    {
        DraftSet unit{ first, last };
        qsizetype size = 0;
        while (size != unit.size()) {
            size = unit.size();
            unit = reachable(unit, m_users).intersect(reachable(unit, m_needs));
        }
        // What loses data takes all that shares its transaction behind the gate: a column that is made
        // anew does so for itself only.
        const bool isPossible = std::all_of(unit.cbegin(), unit.cend(), [&](int member) {
            const PlacedDraft &placed = m_placed[std::size_t(member)];
            return canShareTransaction(placed) && (!losesAll(placed.draft.step) || member == first);
        });
        if (!isPossible)
            return;
        const int number = *std::min_element(unit.cbegin(), unit.cend());
        QList<int> &members = m_members[number];
        members = unit.values();
        for (const int member : std::as_const(members))
            m_placed[std::size_t(member)].unit = number;
    }

private:
    /// Who reaches one draft of a unit reaches all of it: units are run as a whole, so two of them must not
    /// wait for each other either.
    [[nodiscard]] DraftSet reachable(const DraftSet &from, const Neighbours &edges) const
    {
        DraftSet seen;
        std::vector<int> open;
        const auto visit = [&](int draft) {
            if (!seen.contains(draft)) {
                seen.insert(draft);
                open.push_back(draft);
            }
        };
        std::for_each(from.cbegin(), from.cend(), visit);
        while (!open.empty()) {
            const int at = open.back();
            open.pop_back();
            const QList<int> together = m_members.value(m_placed[std::size_t(at)].unit);
            std::for_each(together.cbegin(), together.cend(), visit);
            for (const int next : edges[std::size_t(at)])
                visit(next);
        }
        return seen;
    }

    std::vector<PlacedDraft> &m_placed;
    Neighbours m_needs;
    Neighbours m_users;
    QHash<int, QList<int>> m_members; ///< By unit.
};

} // namespace

bool isRebuiltAtOnce(const Action &action)
{
    switch (action.object.kind) {
    case schema::Kind::View:
    case schema::Kind::Function:
    case schema::Kind::Procedure:
    case schema::Kind::Aggregate:
    case schema::Kind::Trigger:
    case schema::Kind::Rule:
    case schema::Kind::PublicationMember: // What is written meanwhile would never be published.
    case schema::Kind::Policy:
    case schema::Kind::Default: // Who leaves the column out gets NULL meanwhile, or an error.
    case schema::Kind::Operator:
    case schema::Kind::OperatorFamily:
    case schema::Kind::OperatorClass:
    case schema::Kind::Cast:
    case schema::Kind::Conversion:
    case schema::Kind::Transform:
    case schema::Kind::EventTrigger: return true;
    case schema::Kind::Column:
        return std::holds_alternative<DropColumn>(action.detail)
               || std::holds_alternative<AddColumn>(action.detail);
    default: return false; // All other kinds, on purpose: this is a choice.
    }
}

void joinRebuilds(std::vector<PlacedDraft> &placed, const PlainPlan &plan)
{
    UnitFinder finder(placed);
    QHash<schema::ObjectId, int> first;
    std::vector<int> lastOf(plan.actions.size(), -1); // By action.
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const auto number = std::size_t(placed[i].action);
        const Action &action = plan.actions[number];
        if (lastOf[number] < 0) {
            for (const int other : action.together) {
                if (lastOf[std::size_t(other)] >= 0)
                    finder.join(lastOf[std::size_t(other)], int(i));
            }
        }
        lastOf[number] = int(i);
        if (!isRebuiltAtOnce(action))
            continue;
        const auto earlier = first.constFind(action.object);
        if (earlier == first.constEnd())
            first.insert(action.object, int(i));
        else
            finder.join(*earlier, int(i));
    }
}

} // namespace lockstep::plan
