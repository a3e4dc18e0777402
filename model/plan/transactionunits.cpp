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

    /// These drafts and all that comes after them, by itself or with its unit.
    [[nodiscard]] DraftSet after(const DraftSet &drafts) const { return reachable(drafts, m_users); }

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

/// By action: its first and its last draft; -1 where another action does its work.
struct DraftsOfActions
{
    DraftsOfActions(const std::vector<PlacedDraft> &placed, const PlainPlan &plan)
        : first(plan.actions.size(), -1)
        , last(plan.actions.size(), -1)
    {
        for (std::size_t i = 0; i < placed.size(); ++i) {
            last[std::size_t(placed[i].action)] = int(i);
            if (int &start = first[std::size_t(placed[i].action)]; start < 0)
                start = int(i);
        }
    }

    std::vector<int> first;
    std::vector<int> last;
};

using DraftPairs = QVector<QPair<int, int>>;

/// What is taken down, and the same made again.
DraftPairs rebuilds(const DraftsOfActions &drafts, const PlainPlan &plan)
{
    DraftPairs pairs;
    QHash<schema::ObjectId, int> takenDown;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const Action &action = plan.actions[i];
        if (!action.isRebuild || drafts.first[i] < 0)
            continue;
        if (const int early = takenDown.value(action.object, -1); early >= 0)
            pairs.append({ early, drafts.first[i] });
        else
            takenDown.insert(action.object, drafts.last[i]);
    }
    return pairs;
}

/// A gate may stay closed for days: what is made again behind it is not taken down before it.
void waitTogether(std::vector<PlacedDraft> &placed, const UnitFinder &finder, const DraftPairs &pairs)
{
    DraftSet waiting;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i].draft.confirm.isEmpty())
            waiting.insert(int(i));
    }
    qsizetype size = -1;
    while (size != waiting.size()) {
        waiting = finder.after(waiting);
        size = waiting.size();
        for (const auto &[early, late] : pairs) {
            if (!waiting.contains(late) || waiting.contains(early))
                continue;
            waiting.insert(early);
            placed[std::size_t(early)].isBehindGate = true;
            placed[std::size_t(early)].draft.step.phase = Phase::Contract;
        }
    }
}

} // namespace

void joinUnits(std::vector<PlacedDraft> &placed, const PlainPlan &plan)
{
    const DraftsOfActions drafts(placed, plan);
    UnitFinder finder(placed);
    DraftPairs apart = rebuilds(drafts, plan);
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        for (const int other : plan.actions[i].together) {
            const int early = drafts.last[std::size_t(other)];
            const int late = drafts.first[i];
            // One of them may do the other's work too.
            if (early < 0 || late < 0 || finder.join(early, late))
                continue;
            apart.append({ early, late });
            QString &note = placed[std::size_t(early)].draft.note;
            note += (note.isEmpty() ? QString() : QStringLiteral(" "))
                    + QStringLiteral("Until the later step \"%1\" the database is half changed: what lies "
                                     "between cannot share a transaction.")
                          .arg(plan.actions[i].title);
        }
    }
    waitTogether(placed, finder, apart);
}

} // namespace lockstep::plan