#include "planedit.h"

#include "editplaces.h"

#include <model/base/result.h>
#include <QSet>

#include <algorithm>

namespace lockstep::plan {

namespace {

const QLatin1String ownPrefix("own");

bool isTaken(const Plan &plan, const QString &id)
{
    return plan.find(id) || plan.findOff(id);
}

/// Ids count steps in the order in which they were generated; 0: not generated.
int generatedNumber(const Step &step)
{
    if (isOwn(step))
        return 0;
    int number = 0;
    for (const QChar letter : step.id.mid(1)) {
        if (!letter.isDigit())
            break;
        number = number * 10 + letter.digitValue();
    }
    return number;
}

} // namespace

base::Result<PlanPtr> withEdit(const PlanPtr &given, const PlanEdit &edit)
{
    PlanPtr plan = given;
    if (given->proof.status == ProofStatus::Failed) {
        // What was wrong with other steps says nothing of these.
        auto unproved = std::make_shared<Plan>(*given);
        unproved->proof = {};
        plan = unproved;
    }
    return std::visit(base::Overloaded{
                          [&](const EditSql &one) { return withSql(plan, one); },
                          [&](const MoveStep &one) { return moved(plan, one); },
                          [&](const SwitchStep &one) { return switched(plan, one); },
                          [&](const SplitStep &one) { return splitInTwo(plan, one); },
                          [&](const JoinSteps &one) { return joined(plan, one); },
                          [&](const AddSqlStep &one) { return withOwnSql(plan, one); },
                          [&](const AddGate &one) { return withOwnGate(plan, one); },
                          [&](const RemoveOwnStep &one) { return withoutOwn(plan, one); },
                      },
                      edit);
}

QStringList stepsOf(const PlanEdit &edit)
{
    return std::visit(base::Overloaded{
                          [](const EditSql &one) { return QStringList{ one.step }; },
                          [](const MoveStep &one) {
                              return QStringList{ one.step, one.before };
                          },
                          [](const SwitchStep &one) { return QStringList{ one.step }; },
                          [](const SplitStep &one) {
                              return QStringList{ one.step, one.second };
                          },
                          [](const JoinSteps &one) {
                              return QStringList{ one.first, one.second };
                          },
                          [](const AddSqlStep &one) {
                              return QStringList{ one.id, one.before };
                          },
                          [](const AddGate &one) {
                              return QStringList{ one.id, one.before };
                          },
                          [](const RemoveOwnStep &one) { return QStringList{ one.step }; },
                      },
                      edit);
}

bool isOwn(const Step &step)
{
    return step.id.startsWith(ownPrefix);
}

QString freeOwnId(const Plan &plan)
{
    for (int number = 1;; ++number) {
        const QString id = ownPrefix + QString::number(number);
        if (!isTaken(plan, id))
            return id;
    }
}

QString freeStepId(const Plan &plan, const QString &step)
{
    for (QString letters = QStringLiteral("b");; letters += QLatin1Char('b')) {
        for (char letter = 'b'; letter <= 'z'; ++letter) {
            letters.back() = QLatin1Char(letter);
            if (!isTaken(plan, step + letters))
                return step + letters;
        }
    }
}

QString stepText(const Plan &plan, const QString &step)
{
    const qsizetype at = indexOf(plan, step);
    return at < 0 ? QStringLiteral("step %1").arg(step)
                  : QStringLiteral("step %1, \"%2\"").arg(QString::number(at + 1), plan.steps[at].title);
}

qsizetype indexOf(const Plan &plan, const QString &step)
{
    const Step *found = plan.find(step);
    return found ? found - plan.steps.constData() : -1;
}

qsizetype placeOf(const Plan &plan, const QString &before)
{
    return before.isEmpty() ? plan.steps.size() : indexOf(plan, before);
}

base::Error noSuchStep(const QString &step)
{
    return base::inputError(QStringLiteral("The plan has no step %1.").arg(step));
}

bool needs(const Step &step, const Step &other)
{
    if (step.kind != StepKind::Gate || isOwn(step))
        return step.dependsOn.contains(other.id);
    const int number = generatedNumber(other);
    return number > 0 && number < generatedNumber(step);
}

void redirectNeeds(Plan *plan, const QString &from, const QStringList &to)
{
    for (Step &step : plan->steps) {
        if (!step.dependsOn.contains(from))
            continue;
        step.dependsOn.removeAll(from);
        for (const QString &id : to) {
            if (id != step.id && !step.dependsOn.contains(id))
                step.dependsOn += id;
        }
        step.dependsOn.sort();
    }
}

QStringList dependents(const Plan &plan, const QString &step)
{
    QSet<QString> reached{ step };
    QStringList result;
    for (const Step &one : plan.steps) {
        const bool needs = std::any_of(one.dependsOn.begin(), one.dependsOn.end(),
                                       [&](const QString &id) { return reached.contains(id); });
        if (!needs)
            continue;
        reached.insert(one.id);
        result += one.id;
    }
    return result;
}

} // namespace lockstep::plan
