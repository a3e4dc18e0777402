#include "ordering.h"

#include <algorithm>
#include <queue>

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

/// The new index that covers a new foreign key's columns, so that checking the key and deleting
/// referenced rows do not scan; -1 if the plan creates none.
int coveringIndex(const PlainPlan &plan, const Action &action)
{
    const auto *add = std::get_if<AddConstraint>(&action.detail);
    if (!add || add->attributes.type != schema::ConstraintType::ForeignKey)
        return -1;
    const QStringList &columns = add->attributes.columns;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const auto *create = std::get_if<CreateIndex>(&plan.actions[i].detail);
        if (!create || create->attributes.table != action.relation || !create->attributes.predicate.isEmpty())
            continue;
        const QStringList leading = create->attributes.columns.mid(0, columns.size());
        if (QSet<QString>(leading.cbegin(), leading.cend()) == QSet<QString>(columns.cbegin(), columns.cend()))
            return int(i);
    }
    return -1;
}

/// True if `from` is reachable from `start` over the actions' needs.
bool actionNeeds(const PlainPlan &plan, int start, int from)
{
    std::vector<bool> seen(plan.actions.size(), false);
    std::vector<int> open{start};
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (at == from)
            return true;
        for (const int need : plan.actions[std::size_t(at)].needs) {
            if (!seen[std::size_t(need)]) {
                seen[std::size_t(need)] = true;
                open.push_back(need);
            }
        }
    }
    return false;
}

std::vector<PlacedDraft> placeDrafts(const PlainPlan &plan, const Context &context)
{
    std::vector<PlacedDraft> placed;
    std::vector<Span> spans;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        Rewrite pieces = rewrite(plan.actions[i], context);
        Span span;
        span.first = int(placed.size());
        span.last = span.first + int(pieces.drafts.size()) - 1;
        span.ready = pieces.readyAfter < 0 ? span.last : span.first + pieces.readyAfter;
        for (Draft &draft : pieces.drafts) {
            std::vector<int> needs;
            if (int(placed.size()) > span.first)
                needs.push_back(int(placed.size()) - 1);
            placed.push_back({std::move(draft), int(i), std::move(needs)});
        }
        spans.push_back(span);
    }
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const Action &action = plan.actions[i];
        std::vector<int> &needs = placed[std::size_t(spans[i].first)].needs;
        for (const int need : action.needs) {
            const Span &span = spans[std::size_t(need)];
            needs.push_back(mayStartWhenReady(action) ? span.ready : span.last);
        }
        const int index = coveringIndex(plan, action);
        if (index >= 0 && !actionNeeds(plan, index, int(i)))
            needs.push_back(spans[std::size_t(index)].last);
    }
    return placed;
}

using PhaseAndPlace = std::pair<int, int>;

/// Kahn's algorithm; of what may come next the earliest phase comes, then the plain order.
std::vector<int> executableOrder(std::vector<PlacedDraft> &placed)
{
    std::vector<std::vector<int>> users(placed.size());
    std::vector<std::size_t> missing(placed.size(), 0);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        std::sort(placed[i].needs.begin(), placed[i].needs.end());
        placed[i].needs.erase(std::unique(placed[i].needs.begin(), placed[i].needs.end()), placed[i].needs.end());
        missing[i] = placed[i].needs.size();
        for (const int need : placed[i].needs)
            users[std::size_t(need)].push_back(int(i));
    }
    std::priority_queue<PhaseAndPlace, std::vector<PhaseAndPlace>, std::greater<>> ready;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (missing[i] == 0)
            ready.emplace(int(placed[i].draft.step.phase), int(i));
    }
    std::vector<int> order;
    while (!ready.empty()) {
        const int at = ready.top().second;
        ready.pop();
        order.push_back(at);
        for (const int user : users[std::size_t(at)]) {
            Phase &phase = placed[std::size_t(user)].draft.step.phase;
            phase = std::max(phase, placed[std::size_t(at)].draft.step.phase);
            if (--missing[std::size_t(user)] == 0)
                ready.emplace(int(phase), user);
        }
    }
    Q_ASSERT(order.size() == placed.size());
    return order;
}

} // namespace

std::vector<PlacedDraft> orderedDrafts(const PlainPlan &plan, const Context &context)
{
    std::vector<PlacedDraft> placed = placeDrafts(plan, context);
    const std::vector<int> order = executableOrder(placed);
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
