#include "action.h"
#include "plain/handwork.h"
#include "plain/ordering.h"
#include "plain/sqltext.h"

#include <model/base/secrets.h>

#include <QSet>

#include <algorithm>

namespace lockstep::plan {

using namespace schema;
using namespace plain;

namespace {

constexpr int kMostAttempts = 50;

/// Facts that lie on a circle of needs and could be treated another way.
struct CircleBreaks
{
    QSet<ObjectId> apart; ///< Get a statement of their own.
    QSet<ObjectId> forced; ///< Are made anew instead of being altered.
};

bool canStandApart(Kind kind)
{
    return kind == Kind::Default || kind == Kind::Constraint || kind == Kind::Trigger || kind == Kind::Policy
           || kind == Kind::Rule || kind == Kind::Index || kind == Kind::Comment
           || kind == Kind::SecurityLabel || kind == Kind::PublicationMember;
}

bool canBeMadeAnew(Kind kind)
{
    return kind == Kind::View || kind == Kind::Default || kind == Kind::Policy || kind == Kind::Function
           || kind == Kind::Procedure || kind == Kind::Trigger || kind == Kind::Constraint
           || kind == Kind::Index || kind == Kind::MaterializedView || kind == Kind::Domain
           || kind == Kind::CompositeType;
}

/// Widens the breaks by what the circle's nodes carry; false if there is nothing left to try.
bool widenBreaks(const NodeInput &in, const Nodes &nodes, const Indexes &circle, CircleBreaks &breaks)
{
    const QSet<int> members(circle.begin(), circle.end());
    const qsizetype before = breaks.apart.size() + breaks.forced.size();
    for (int i = 0; i < in.sides.target.size(); ++i) {
        const ObjectId &id = in.sides.target.fact(i).id;
        if (members.contains(nodes.createOf[size_t(i)]) && in.membership.createdWith(i) != i
            && canStandApart(id.kind))
            breaks.apart.insert(id);
    }
    for (int i = 0; i < in.sides.current.size(); ++i) {
        const ObjectId &id = in.sides.current.fact(i).id;
        // What is inherited goes with the parent's or with its table.
        if (members.contains(nodes.dropOf[size_t(i)]) && in.membership.droppedWith(i) != i
            && canStandApart(id.kind) && plain::inheritedFrom(*in.sides.current.catalog, i) < 0)
            breaks.apart.insert(id);
    }
    if (breaks.apart.size() + breaks.forced.size() > before)
        return true;
    for (int i = 0; i < in.sides.target.size(); ++i) {
        const ObjectId &id = in.sides.target.fact(i).id;
        for (int alter : nodes.alterOf[size_t(i)]) {
            if (members.contains(alter) && canBeMadeAnew(id.kind))
                breaks.forced.insert(id);
        }
    }
    return breaks.apart.size() + breaks.forced.size() > before;
}

base::Error circleError(const Nodes &nodes, const Indexes &circle)
{
    QStringList names;
    for (int node : circle)
        names << nodes.nodes[size_t(node)].action.title;
    return base::internalError(
        QStringLiteral("These changes need each other in a circle that no rule breaks: %1.")
            .arg(names.join(QStringLiteral(" -> "))));
}

ObjectId relationOfAction(const ObjectId &object, const Catalog &current, const Catalog &target)
{
    ObjectId id = object;
    if (isTargeting(id.kind))
        id = targetOf(id);
    for (const Catalog *catalog : { &target, &current }) {
        if (const auto *index = catalog->attributes<IndexAttributes>(id))
            return index->table;
        if (id.sub.isEmpty())
            continue;
        if (const int relation = relationOf(*catalog, id); relation >= 0)
            return catalog->facts()[size_t(relation)].id;
    }
    return id;
}

/// A label that was added by this plan cannot be used in the transaction that added it.
QStringList newLabels(const Nodes &nodes)
{
    QStringList labels;
    for (const Node &node : nodes.nodes) {
        if (const auto *label = std::get_if<AddEnumLabel>(&node.action.detail))
            labels << quoteLiteral(label->label) + QStringLiteral("::");
    }
    return labels;
}

bool usesLabel(const Action &action, const QStringList &labels)
{
    if (std::holds_alternative<AddEnumLabel>(action.detail))
        return false;
    for (const QString &sql : action.forward) {
        for (const QString &label : labels) {
            if (sql.contains(label))
                return true;
        }
    }
    return false;
}

bool isOnForeignTable(const Action &action, const Sides &sides)
{
    if (std::holds_alternative<CreateRelation>(action.detail))
        return false;
    for (const Side *side : { &sides.current, &sides.target }) {
        const Fact *relation = side->catalog->find(action.relation);
        if (relation && isForeignTable(*relation))
            return true;
    }
    return false;
}

bool hasSecretsBehind(const Action &action)
{
    return std::any_of(action.backward.begin(), action.backward.end(),
                       [](const QString &sql) { return sql.contains(QLatin1String(base::kHiddenSecret)); });
}

PlainPlan assemble(const NodeInput &in, Nodes &nodes, const Ordering &ordering,
                   const diff::ChangeSetPtr &changes)
{
    QSet<ObjectId> newRelations;
    for (int i = 0; i < in.sides.target.size(); ++i) {
        if (in.fates.comes(i))
            newRelations.insert(in.sides.target.fact(i).id);
    }
    const QStringList labels = newLabels(nodes);
    std::vector<int> place(nodes.nodes.size(), -1);
    PlainPlan plan;
    plan.changes = changes;
    for (int node : ordering.order()) {
        Action action = std::move(nodes.nodes[size_t(node)].action);
        place[size_t(node)] = int(plan.actions.size());
        for (int needed : ordering.needs(node))
            action.needs.push_back(place[size_t(needed)]);
        std::sort(action.needs.begin(), action.needs.end());
        action.relation =
            relationOfAction(action.object, *in.sides.current.catalog, *in.sides.target.catalog);
        action.onNewRelation = newRelations.contains(action.relation);
        action.commitBefore = usesLabel(action, labels);
        const QString byHand = handwork(action, *in.sides.current.catalog);
        action.note += action.note.isEmpty() || byHand.isEmpty() ? byHand : QLatin1Char(' ') + byHand;
        if (isOnForeignTable(action, in.sides))
            action.detail = Other{}; // Holds no rows: nothing to do online.
        if (hasSecretsBehind(action))
            action.caution += QStringLiteral("%1The way back cannot bring back secrets: set them by hand.")
                                  .arg(action.caution.isEmpty() ? QString() : QStringLiteral(" "));
        plan.actions.push_back(std::move(action));
    }
    for (const auto &[one, other] : nodes.together) {
        if (one < 0 || other < 0 || one == other)
            continue;
        const auto [first, last] = std::minmax(place[size_t(one)], place[size_t(other)]);
        plan.actions[size_t(last)].together.push_back(first);
    }
    return plan;
}

} // namespace

base::Result<PlainPlan> makePlainPlan(const diff::ChangeSetPtr &changes, const PlanOptions &options,
                                      std::stop_token stop)
{
    const Sides sides = makeSides(*changes);
    CircleBreaks breaks{ options.apart, options.anew };
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        if (stop.stop_requested())
            return base::canceled();
        const Fates fates = decideFates(sides, *changes, breaks.forced);
        const Membership membership(sides, fates, breaks.apart);
        const NodeInput input{ sides, fates, membership, *changes, options };
        Nodes nodes = makeNodes(input);
        const Ordering ordering(input, nodes);
        if (ordering.isComplete())
            return assemble(input, nodes, ordering, changes);
        const Indexes circle = ordering.circle();
        if (!widenBreaks(input, nodes, circle, breaks))
            return circleError(nodes, circle);
    }
    return base::internalError(
        QStringLiteral("The changes need each other in more circles than can be broken."));
}

} // namespace lockstep::plan
