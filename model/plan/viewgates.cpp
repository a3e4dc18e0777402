#include "viewgates.h"

#include "actionneeds.h"
#include "looseactions.h"
#include "plain/ddl.h"
#include "strategies/context.h"
#include "viewbridge.h"
#include "viewcolumns.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

/// A view that is taken down and made again with less than before.
struct Shrinking
{
    ObjectId view;
    int end = -1;
    int begin = -1;
    ViewColumns columns;
};

class ViewHolder
{
public:
    ViewHolder(const PlainPlan &plan, const Context &context)
        : m_plan(plan)
        , m_context(context)
        , m_loose(plan)
    { }

    [[nodiscard]] std::optional<std::vector<Action>> hold()
    {
        findRebuilt();
        for (const Shrinking &view : shrinking()) {
            if (const int other = inTheWay(view); other >= 0)
                sayWhyNot(view, other);
            else
                hold(view);
        }
        return m_loose.finish();
    }

private:
    void findRebuilt()
    {
        for (int i = 0; i < int(m_plan.actions.size()); ++i) {
            const Action &action = m_plan.actions[std::size_t(i)];
            if (!action.isRebuild)
                continue;
            if (m_endOf.contains(action.object))
                m_beginOf.insert(action.object, i);
            else
                m_endOf.insert(action.object, i);
        }
    }

    [[nodiscard]] std::vector<Shrinking> shrinking() const
    {
        std::vector<Shrinking> views;
        for (int i = 0; i < int(m_plan.actions.size()); ++i) {
            const ObjectId &id = m_plan.actions[std::size_t(i)].object;
            if (id.kind != Kind::View || m_beginOf.value(id, -1) != i
                || m_context.policyFor(id) == Policy::Window)
                continue;
            const ViewColumns columns = changedViewColumns(id, m_context.current(), m_context.target());
            if (!columns.lost.isEmpty())
                views.push_back({ id, m_endOf.value(id), i, columns });
        }
        return views;
    }

    [[nodiscard]] bool isTakenDown(int action) const
    {
        return m_endOf.value(m_plan.actions[std::size_t(action)].object, -1) == action
               && m_beginOf.contains(m_plan.actions[std::size_t(action)].object);
    }

    /// What would have to wait for the gate as well, and must not; -1 without such a thing.
    [[nodiscard]] int inTheWay(const Shrinking &view) const
    {
        std::vector<char> waits(m_plan.actions.size(), 0);
        waits[std::size_t(view.end)] = 1;
        for (int i = view.end + 1; i < int(m_plan.actions.size()); ++i) {
            const Action &action = m_plan.actions[std::size_t(i)];
            waits[std::size_t(i)] = std::any_of(action.needs.begin(), action.needs.end(),
                                                [&](int need) { return waits[std::size_t(need)]; });
            const bool mayWait = action.isDestructive || std::holds_alternative<DropColumns>(action.detail)
                                 || action.relation.kind == Kind::View;
            if (waits[std::size_t(i)] && !mayWait)
                return i;
        }
        return -1;
    }

    void sayWhyNot(const Shrinking &view, int other)
    {
        QString &note = m_loose.at(view.begin).note;
        note +=
            (note.isEmpty() ? QString() : QStringLiteral(" "))
            + QStringLiteral(
                  "Every release loses %1, or sees it with another type, at once; it cannot wait for a gate, "
                  "because \"%2\" comes after it.")
                  .arg(lostText(view.view, view.columns), m_plan.actions[std::size_t(other)].title);
    }

    void hold(const Shrinking &view)
    {
        const QString lost = lostText(view.view, view.columns);
        const bool hasBoth = view.columns.gained.isEmpty() || bridge(view);
        Action &end = m_loose.at(view.end);
        if (hasBoth)
            end.confirm = QStringLiteral("No release reads %1 any more.").arg(lost);
        else
            end.confirmAlone =
                QStringLiteral("No release needs %1 as it was, and every release can do with what "
                               "the view becomes.")
                    .arg(lost);
    }

    /// False if the view cannot show both.
    [[nodiscard]] bool bridge(const Shrinking &view)
    {
        const schema::Fact *before = m_context.current().find(view.view);
        const schema::Fact *after = m_context.target().find(view.view);
        const auto both = viewBridge(*before, *after);
        std::vector<int> needs;
        const auto wayBackOfBridge = wayBack(view);
        if (!both || !wayBackOfBridge || !bridgeNeeds(view, &needs))
            return false;
        const auto forward = ddl::alter(*before, *both, m_context.target());
        QStringList &back = m_loose.at(view.end).backward;
        const qsizetype made = back.indexOf(ddl::create(*before, m_context.current()).value(0));
        if (!forward || made < 0)
            return false;
        Action action;
        action.object = view.view;
        action.relation = view.view;
        action.title =
            QStringLiteral("Show %1 in %2 as well")
                .arg(view.columns.gained.join(QStringLiteral(", ")), schema::displayName(view.view));
        action.forward = *forward;
        action.backward = *wayBackOfBridge;
        action.caution =
            QStringLiteral("The way back makes %1 and what hangs on it again, because PostgreSQL "
                           "takes no column off a view.")
                .arg(schema::displayName(view.view));
        action.note = QStringLiteral("Until the gate the view shows what both releases read; behind it, only "
                                     "what the new one does.");
        action.needs = needs;
        action.detail = Other{};
        back[made] = ddl::create(*both, m_context.target()).first();
        const int number = m_loose.add(std::move(action), view.end);
        m_loose.at(view.end).needs.push_back(number);
        m_bridgeOf.insert(view.view, number);
        return true;
    }

    /// What has to be there before the view can show the new columns; false if some of it comes only behind
    /// the gate.
    [[nodiscard]] bool bridgeNeeds(const Shrinking &view, std::vector<int> *needs) const
    {
        for (const int need : m_plan.actions[std::size_t(view.begin)].needs) {
            const ObjectId &object = m_plan.actions[std::size_t(need)].object;
            if (isTakenDown(need))
                continue;
            const bool isView = m_beginOf.value(object, -1) == need;
            if (isView && !m_bridgeOf.contains(object))
                return false;
            needs->push_back(isView ? m_bridgeOf.value(object) : need);
        }
        return true;
    }

    /// Drops what hangs on the view and the view, and makes all of it again as it was. nullopt where
    /// something hangs on it that is not made again as easily.
    [[nodiscard]] std::optional<QStringList> wayBack(const Shrinking &view) const
    {
        QStringList drop;
        QStringList make;
        const QSet<int> first = allNeeds(m_plan, m_plan.actions[std::size_t(view.end)]);
        for (int i = 0; i <= view.end; ++i) {
            const Action &action = m_plan.actions[std::size_t(i)];
            if (i != view.end && !first.contains(i))
                continue;
            if (i != view.end && !isTakenDown(i) && !isDropOfView(action))
                return std::nullopt;
            drop += action.forward;
            make = action.backward + make;
        }
        return drop + make;
    }

    /// Until the gate a view that leaves for good is there, too.
    [[nodiscard]] static bool isDropOfView(const Action &action)
    {
        return std::holds_alternative<DropRelation>(action.detail)
               && (action.object.kind == Kind::View || action.object.kind == Kind::MaterializedView);
    }

    const PlainPlan &m_plan;
    const Context &m_context;
    LooseActions m_loose;
    QHash<ObjectId, int> m_endOf; ///< Of what is taken down and made again.
    QHash<ObjectId, int> m_beginOf;
    QHash<ObjectId, int> m_bridgeOf; ///< Views that show both for a while.
};

} // namespace

void holdViewsUntilGate(PlainPlan *plan, const PlanOptions &options)
{
    const Context context(*plan, nullptr, options);
    if (auto actions = ViewHolder(*plan, context).hold())
        plan->actions = *std::move(actions);
}

} // namespace lockstep::plan
