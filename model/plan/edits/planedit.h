#pragma once

#include <model/plan/plan.h>

#include <model/base/result.h>

#include <variant>

/// What a person may change in a plan beside the SQL: its order, what takes part, how statements share
/// steps, and what is added. Each edit is a value, so that it can be kept, undone and made again on the
/// next plan; each is a pure function from plan to plan, or the reason why it cannot be.
namespace lockstep::plan {

struct EditSql
{
    QString step;
    SqlPart part = SqlPart::Forward;
    QString sql;
    friend bool operator==(const EditSql &, const EditSql &) = default;
};
struct MoveStep
{
    QString step;
    QString before; ///< Empty: to the end.
    friend bool operator==(const MoveStep &, const MoveStep &) = default;
};
/// A step that is switched off stays in the plan's memory (Plan::off) and runs nowhere.
struct SwitchStep
{
    QString step;
    bool isOn = false;
    friend bool operator==(const SwitchStep &, const SwitchStep &) = default;
};
struct SplitStep
{
    QString step;
    int at = 1; ///< The first statement of the second half.
    QString second; ///< Its id: freeStepId().
    friend bool operator==(const SplitStep &, const SplitStep &) = default;
};
struct JoinSteps
{
    QString first;
    QString second; ///< Is in `first` from then on.
    friend bool operator==(const JoinSteps &, const JoinSteps &) = default;
};
struct AddSqlStep
{
    QString id; ///< freeOwnId()
    QString before; ///< Empty: at the end.
    QString title; ///< Empty: what the SQL begins with.
    QString sql;
    QString rollback; ///< Empty: there is no way back, and the step says so.
    friend bool operator==(const AddSqlStep &, const AddSqlStep &) = default;
};
struct AddGate
{
    QString id;
    QString before;
    QString title;
    QString text; ///< What a person confirms.
    friend bool operator==(const AddGate &, const AddGate &) = default;
};
struct RemoveOwnStep
{
    QString step;
    friend bool operator==(const RemoveOwnStep &, const RemoveOwnStep &) = default;
};
using PlanEdit =
    std::variant<EditSql, MoveStep, SwitchStep, SplitStep, JoinSteps, AddSqlStep, AddGate, RemoveOwnStep>;

/// The plan with one edit. It is no longer proved; that the steps before it were is still told, that they
/// failed is not. Errors (Input) name the steps in the way.
[[nodiscard]] base::Result<PlanPtr> withEdit(const PlanPtr &plan, const PlanEdit &edit);
/// The steps an edit is about, the one it makes or changes first.
[[nodiscard]] QStringList stepsOf(const PlanEdit &edit);

/// Why a step cannot stand somewhere.
enum class MoveObstacle {
    None,
    Needs, ///< `other` must come before it.
    NeededBy, ///< `other` must come after it.
    BeforeGate, ///< What the gate `other` confirms needs it.
    NotThere ///< No such step or place.
};
struct MoveVerdict
{
    MoveObstacle obstacle = MoveObstacle::None;
    QString other;
};
[[nodiscard]] MoveVerdict canMove(const Plan &plan, const QString &step, const QString &before);
/// Every step that needs one, directly or by others, in the order of the plan.
[[nodiscard]] QStringList dependents(const Plan &plan, const QString &step);

/// Added by a person.
[[nodiscard]] bool isOwn(const Step &step);
[[nodiscard]] QString freeOwnId(const Plan &plan);
/// For the second half of a step: "s03b".
[[nodiscard]] QString freeStepId(const Plan &plan, const QString &step);

/// A step in the words of messages: 'step 5, "Fill tier of users"'.
[[nodiscard]] QString stepText(const Plan &plan, const QString &step);

} // namespace lockstep::plan
