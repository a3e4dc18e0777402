#include "ordering.h"

#include "transactionunits.h"

#include <algorithm>
#include <set>

namespace lockstep::plan {

namespace {

/// First and last draft of an action in the list.
struct Span
{
    int first = -1;
    int last = -1;
    int ready = -1;
};

bool mayStartWhenReady(const Action &action)
{
    if (std::holds_alternative<CreateIndex>(action.detail))
        return true;
    const auto *constraint = std::get_if<AddConstraint>(&action.detail);
    return constraint && constraint->attributes.type != schema::ConstraintType::PrimaryKey;
}

/// The draft of `needed` that must come before `action`.
int draftToAwait(const Action &action, const Action &needed, const Span &span)
{
    // Triggers fire while a new column is filled: they do then what they do afterwards.
    const bool isRoutine =
        action.object.kind == schema::Kind::Function || action.object.kind == schema::Kind::Procedure;
    if (isRoutine && std::holds_alternative<AddColumn>(needed.detail))
        return span.first;
    return mayStartWhenReady(action) ? span.ready : span.last;
}

/// The actions that create indexes, by table; of one table in the order of the plan.
using NewIndexes = QMultiHash<schema::ObjectId, int>;

NewIndexes newIndexes(const PlainPlan &plan)
{
    NewIndexes indexes;
    for (int i = int(plan.actions.size()) - 1; i >= 0; --i) {
        if (const auto *create = std::get_if<CreateIndex>(&plan.actions[std::size_t(i)].detail))
            indexes.insert(create->attributes.table, i);
    }
    return indexes;
}

/// The new index that covers a new foreign key's columns, so that checking the key and deleting
/// referenced rows do not scan; -1 if the plan creates none.
int coveringIndex(const PlainPlan &plan, const NewIndexes &indexes, const Action &action)
{
    const auto *add = std::get_if<AddConstraint>(&action.detail);
    if (!add || add->attributes.type != schema::ConstraintType::ForeignKey)
        return -1;
    const QStringList &columns = add->attributes.columns;
    for (auto it = indexes.constFind(action.relation);
         it != indexes.constEnd() && it.key() == action.relation; ++it) {
        const auto *create = std::get_if<CreateIndex>(&plan.actions[std::size_t(it.value())].detail);
        if (!create->attributes.predicate.isEmpty())
            continue;
        const QStringList leading = create->attributes.columns.mid(0, columns.size());
        if (QSet<QString>(leading.cbegin(), leading.cend())
            == QSet<QString>(columns.cbegin(), columns.cend()))
            return it.value();
    }
    return -1;
}

/// The actions' drafts one after the other, each needing the one before it.
std::vector<Span> rewriteActions(const PlainPlan &plan, const Context &context,
                                 std::vector<PlacedDraft> *placed)
{
    std::vector<Span> spans;
    QHash<schema::ObjectId, int> firstOf;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        Rewrite pieces = rewrite(plan.actions[i], context);
        if (pieces.drafts.empty()) {
            // The drop of the same object does the work of this action too.
            spans.push_back(spans[std::size_t(firstOf.value(plan.actions[i].object))]);
            continue;
        }
        firstOf.insert(plan.actions[i].object, int(i));
        Span span;
        span.first = int(placed->size());
        span.last = span.first + int(pieces.drafts.size()) - 1;
        span.ready = pieces.readyAfter < 0 ? span.last : span.first + pieces.readyAfter;
        for (Draft &draft : pieces.drafts) {
            std::vector<int> needs;
            if (int(placed->size()) > span.first)
                needs.push_back(int(placed->size()) - 1);
            placed->push_back({ std::move(draft), int(i), -1, false, std::move(needs) });
        }
        spans.push_back(span);
    }
    return spans;
}

/// True if `start` needs `wanted`, or what needs it.
bool needsDraft(const std::vector<PlacedDraft> &placed, int start, int wanted)
{
    QSet<int> seen{ start };
    std::vector<int> open{ start };
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (at == wanted)
            return true;
        for (const int need : placed[std::size_t(at)].needs) {
            if (!seen.contains(need)) {
                seen.insert(need);
                open.push_back(need);
            }
        }
    }
    return false;
}

std::vector<PlacedDraft> placeDrafts(const PlainPlan &plan, const Context &context)
{
    std::vector<PlacedDraft> placed;
    const std::vector<Span> spans = rewriteActions(plan, context, &placed);
    const NewIndexes indexes = newIndexes(plan);
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const Action &action = plan.actions[i];
        std::vector<int> &needs = placed[std::size_t(spans[i].first)].needs;
        const auto need = [&](const Span &span, int draft) {
            if (span.first != spans[i].first)
                needs.push_back(draft);
        };
        for (const int other : action.needs) {
            const Span &span = spans[std::size_t(other)];
            need(span, draftToAwait(action, plan.actions[std::size_t(other)], span));
        }
    }
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const int index = coveringIndex(plan, indexes, plan.actions[i]);
        if (index >= 0 && !needsDraft(placed, spans[std::size_t(index)].last, spans[i].first))
            placed[std::size_t(spans[i].first)].needs.push_back(spans[std::size_t(index)].last);
    }
    return placed;
}

/// What is ordered: a draft, or all drafts of one unit.
struct OrderNode
{
    std::vector<int> members; ///< Sorted.
    std::vector<int> needs;
    std::vector<int> users;
    Phase phase = Phase::Expand;
    std::size_t missing = 0;
};

std::vector<OrderNode> nodesOf(const std::vector<PlacedDraft> &placed)
{
    std::vector<OrderNode> nodes;
    std::vector<int> nodeOf(placed.size(), -1);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const int unit = placed[i].unit;
        if (unit >= 0 && std::size_t(unit) != i) {
            nodeOf[i] = nodeOf[std::size_t(unit)];
        } else {
            nodeOf[i] = int(nodes.size());
            nodes.emplace_back();
        }
        OrderNode &node = nodes[std::size_t(nodeOf[i])];
        node.members.push_back(int(i));
        node.phase = std::max(node.phase, placed[i].draft.step.phase);
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
        for (const int need : placed[i].needs) {
            if (nodeOf[std::size_t(need)] != nodeOf[i])
                nodes[std::size_t(nodeOf[i])].needs.push_back(nodeOf[std::size_t(need)]);
        }
    }
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        std::vector<int> &needs = nodes[n].needs;
        std::sort(needs.begin(), needs.end());
        needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
        nodes[n].missing = needs.size();
        for (const int need : needs)
            nodes[std::size_t(need)].users.push_back(int(n));
    }
    return nodes;
}

/// The next of the ready nodes: the earliest phase; in it what belongs to the new relation that
/// was created last, so that it becomes one step; else the plain order.
int nextNode(const std::set<std::pair<Phase, int>> &ready, const std::vector<OrderNode> &nodes,
             const std::vector<PlacedDraft> &placed, const PlainPlan &plan, const schema::ObjectId &lastNew)
{
    const auto [phase, first] = *ready.begin();
    if (lastNew.name.isEmpty())
        return first;
    for (auto it = ready.begin(); it != ready.end() && it->first == phase; ++it) {
        const PlacedDraft &draft = placed[std::size_t(nodes[std::size_t(it->second)].members.front())];
        const Action &action = plan.actions[std::size_t(draft.action)];
        if (action.onNewRelation && draft.draft.isMergeable && action.relation == lastNew)
            return it->second;
    }
    return first;
}

/// Kahn's algorithm; of what may come next the earliest phase comes, then the plain order.
std::vector<int> executableOrder(std::vector<PlacedDraft> &placed, const PlainPlan &plan)
{
    std::vector<OrderNode> nodes = nodesOf(placed);
    std::set<std::pair<Phase, int>> ready;
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].missing == 0)
            ready.emplace(nodes[n].phase, int(n));
    }
    std::vector<int> order;
    schema::ObjectId lastNew;
    while (!ready.empty()) {
        const int at = nextNode(ready, nodes, placed, plan, lastNew);
        OrderNode &node = nodes[std::size_t(at)];
        ready.erase({ node.phase, at });
        for (const int member : node.members) {
            placed[std::size_t(member)].draft.step.phase = node.phase;
            order.push_back(member);
        }
        const Action &action = plan.actions[std::size_t(placed[std::size_t(node.members.front())].action)];
        lastNew = action.onNewRelation ? action.relation : schema::ObjectId();
        for (const int user : node.users) {
            OrderNode &waiting = nodes[std::size_t(user)];
            waiting.phase = std::max(waiting.phase, node.phase);
            if (--waiting.missing == 0)
                ready.emplace(waiting.phase, user);
        }
    }
    return order;
}

base::Error circleError(const std::vector<PlacedDraft> &placed, const std::vector<int> &order)
{
    std::vector<bool> isOrdered(placed.size(), false);
    for (const int draft : order)
        isOrdered[std::size_t(draft)] = true;
    QStringList titles;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!isOrdered[i])
            titles << placed[i].draft.step.title;
    }
    return base::internalError(
        QStringLiteral("These steps wait for each other: %1.").arg(titles.join(QStringLiteral("; "))));
}

} // namespace

base::Result<std::vector<PlacedDraft>> orderedDrafts(const PlainPlan &plan, const Context &context)
{
    std::vector<PlacedDraft> placed = placeDrafts(plan, context);
    joinUnits(placed, plan);
    const std::vector<int> order = executableOrder(placed, plan);
    if (order.size() != placed.size())
        return circleError(placed, order);
    std::vector<int> newIndex(placed.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        newIndex[std::size_t(order[i])] = int(i);
    std::vector<PlacedDraft> result;
    result.reserve(placed.size());
    for (const int old : order) {
        PlacedDraft draft = std::move(placed[std::size_t(old)]);
        for (int &need : draft.needs)
            need = newIndex[std::size_t(need)];
        std::sort(draft.needs.begin(), draft.needs.end());
        result.push_back(std::move(draft));
    }
    return result;
}

} // namespace lockstep::plan
