#include "onlineviews.h"

#include "looseactions.h"
#include "strategies/context.h"
#include "viewcolumns.h"
#include "viewstatements.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

using schema::Kind;
using schema::ObjectId;

bool isView(const ObjectId &id)
{
    return id.kind == Kind::View || id.kind == Kind::MaterializedView;
}

void say(Action *action, const QString &sentence)
{
    action->note += action->note.isEmpty() ? sentence : QLatin1Char(' ') + sentence;
}

/// Views that are taken down and made again, and hang together.
struct ViewGroup
{
    QSet<ObjectId> views;
    std::vector<int> ends; ///< Actions that take the old ones or parts of them away.
    std::vector<int> begins; ///< Those that make the new ones or parts of them.
};

class GroupFinder
{
public:
    explicit GroupFinder(const PlainPlan &plan)
        : m_plan(plan)
    { }

    [[nodiscard]] std::vector<ViewGroup> find()
    {
        findRebuilt();
        std::vector<ViewGroup> groups;
        QSet<ObjectId> seen;
        for (const Action &action : m_plan.actions) {
            const ObjectId &id = action.object;
            if (id.kind != Kind::MaterializedView || !m_rebuilt.contains(id) || seen.contains(id))
                continue;
            ViewGroup group;
            group.views = connected(id);
            seen += group.views;
            sortActions(&group);
            groups.push_back(std::move(group));
        }
        return groups;
    }

private:
    void findRebuilt()
    {
        QSet<ObjectId> takenDown;
        for (const Action &action : m_plan.actions) {
            if (!isView(action.object) || !action.isRebuild)
                continue;
            if (takenDown.contains(action.object))
                m_rebuilt.insert(action.object);
            takenDown.insert(action.object);
        }
    }

    /// The rebuilt views that need this one or that it needs, and so on.
    [[nodiscard]] QSet<ObjectId> connected(const ObjectId &view) const
    {
        QSet<ObjectId> all;
        std::vector<ObjectId> open{ view };
        while (!open.empty()) {
            const ObjectId at = open.back();
            open.pop_back();
            if (all.contains(at))
                continue;
            all.insert(at);
            for (const auto &side : { m_plan.changes->current, m_plan.changes->target }) {
                const int index = side->indexOf(at);
                for (const auto &others : { side->needs(index), side->neededBy(index) }) {
                    for (const int other : others) {
                        const ObjectId &id = side->facts()[std::size_t(other)].id;
                        if (m_rebuilt.contains(id))
                            open.push_back(id);
                    }
                }
            }
        }
        return all;
    }

    void sortActions(ViewGroup *group) const
    {
        QSet<ObjectId> begun; // Views of which the end has been seen.
        for (int i = 0; i < int(m_plan.actions.size()); ++i) {
            const Action &action = m_plan.actions[std::size_t(i)];
            if (!group->views.contains(action.relation))
                continue;
            (begun.contains(action.relation) ? group->begins : group->ends).push_back(i);
            if (action.object == action.relation && action.isRebuild)
                begun.insert(action.relation);
        }
    }

    const PlainPlan &m_plan;
    QSet<ObjectId> m_rebuilt;
};

/// An action that has to come after an old view has gone and before a new one is made; -1 without one.
int between(const PlainPlan &plan, const ViewGroup &group)
{
    const QSet<int> own =
        QSet<int>(group.ends.begin(), group.ends.end()) + QSet<int>(group.begins.begin(), group.begins.end());
    std::vector<char> isAfter(plan.actions.size(), 0);
    std::vector<char> isBefore(plan.actions.size(), 0);
    for (const int end : group.ends)
        isAfter[std::size_t(end)] = 1;
    for (const int begin : group.begins)
        isBefore[std::size_t(begin)] = 1;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const auto &needs = plan.actions[i].needs;
        if (std::any_of(needs.begin(), needs.end(), [&](int need) { return isAfter[std::size_t(need)]; }))
            isAfter[i] = 1;
    }
    for (std::size_t i = plan.actions.size(); i-- > 0;) {
        for (const int need : isBefore[i] ? plan.actions[i].needs : std::vector<int>())
            isBefore[std::size_t(need)] = 1;
    }
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        if (isAfter[i] && isBefore[i] && !own.contains(int(i)))
            return int(i);
    }
    return -1;
}

/// Empty where the group can be made beside the old one.
QString whyNotBeside(const PlainPlan &plan, const ViewGroup &group)
{
    if (const int middle = between(plan, group); middle >= 0)
        return QStringLiteral("What reads it waits for its query: it cannot be filled beside the old one, "
                              "because \"%1\" has to come between the two.")
            .arg(plan.actions[std::size_t(middle)].title);
    for (const int own : group.ends) {
        const Action &action = plan.actions[std::size_t(own)];
        if (!action.irreversible.isEmpty() || action.outsideTransaction)
            return QStringLiteral("What reads it waits for its query, because of \"%1\".").arg(action.title);
    }
    return {};
}

/// Whether somebody would wait for it, and minds.
bool isWaitedFor(const ObjectId &view, const schema::MaterializedViewAttributes &filled,
                 const Context &context)
{
    return filled.populated && context.policyFor(view) != Policy::Window && !context.isKnownEmpty(view);
}

bool isWaitedFor(const ViewGroup &group, const schema::Catalog &current, const Context &context)
{
    return std::any_of(group.views.cbegin(), group.views.cend(), [&](const ObjectId &view) {
        const auto *filled = current.attributes<schema::MaterializedViewAttributes>(view);
        return filled && isWaitedFor(view, *filled, context);
    });
}

void describeLosses(const diff::ChangeSet &changes, ViewsBeside *beside)
{
    QStringList lost;
    for (const ObjectId &view : std::as_const(beside->views)) {
        const ViewColumns columns = changedViewColumns(view, *changes.current, *changes.target);
        if (columns.lost.isEmpty())
            continue;
        lost += lostText(view, columns);
        beside->isExchange = beside->isExchange || !columns.gained.isEmpty();
    }
    beside->lost = lost.join(QStringLiteral(", "));
}

/// "a", "a and b", "a and 2 more"
QString namesOf(const QVector<ObjectId> &views)
{
    const QString first = schema::dottedName(views.first());
    if (views.size() == 1)
        return first;
    return QStringLiteral("%1 and %2")
        .arg(first, views.size() == 2 ? schema::dottedName(views.last())
                                      : QStringLiteral("%1 more").arg(views.size() - 1));
}

/// Puts three actions in the place of a group's.
class GroupReplacer
{
public:
    explicit GroupReplacer(const PlainPlan &plan)
        : m_plan(plan)
        , m_loose(plan)
    { }

    void replace(const ViewGroup &group, const std::shared_ptr<const ViewsBeside> &beside)
    {
        const int build = add(*beside, QStringLiteral("Build the new %1 beside what is in use"),
                              BuildViews{ beside }, group.ends.front());
        const int swap = add(*beside, QStringLiteral("Let the new %1 take over"), SwapViews{ beside },
                             group.begins.back());
        const int drop =
            add(*beside, QStringLiteral("Drop the old %1"), DropOldViews{ beside }, group.begins.back());
        const QSet<int> ends(group.ends.begin(), group.ends.end());
        const QSet<int> begins(group.begins.begin(), group.begins.end());
        for (int i = 0; i < int(m_plan.actions.size()); ++i) {
            if (ends.contains(i) || begins.contains(i))
                continue;
            // What the old views kept from going waits until they have gone.
            const auto &needs = m_plan.actions[std::size_t(i)].needs;
            const auto isEnd = [&](int need) { return ends.contains(need); };
            if (std::any_of(needs.begin(), needs.end(), isEnd))
                m_loose.at(i).needs.push_back(drop);
        }
        for (const int begin : group.begins) {
            for (const int need : m_loose.at(begin).needs) {
                if (!ends.contains(need) && !begins.contains(need) && !isTakenDown(need))
                    m_loose.at(build).needs.push_back(need);
            }
        }
        for (const auto *list : { &group.ends, &group.begins }) {
            for (const int own : *list)
                m_loose.standIn(swap, own);
        }
        m_loose.at(swap).needs.push_back(build);
        m_loose.at(drop).needs.push_back(swap);
    }

    [[nodiscard]] std::optional<std::vector<Action>> finish() { return m_loose.finish(); }

private:
    int add(const ViewsBeside &beside, const QString &pattern, ActionDetail detail, int place)
    {
        Action action;
        action.object = beside.views.first();
        action.relation = action.object;
        action.title = pattern.arg(namesOf(beside.views));
        action.detail = std::move(detail);
        return m_loose.add(std::move(action), place);
    }

    /// For something that the swap waits for and the building does not.
    [[nodiscard]] bool isTakenDown(int action) const
    {
        if (action >= int(m_plan.actions.size())) // Of another group.
            return false;
        const Action &first = m_plan.actions[std::size_t(action)];
        return first.isRebuild
               && std::any_of(
                   m_plan.actions.begin() + action + 1, m_plan.actions.end(),
                   [&](const Action &later) { return later.isRebuild && later.object == first.object; });
    }

    const PlainPlan &m_plan;
    LooseActions m_loose;
};

} // namespace

QSet<ObjectId> madeAnewBeside(const diff::ChangeSetPtr &changes, const schema::StatisticsPtr &statistics,
                              const PlanOptions &options)
{
    const Context context(PlainPlan{ {}, changes }, statistics, options);
    QSet<ObjectId> views;
    for (const diff::Change &change : changes->changes) {
        const auto *altered = std::get_if<diff::Altered>(&change);
        const auto *before = altered ? altered->before.as<schema::MaterializedViewAttributes>() : nullptr;
        const auto *after = altered ? altered->after.as<schema::MaterializedViewAttributes>() : nullptr;
        if (before && after && before->tablespace != after->tablespace
            && isWaitedFor(altered->after.id, *before, context))
            views.insert(altered->after.id);
    }
    return views;
}

base::Result<void> makeViewsBeside(PlainPlan *plan, const schema::StatisticsPtr &statistics,
                                   const PlanOptions &options, std::stop_token stop)
{
    const Context context(*plan, statistics, options);
    const schema::Catalog &current = *plan->changes->current;
    std::vector<ViewGroup> groups = GroupFinder(*plan).find();
    std::erase_if(groups, [&](const ViewGroup &group) {
        if (!isWaitedFor(group, current, context))
            return true;
        const QString why = whyNotBeside(*plan, group);
        if (!why.isEmpty())
            say(&plan->actions[std::size_t(group.begins.front())], why);
        return !why.isEmpty();
    });
    if (groups.empty())
        return {};
    GroupReplacer replacer(*plan);
    for (const ViewGroup &group : groups) {
        const auto beside = viewStatements(group.views, *plan->changes, options, stop);
        if (!beside.has_value())
            return beside.error();
        describeLosses(*plan->changes, beside->get());
        replacer.replace(group, *beside);
    }
    if (auto actions = replacer.finish()) {
        plan->actions = *std::move(actions);
        return {};
    }
    for (const ViewGroup &group : groups)
        say(&plan->actions[std::size_t(group.begins.front())],
            QStringLiteral("What reads it waits for its query: other changes of this plan would wait for "
                           "each other if it were filled beside the old one."));
    return {};
}

} // namespace lockstep::plan
