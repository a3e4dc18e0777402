#include "actionneeds.h"

namespace lockstep::plan {

QSet<int> allNeeds(const PlainPlan &plan, const Action &action)
{
    QSet<int> seen;
    std::vector<int> open = action.needs;
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (seen.contains(at))
            continue;
        seen.insert(at);
        const std::vector<int> &more = plan.actions[std::size_t(at)].needs;
        open.insert(open.end(), more.begin(), more.end());
    }
    return seen;
}

int actionOn(const PlainPlan &plan, const schema::ObjectId &object)
{
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        if (plan.actions[i].object == object)
            return int(i);
    }
    return -1;
}

bool isKeptAsItIs(const PlainPlan &plan, const schema::Fact &fact)
{
    const schema::Fact *after = plan.changes->target->find(fact.id);
    return after && after->attributes == fact.attributes && actionOn(plan, fact.id) < 0;
}

} // namespace lockstep::plan
