#include "editplaces.h"

#include <algorithm>

/// Statements of one step that get two, and of two that get one.
namespace lockstep::plan {

namespace {

// In front, where a column that is too narrow does not cut it off.
const QLatin1String firstHalf("1 of 2: ");
const QLatin1String secondHalf("2 of 2: ");

const QLatin1String takesBackBoth(
    "It takes back both halves of the step that was split, so it only fits where both ran.");

bool areHalves(const Step &a, const Step &b)
{
    return a.title.startsWith(firstHalf) && b.title.startsWith(secondHalf)
           && a.title.mid(firstHalf.size()) == b.title.mid(secondHalf.size());
}

base::Error cannotSplit(const Plan &plan, const QString &step, const QString &why)
{
    return base::inputError(QStringLiteral("The %1, cannot be split: %2").arg(stepText(plan, step), why));
}

/// The statements that take back the second half come first. Only where there is one for each statement it is
/// known which take back what.
void splitRollback(Step *first, Step *second, qsizetype statements)
{
    second->rollback.sql.clear();
    if (!first->rollback.irreversible.isEmpty() || first->rollback.sql.isEmpty())
        return;
    if (first->rollback.sql.size() == statements) {
        const qsizetype ofSecond = second->sql.size();
        second->rollback.sql = first->rollback.sql.mid(0, ofSecond);
        first->rollback.sql = first->rollback.sql.mid(ofSecond);
        return;
    }
    first->rollback.caution = takesBackBoth;
}

Timeouts longer(const Timeouts &a, const Timeouts &b)
{
    const auto longest = [](int x, int y) { return x == 0 || y == 0 ? 0 : std::max(x, y); };
    return { longest(a.lockMs, b.lockMs), longest(a.statementMs, b.statementMs) };
}

QString joinedText(const QString &a, const QString &b, const QString &between)
{
    return a == b ? a : QString(a.isEmpty() || b.isEmpty() ? QString() : between).prepend(a).append(b);
}

QStringList united(QStringList a, const QStringList &b)
{
    a += b;
    a.removeDuplicates();
    return a;
}

/// Empty: they can.
QString whyNotJoined(const Plan &plan, qsizetype first, qsizetype second)
{
    if (second != first + 1)
        return QStringLiteral("the second must come right after the first.");
    const Step &a = plan.steps[first];
    const Step &b = plan.steps[second];
    if (a.kind != StepKind::Ddl || b.kind != StepKind::Ddl)
        return QStringLiteral("only steps of statements can share one, no backfill, check or gate.");
    if (a.transaction != b.transaction)
        return QStringLiteral("one of them runs in a transaction, the other cannot.");
    return {};
}

Step joinedStep(const Step &a, const Step &b)
{
    Step step = a;
    step.phase = std::max(a.phase, b.phase);
    step.title = a.title + QStringLiteral("; ") + b.title;
    step.relations = united(a.relations, b.relations);
    step.dependsOn = united(a.dependsOn, b.dependsOn);
    step.dependsOn.removeAll(a.id);
    step.dependsOn.sort();
    step.sql = a.sql + b.sql;
    step.rollback.sql = b.rollback.sql + a.rollback.sql;
    step.rollback.irreversible =
        joinedText(a.rollback.irreversible, b.rollback.irreversible, QStringLiteral(" "));
    step.rollback.caution = joinedText(a.rollback.caution, b.rollback.caution, QStringLiteral(" "));
    if (b.rollback.transaction == TransactionMode::None)
        step.rollback.transaction = TransactionMode::None;
    // What is true of the time between them is no more, since nothing is between them.
    step.verify.clear();
    std::copy_if(a.verify.begin(), a.verify.end(), std::back_inserter(step.verify),
                 [](const Verification &check) { return !check.isInterim; });
    step.verify += b.verify;
    step.timeouts = longer(a.timeouts, b.timeouts);
    step.loses = a.loses + b.loses;
    step.why = joinedText(a.why, b.why, QStringLiteral(" "));
    if (areHalves(a, b)) { // They are what they were before.
        step.title = a.title.mid(firstHalf.size());
        if (a.rollback.caution == takesBackBoth)
            step.rollback.caution = b.rollback.caution == takesBackBoth ? QString() : b.rollback.caution;
    }
    step.edited = true;
    step.assessment = {};
    return step;
}

void renameInOff(Plan *plan, const QString &from, const QString &to)
{
    for (OffStep &off : plan->off) {
        if (off.before == from)
            off.before = to;
        off.neededBy.replaceInStrings(from, to);
        off.step.dependsOn.replaceInStrings(from, to);
    }
}

} // namespace

base::Result<PlanPtr> splitInTwo(const PlanPtr &plan, const SplitStep &edit)
{
    const qsizetype at = indexOf(*plan, edit.step);
    if (at < 0)
        return noSuchStep(edit.step);
    const Step &whole = plan->steps[at];
    if (whole.kind != StepKind::Ddl)
        return cannotSplit(*plan, edit.step, QStringLiteral("only steps of statements have parts."));
    if (whole.sql.size() < 2)
        return cannotSplit(*plan, edit.step, QStringLiteral("it is a single statement."));
    if (edit.at < 1 || edit.at >= whole.sql.size())
        return cannotSplit(*plan, edit.step, QStringLiteral("it has %1 statements.").arg(whole.sql.size()));
    if (plan->find(edit.second) || plan->findOff(edit.second))
        return cannotSplit(*plan, edit.step, QStringLiteral("there is a step %1 already.").arg(edit.second));
    auto result = std::make_shared<Plan>(*plan);
    Step second = whole;
    Step &first = result->steps[at];
    second.id = edit.second;
    second.dependsOn = { whole.id };
    first.title = firstHalf + whole.title;
    second.title = secondHalf + whole.title;
    first.sql = whole.sql.mid(0, edit.at);
    second.sql = whole.sql.mid(edit.at);
    splitRollback(&first, &second, whole.sql.size());
    first.verify.clear();
    for (Step *half : { &first, &second }) {
        half->edited = true;
        half->assessment = {};
    }
    redirectNeeds(result.get(), edit.step, { edit.second });
    result->steps.insert(at + 1, second);
    return PlanPtr(result);
}

base::Result<PlanPtr> joined(const PlanPtr &plan, const JoinSteps &edit)
{
    const qsizetype first = indexOf(*plan, edit.first);
    const qsizetype second = indexOf(*plan, edit.second);
    if (first < 0 || second < 0)
        return noSuchStep(first < 0 ? edit.first : edit.second);
    const QString why = whyNotJoined(*plan, first, second);
    if (!why.isEmpty())
        return base::inputError(QStringLiteral("The %1, and the %2, cannot be joined: %3")
                                    .arg(stepText(*plan, edit.first), stepText(*plan, edit.second), why));
    auto result = std::make_shared<Plan>(*plan);
    result->steps[first] = joinedStep(plan->steps[first], plan->steps[second]);
    result->steps.removeAt(second);
    redirectNeeds(result.get(), edit.second, { edit.first });
    renameInOff(result.get(), edit.second, edit.first);
    return PlanPtr(result);
}

} // namespace lockstep::plan
