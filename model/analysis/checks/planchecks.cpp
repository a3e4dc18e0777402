#include "check.h"

namespace lockstep::analysis::checks {

CheckItem proof(const CheckInput &input)
{
    CheckItem item;
    item.id = QStringLiteral("proof");
    item.title = QStringLiteral("Proof of the plan");
    if (input.plan.isProved()) {
        item.consequence =
            QStringLiteral("The plan and its rollback were run on a scratch copy and do what they say.");
        return item;
    }
    item.verdict = CheckVerdict::Stop;
    item.consequence =
        QStringLiteral("The plan is not proved: its proof is missing, failed, or is of other steps.");
    item.advice = QStringLiteral("Prove it first (lockstep-cli prove, or Prove in the window).");
    return item;
}

CheckItem losses(const CheckInput &input)
{
    CheckItem item;
    item.id = QStringLiteral("losses");
    item.title = QStringLiteral("What is lost for good");
    QStringList steps;
    for (const plan::Step &step : input.plan.steps) {
        if (!step.loses.isEmpty())
            steps.append(step.id);
        for (const plan::Loss &loss : step.loses)
            item.rows.append({ step.id, plan::lostText(loss),
                               loss.rows >= 0 ? QString::number(loss.rows) : QString(),
                               loss.bytes >= 0 ? QString::number(loss.bytes) : QString() });
    }
    if (steps.isEmpty()) {
        item.consequence = QStringLiteral("No step loses data.");
        return item;
    }
    item.columns = { QStringLiteral("step"), QStringLiteral("what"), QStringLiteral("rows"),
                     QStringLiteral("bytes") };
    item.verdict = CheckVerdict::Attention;
    item.consequence =
        QStringLiteral("%1 %2 data for good; the run stops there until it is allowed.")
            .arg(someOf(steps), steps.size() == 1 ? QStringLiteral("loses") : QStringLiteral("lose"));
    item.advice = QStringLiteral("Allow each by name (--allow-loss), or park what may still be needed.");
    return item;
}

CheckItem names(const CheckInput &input)
{
    CheckItem item;
    item.id = QStringLiteral("names");
    item.title = QStringLiteral("Roles and letters that the plan names");
    if (!input.missingRoles.isEmpty()) {
        item.verdict = CheckVerdict::Stop;
        item.consequence = QStringLiteral("The plan names roles that the server does not have: %1.")
                               .arg(input.missingRoles.join(QStringLiteral("; ")));
        item.advice =
            QStringLiteral("Create them first; roles belong to the whole server, so a plan does not.");
    } else if (!input.encodingFault.isEmpty()) {
        item.verdict = CheckVerdict::Stop;
        item.consequence = input.encodingFault;
        item.advice = QStringLiteral("Change the names and texts in the target schema.");
    } else {
        item.consequence = QStringLiteral("The server has the roles and letters that the plan names.");
    }
    return item;
}

} // namespace lockstep::analysis::checks
