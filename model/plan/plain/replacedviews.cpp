#include "replacedviews.h"

#include "rebuild.h"
#include "shelltypes.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

void addWithDependants(const Side &side, int index, QSet<int> &seen, Indexes &dependantsFirst)
{
    if (seen.contains(index))
        return;
    seen.insert(index);
    for (int user : side.neededBy[size_t(index)])
        addWithDependants(side, user, seen, dependantsFirst);
    dependantsFirst.push_back(index);
}

/// A fact and all that needs it, by itself or through others; what needs another one comes before it.
Indexes withDependants(const Side &side, int index)
{
    QSet<int> seen;
    Indexes dependantsFirst;
    addWithDependants(side, index, seen, dependantsFirst);
    return dependantsFirst;
}

bool isMadeByStatement(Kind kind)
{
    return kind != Kind::Table && kind != Kind::Column && kind != Kind::Sequence && kind != Kind::Schema
           && kind != Kind::Extension && !isUserType(kind);
}

} // namespace

bool canBeMadeAgain(const Sides &sides, const Fates &fates, int currentView)
{
    const Indexes all = withDependants(sides.current, currentView);
    return std::all_of(all.begin(), all.end(), [&](int index) {
        const int after = sides.targetOf[size_t(index)];
        const Fact &fact = sides.current.fact(index);
        return after >= 0 && isMadeByStatement(fact.id.kind) && !ownersDiffer(fact, sides.target.fact(after))
               && (index == currentView || fates.current[size_t(index)] == Fate::Keep);
    });
}

ReplacedViews::ReplacedViews(const NodeInput &input)
    : m_in(input)
    , m_fates(input.fates)
{
    const Sides &sides = input.sides;
    for (int i = 0; i < sides.current.size(); ++i) {
        const int after = sides.targetOf[size_t(i)];
        if (input.fates.current[size_t(i)] != Fate::Alter
            || !isOne(sides.current.fact(i), sides.target.fact(after)))
            continue;
        for (int index : withDependants(sides.current, i)) {
            m_fates.current[size_t(index)] = Fate::Recreate;
            m_fates.target[size_t(sides.targetOf[size_t(index)])] = Fate::Recreate;
        }
    }
    m_membership = std::make_unique<Membership>(sides, m_fates, m_apart);
}

bool ReplacedViews::isOne(const Fact &before, const Fact &after)
{
    const auto *a = before.as<ViewAttributes>();
    const auto *b = after.as<ViewAttributes>();
    return a && b && a->columns.size() < b->columns.size();
}

Action ReplacedViews::replacement(int targetView, const QStringList &forward) const
{
    const Fact &view = m_in.sides.target.fact(targetView);
    Action action = makeAction(view.id, QStringLiteral("Change ") + displayName(view), forward,
                               wayBack(m_in.sides.currentOf[size_t(targetView)]));
    action.caution = QStringLiteral("The way back makes %1 and what hangs on it again, because PostgreSQL "
                                    "takes no column off a view.")
                         .arg(displayName(view));
    return action;
}

QStringList ReplacedViews::wayBack(int currentView) const
{
    const Side &current = m_in.sides.current;
    const NodeInput input{ m_in.sides, m_fates, *m_membership, m_in.changes, m_in.options };
    Indexes all = withDependants(current, currentView);
    QHash<int, Indexes> members;
    for (int index : all)
        members[m_membership->droppedWith(index)].push_back(index);
    QStringList statements;
    for (int index : all) {
        if (members.contains(index))
            statements += dropWithFunctions(current, index);
    }
    std::reverse(all.begin(), all.end());
    for (int index : all) {
        if (members.contains(index))
            statements += rebuild(input, members.value(index));
    }
    return statements;
}

} // namespace lockstep::plan::plain
