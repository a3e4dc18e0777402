#include "editplaces.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

base::Result<PlanPtr> switchedOff(const PlanPtr &plan, const QString &id)
{
    const qsizetype at = indexOf(*plan, id);
    if (at < 0)
        return noSuchStep(id);
    auto result = std::make_shared<Plan>(*plan);
    OffStep off;
    off.step = result->steps.takeAt(at);
    off.before = at < result->steps.size() ? result->steps[at].id : QString();
    for (const Step &step : result->steps) {
        if (step.dependsOn.contains(id))
            off.neededBy += step.id;
    }
    // What came after it by its needs still does.
    redirectNeeds(result.get(), id, off.step.dependsOn);
    result->off += off;
    return PlanPtr(result);
}

/// The first place that is not before anything it needs.
qsizetype placeFor(const Plan &plan, const OffStep &off)
{
    qsizetype earliest = 0;
    for (const QString &need : off.step.dependsOn)
        earliest = std::max(earliest, indexOf(plan, need) + 1);
    // What it stood before may be off too.
    QString before = off.before;
    for (const OffStep *next = plan.findOff(before); next; next = plan.findOff(before))
        before = next->before;
    const qsizetype wanted = placeOf(plan, before);
    return std::max(earliest, wanted < 0 ? plan.steps.size() : wanted);
}

void addNeed(Step *step, const QString &need)
{
    if (!step->dependsOn.contains(need))
        step->dependsOn += need;
    step->dependsOn.sort();
}

/// Between a step that comes back and those that are still off.
void rememberNeeds(Plan *plan, const OffStep &back)
{
    for (OffStep &other : plan->off) {
        if (back.step.dependsOn.contains(other.step.id) && !other.neededBy.contains(back.step.id))
            other.neededBy += back.step.id;
        if (back.neededBy.contains(other.step.id))
            addNeed(&other.step, back.step.id);
    }
}

/// Nothing that needs it may stand before it: it goes no further back than the first of them.
base::Result<PlanPtr> switchedOn(const PlanPtr &plan, const QString &id)
{
    const auto found = std::find_if(plan->off.cbegin(), plan->off.cend(),
                                    [&](const OffStep &off) { return off.step.id == id; });
    if (found == plan->off.cend())
        return noSuchStep(id);
    const OffStep off = *found;
    auto result = std::make_shared<Plan>(*plan);
    result->off.removeAt(found - plan->off.cbegin());
    qsizetype to = placeFor(*result, off);
    for (const QString &user : off.neededBy) {
        const qsizetype at = indexOf(*result, user);
        if (at >= 0) {
            to = std::min(to, at);
            addNeed(&result->steps[at], id);
        }
    }
    rememberNeeds(result.get(), off);
    Step step = off.step;
    step.dependsOn.erase(std::remove_if(step.dependsOn.begin(), step.dependsOn.end(),
                                        [&](const QString &need) { return indexOf(*result, need) < 0; }),
                         step.dependsOn.end());
    result->steps.insert(to, step);
    return PlanPtr(result);
}

} // namespace

base::Result<PlanPtr> switched(const PlanPtr &plan, const SwitchStep &edit)
{
    return edit.isOn ? switchedOn(plan, edit.step) : switchedOff(plan, edit.step);
}

} // namespace lockstep::plan
