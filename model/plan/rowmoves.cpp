#include "rowmoves.h"

#include "actionneeds.h"
#include "dottedname.h"
#include "folding.h"
#include "movefinder.h"

#include <algorithm>
#include <set>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

/// Puts the actions of one intent into the plan.
class MovePlacer
{
public:
    MovePlacer(PlainPlan *plan, const MoveFinder &finder)
        : m_plan(plan)
        , m_finder(finder)
        , m_move(finder.move())
    { }

    [[nodiscard]] base::Result<void> place()
    {
        const int test = append(QStringLiteral("Test the rows of %1"), TestMove{ m_move });
        const int fill = append(QStringLiteral("Move rows of %1"), MoveRows{ m_move });
        std::vector<int> needed;
        QSet<int> late;
        QVector<Fold> folds{ alone(m_finder.create(), { test }) };
        for (int i = 0; i < test; ++i) {
            const Action &action = m_plan->actions[std::size_t(i)];
            const bool isOfNew = action.relation == m_move->to || action.object == m_move->to;
            const bool isBehind = std::any_of(action.needs.begin(), action.needs.end(),
                                              [&](int need) { return late.contains(need); });
            if (isBehind || (isOfNew && isLate(action)))
                late.insert(i);
            else if (isOfNew && isPart(action))
                needed.push_back(i);
            if (isOfNew && isLate(action))
                folds.append(afterwards(i, fill));
            if (isOfNew && refersToOld(action))
                folds.append(noted(i));
        }
        m_plan->actions[std::size_t(fill)].needs = needed;
        m_plan->actions[std::size_t(fill)].needs.push_back(test);
        m_plan->actions[std::size_t(test)].needs = neededByTest(needed);
        Fold drop{ m_finder.drops(), m_plan->actions[std::size_t(m_finder.drops().front())], {} };
        drop.action.detail = DropMoved{ m_move };
        // They are in the new table.
        drop.action.loses.clear();
        drop.needs = holdTriggers(m_plan, m_move->from);
        drop.needs.push_back(fill);
        folds.append(drop);
        return fold(m_plan, folds);
    }

private:
    int append(const QString &title, const ActionDetail &detail)
    {
        Action action;
        action.object = m_move->to;
        action.relation = m_move->from;
        action.title = title.arg(schema::dottedName(m_move->from));
        action.detail = detail;
        m_plan->actions.push_back(action);
        return int(m_plan->actions.size()) - 1;
    }
    /// What the new table and its constraints need that is not behind the table itself.
    [[nodiscard]] std::vector<int> neededByTest(const std::vector<int> &parts) const
    {
        std::set<int> needs;
        for (const int part : parts) {
            for (const int need : m_plan->actions[std::size_t(part)].needs) {
                const Action &action = m_plan->actions[std::size_t(need)];
                if (need != m_finder.create() && !allNeeds(*m_plan, action).contains(m_finder.create()))
                    needs.insert(need);
            }
        }
        return { needs.begin(), needs.end() };
    }
    [[nodiscard]] Fold alone(int action, const std::vector<int> &needs) const
    {
        return { { action }, m_plan->actions[std::size_t(action)], needs };
    }
    /// Is built beside the traffic when the rows are there.
    [[nodiscard]] Fold afterwards(int action, int fill) const
    {
        Fold fold = alone(action, { fill });
        fold.action.onNewRelation = false;
        return fold;
    }
    [[nodiscard]] bool refersToOld(const Action &action) const
    {
        const auto *add = std::get_if<AddConstraint>(&action.detail);
        return add && add->attributes.referencedTable && *add->attributes.referencedTable == m_move->from;
    }
    /// On the empty table it reads no row, and a trigger will answer for the rows of those that go.
    [[nodiscard]] Fold noted(int action) const
    {
        Fold fold = alone(action, {});
        fold.action.note =
            QStringLiteral(
                "While the table is empty the key reads no row, but it waits for a moment when nobody "
                "writes to %1. From here on TRUNCATE of %1 needs CASCADE, which empties %2 as well.")
                .arg(schema::dottedName(m_move->from), schema::dottedName(m_move->to));
        return fold;
    }
    [[nodiscard]] static bool isLate(const Action &action)
    {
        const auto *create = std::get_if<CreateIndex>(&action.detail);
        return create && !create->attributes.unique;
    }
    /// What rows have to find: the table itself, its keys, checks, defaults, privileges and triggers.
    [[nodiscard]] static bool isPart(const Action &action)
    {
        return action.object.kind != Kind::View && action.object.kind != Kind::MaterializedView
               && action.object.kind != Kind::PublicationMember;
    }

    PlainPlan *m_plan;
    const MoveFinder &m_finder;
    const std::shared_ptr<RowMove> m_move;
};

/// The table that an intent fills and the columns that it brings back.
QVector<ObjectId> takenBy(const MoveIntent &move)
{
    QVector<ObjectId> taken{ tableOf(move.to) };
    const ObjectId from = tableOf(move.from);
    for (const auto &[name, expression] : move.back)
        taken += schema::subId(Kind::Column, from.schema, from.name, name);
    return taken;
}

} // namespace

base::Result<void> moveRows(PlainPlan *plan, const PlanOptions &options)
{
    QSet<ObjectId> taken;
    const QVector<MoveIntent> &moves = options.intents.moves;
    for (qsizetype i = 0; i < moves.size(); ++i) {
        MoveFinder finder(*plan, moves[i], QStringLiteral("moves[%1]").arg(i));
        for (const ObjectId &id : takenBy(moves[i])) {
            if (taken.contains(id))
                return finder.twice(id);
            taken.insert(id);
        }
        if (const auto found = finder.find(options.intents); !found.has_value())
            return found;
        if (const auto placed = MovePlacer(plan, finder).place(); !placed.has_value())
            return placed;
    }
    return {};
}

} // namespace lockstep::plan
