#include "editplaces.h"

namespace lockstep::plan {

namespace {

/// What a gate confirms is about everything before it, so nothing of that may slip behind it.
MoveObstacle obstacleOf(const Plan &plan, qsizetype later)
{
    const Step &step = plan.steps[later];
    return step.kind == StepKind::Gate && !isOwn(step) ? MoveObstacle::BeforeGate : MoveObstacle::NeededBy;
}

base::Error cannotMove(const Plan &plan, const MoveStep &edit, const MoveVerdict &verdict)
{
    const QString what = stepText(plan, edit.step);
    const QString other = stepText(plan, verdict.other);
    const QString sentence = [&] {
        switch (verdict.obstacle) {
        case MoveObstacle::Needs: return QStringLiteral("The %1, must come after %2, which it needs.");
        case MoveObstacle::NeededBy: return QStringLiteral("The %1, must come before %2, which needs it.");
        case MoveObstacle::BeforeGate:
            return QStringLiteral("The %1, must come before %2: what is confirmed there needs it.");
        case MoveObstacle::NotThere:
        case MoveObstacle::None: break;
        }
        return QStringLiteral("The %1, cannot stand before %2.");
    }();
    return base::inputError(sentence.arg(what, other));
}

} // namespace

MoveVerdict canMove(const Plan &plan, const QString &step, const QString &before)
{
    const qsizetype from = indexOf(plan, step);
    const qsizetype to = placeOf(plan, before);
    if (from < 0 || to < 0)
        return { MoveObstacle::NotThere, from < 0 ? step : before };
    // The nearest one says it best.
    for (qsizetype earlier = from - 1; earlier >= to; --earlier) {
        if (needs(plan.steps[from], plan.steps[earlier]))
            return { MoveObstacle::Needs, plan.steps[earlier].id };
    }
    for (qsizetype later = from + 1; later < to; ++later) {
        if (needs(plan.steps[later], plan.steps[from]))
            return { obstacleOf(plan, later), plan.steps[later].id };
    }
    return {};
}

base::Result<PlanPtr> moved(const PlanPtr &plan, const MoveStep &edit)
{
    const MoveVerdict verdict = canMove(*plan, edit.step, edit.before);
    if (verdict.obstacle == MoveObstacle::NotThere)
        return noSuchStep(verdict.other);
    if (verdict.obstacle != MoveObstacle::None)
        return cannotMove(*plan, edit, verdict);
    auto result = std::make_shared<Plan>(*plan);
    const qsizetype from = indexOf(*plan, edit.step);
    const qsizetype to = placeOf(*plan, edit.before);
    result->steps.move(from, to > from ? to - 1 : to);
    return PlanPtr(result);
}

} // namespace lockstep::plan
