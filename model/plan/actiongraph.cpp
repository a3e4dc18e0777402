#include "actiongraph.h"

namespace lockstep::plan {

bool actionNeeds(const PlainPlan &plan, int start, int wanted)
{
    std::vector<bool> seen(plan.actions.size(), false);
    std::vector<int> open{ start };
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (at == wanted)
            return true;
        for (const int need : plan.actions[std::size_t(at)].needs) {
            // Needs lead to smaller indexes only.
            if (need >= wanted && !seen[std::size_t(need)]) {
                seen[std::size_t(need)] = true;
                open.push_back(need);
            }
        }
    }
    return false;
}

} // namespace lockstep::plan
