#pragma once

#include "planedit.h"

/// Where steps are and what they need; shared by the edits.
namespace lockstep::plan {

[[nodiscard]] qsizetype indexOf(const Plan &plan, const QString &step); ///< -1: not in the plan.
/// The index before which something is put; -1 if there is no such step.
[[nodiscard]] qsizetype placeOf(const Plan &plan, const QString &before);
[[nodiscard]] base::Error noSuchStep(const QString &step);
/// True if a step cannot do without another one. A generated gate waits for all that was generated before it.
[[nodiscard]] bool needs(const Step &step, const Step &other);
/// Everything that needs `from` needs `to` instead.
void redirectNeeds(Plan *plan, const QString &from, const QStringList &to);

[[nodiscard]] base::Result<PlanPtr> moved(const PlanPtr &plan, const MoveStep &edit);
[[nodiscard]] base::Result<PlanPtr> switched(const PlanPtr &plan, const SwitchStep &edit);
[[nodiscard]] base::Result<PlanPtr> splitInTwo(const PlanPtr &plan, const SplitStep &edit);
[[nodiscard]] base::Result<PlanPtr> joined(const PlanPtr &plan, const JoinSteps &edit);
[[nodiscard]] base::Result<PlanPtr> withOwnSql(const PlanPtr &plan, const AddSqlStep &edit);
[[nodiscard]] base::Result<PlanPtr> withOwnGate(const PlanPtr &plan, const AddGate &edit);
/// SQL of any step; of one's own it also says what the step is called and how it runs, and a gate's is its
/// text.
[[nodiscard]] base::Result<PlanPtr> withSql(const PlanPtr &plan, const EditSql &edit);
[[nodiscard]] base::Result<PlanPtr> withoutOwn(const PlanPtr &plan, const RemoveOwnStep &edit);

} // namespace lockstep::plan
