#include "transactionunits.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using DraftSet = QSet<int>;
using Neighbours = std::vector<std::vector<int>>;

bool canShareTransaction(const PlacedDraft &placed)
{
    const Step &step = placed.draft.step;
    return step.kind == StepKind::Ddl && step.transaction == TransactionMode::Own
           && step.rollback.transaction == TransactionMode::Own && !placed.draft.needsCommitBefore;
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

    /// Joins two drafts with all that lies between, and with the units that touches; false if they cannot be.
    [[nodiscard]] bool join(int first, int last)
    {
        const int known = m_placed[std::size_t(first)].unit;
        if (known >= 0 && m_placed[std::size_t(last)].unit == known)
            return true;
        DraftSet unit{ first, last };
        qsizetype size = 0;
        while (size != unit.size()) {
            size = unit.size();
            unit = reachable(unit, m_users).intersect(reachable(unit, m_needs));
        }
        const bool isPossible = std::all_of(unit.cbegin(), unit.cend(), [&](int member) {
            return canShareTransaction(m_placed[std::size_t(member)]);
        });
        if (!isPossible)
            return false;
        const int number = *std::min_element(unit.cbegin(), unit.cend());
        QList<int> &members = m_members[number];
        members = unit.values();
        for (const int member : std::as_const(members))
            m_placed[std::size_t(member)].unit = number;
        return true;
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

void joinUnits(std::vector<PlacedDraft> &placed, const PlainPlan &plan)
{
    std::vector<int> firstOf(plan.actions.size(), -1); // By action: its drafts.
    std::vector<int> lastOf(plan.actions.size(), -1);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        lastOf[std::size_t(placed[i].action)] = int(i);
        if (int &first = firstOf[std::size_t(placed[i].action)]; first < 0)
            first = int(i);
    }
    UnitFinder finder(placed);
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        for (const int other : plan.actions[i].together) {
            const int early = lastOf[std::size_t(other)];
            // One of them may do the other's work too.
            if (early < 0 || firstOf[i] < 0 || finder.join(early, firstOf[i]))
                continue;
            QString &note = placed[std::size_t(early)].draft.note;
            note += (note.isEmpty() ? QString() : QStringLiteral(" "))
                    + QStringLiteral("Until the later step \"%1\" the database is half changed: what lies "
                                     "between cannot share a transaction.")
                          .arg(plan.actions[i].title);
        }
    }
}

} // namespace lockstep::plan
