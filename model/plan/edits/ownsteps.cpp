#include "editplaces.h"

#include <model/plan/commentedsql.h>
#include <model/plan/planner.h>
#include <model/sql/parser.h>

#include <algorithm>

/// What a person puts between the steps.
namespace lockstep::plan {

namespace {

base::Result<qsizetype> freePlace(const Plan &plan, const QString &id, const QString &before)
{
    if (plan.find(id) || plan.findOff(id))
        return base::inputError(QStringLiteral("There is a step %1 already.").arg(id));
    const qsizetype at = placeOf(plan, before);
    if (at < 0)
        return noSuchStep(before);
    return at;
}

struct OwnStatements
{
    QStringList sql;
    TransactionMode transaction = TransactionMode::Own;
};

OwnStatements statementsOf(const QString &text, int serverVersion)
{
    OwnStatements result;
    for (const QString &statement : statementsWithComments(text)) {
        result.sql += statement;
        const auto parsed = sql::parse(statement);
        if (parsed.has_value() && sql::mustRunOutsideTransaction(*parsed, serverVersion))
            result.transaction = TransactionMode::None;
    }
    return result;
}

constexpr int longestTitle = 60;

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestTitle ? line.left(longestTitle - 1) + QChar(0x2026) : line;
}

QString titleOf(const QStringList &statements)
{
    return statements.isEmpty()
               ? QStringLiteral("Own SQL, still to be written")
               : QStringLiteral("Own SQL: %1").arg(shortened(withoutComments(statements.first())));
}

void takeForward(Step *step, const QString &sql, int serverVersion)
{
    const OwnStatements forward = statementsOf(sql, serverVersion);
    step->sql = forward.sql;
    step->transaction = forward.transaction;
}

void takeRollback(Step *step, const QString &sql, int serverVersion)
{
    const OwnStatements back = statementsOf(sql, serverVersion);
    step->rollback.sql = back.sql;
    step->rollback.transaction = back.transaction;
    step->rollback.irreversible =
        back.sql.isEmpty() ? QStringLiteral("nobody has written how to take this step back.") : QString();
}

/// It stands among steps of one phase, and belongs to the later of its neighbours' where they differ.
Phase phaseAt(const Plan &plan, qsizetype place)
{
    if (plan.steps.isEmpty())
        return Phase::Expand;
    return plan.steps[std::max<qsizetype>(0, std::min(place, plan.steps.size()) - 1)].phase;
}

Step ownStep(const Plan &plan, qsizetype place, const QString &id, const QString &title)
{
    Step step;
    step.id = id;
    step.title = title;
    step.phase = phaseAt(plan, place);
    step.edited = true;
    return step;
}

} // namespace

base::Result<PlanPtr> withOwnSql(const PlanPtr &plan, const AddSqlStep &edit)
{
    const auto place = freePlace(*plan, edit.id, edit.before);
    if (!place.has_value())
        return place.error();
    Step step = ownStep(*plan, *place, edit.id, edit.title);
    takeForward(&step, edit.sql, plan->serverVersion);
    takeRollback(&step, edit.rollback, plan->serverVersion);
    if (edit.title.isEmpty())
        step.title = titleOf(step.sql);
    auto result = std::make_shared<Plan>(*plan);
    result->steps.insert(*place, step);
    return PlanPtr(result);
}

base::Result<PlanPtr> withOwnGate(const PlanPtr &plan, const AddGate &edit)
{
    const auto place = freePlace(*plan, edit.id, edit.before);
    if (!place.has_value())
        return place.error();
    Step gate = ownStep(*plan, *place, edit.id,
                        edit.title.isEmpty() ? QStringLiteral("Go on when a person says so") : edit.title);
    gate.kind = StepKind::Gate;
    gate.gateText = edit.text;
    gate.timeouts = { 0, 0 };
    gate.assessment.analysed = true;
    auto result = std::make_shared<Plan>(*plan);
    result->steps.insert(*place, gate);
    return PlanPtr(result);
}

base::Result<PlanPtr> withSql(const PlanPtr &plan, const EditSql &edit)
{
    const qsizetype at = indexOf(*plan, edit.step);
    if (at < 0 || !isOwn(plan->steps[at]) || edit.part == SqlPart::Verify)
        return withEditedSql(plan, edit.step, edit.part, edit.sql);
    auto result = std::make_shared<Plan>(*plan);
    Step &step = result->steps[at];
    if (step.kind == StepKind::Gate) {
        step.gateText = edit.sql.trimmed();
        step.title = shortened(step.gateText.section(QLatin1Char('\n'), 0, 0));
        return PlanPtr(result);
    }
    const QString typed =
        edit.part == SqlPart::Rollback ? withoutReason(edit.sql, step.rollback.irreversible) : edit.sql;
    if (const auto kept = checkKeepsComments(typed, stepText(*plan, edit.step)); !kept.has_value())
        return kept.error();
    step.assessment = {};
    if (edit.part == SqlPart::Rollback) {
        takeRollback(&step, typed, plan->serverVersion);
        return PlanPtr(result);
    }
    const bool isNamedByItself = step.title == titleOf(step.sql);
    takeForward(&step, edit.sql, plan->serverVersion);
    if (isNamedByItself)
        step.title = titleOf(step.sql);
    return PlanPtr(result);
}

base::Result<PlanPtr> withoutOwn(const PlanPtr &plan, const RemoveOwnStep &edit)
{
    const qsizetype at = indexOf(*plan, edit.step);
    if (at < 0)
        return noSuchStep(edit.step);
    if (!isOwn(plan->steps[at]))
        return base::inputError(
            QStringLiteral("The %1, was not added by anybody.").arg(stepText(*plan, edit.step)),
            QStringLiteral("Switch it off if it is not wanted."));
    auto result = std::make_shared<Plan>(*plan);
    const Step removed = result->steps.takeAt(at);
    redirectNeeds(result.get(), edit.step, removed.dependsOn);
    return PlanPtr(result);
}

} // namespace lockstep::plan
