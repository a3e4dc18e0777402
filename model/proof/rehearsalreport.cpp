#include "rehearsalreport.h"

#include <algorithm>

namespace lockstep::proof {

namespace {

QString holdSentence(const HeldLock &hold)
{
    const bool blocksReads = plan::blockedBy(hold.lock.mode) == plan::Blocks::ReadsAndWrites;
    return QStringLiteral("%1 on %2 for %3 ms in one piece, which keeps others from %4.")
        .arg(plan::name(hold.lock.mode), hold.lock.relation, QString::number(hold.ms, 'f', 0),
             blocksReads ? QStringLiteral("reading and writing") : QStringLiteral("writing"));
}

} // namespace

const RehearsedStep *Rehearsal::find(const QString &id) const
{
    const auto it =
        std::find_if(steps.begin(), steps.end(), [&id](const RehearsedStep &step) { return step.id == id; });
    return it == steps.end() ? nullptr : &*it;
}

QString name(StepFlag flag)
{
    switch (flag) {
    case StepFlag::Slow: return QStringLiteral("slow");
    case StepFlag::LongHold: return QStringLiteral("long-hold");
    case StepFlag::LongHoldBack: return QStringLiteral("long-hold-back");
    case StepFlag::Rewrite: return QStringLiteral("rewrite");
    case StepFlag::Rejects: return QStringLiteral("rejects");
    case StepFlag::OffEstimate: return QStringLiteral("off-estimate");
    }
    Q_UNREACHABLE();
}

QString name(StepResult result)
{
    switch (result) {
    case StepResult::NotReached: return QStringLiteral("not-reached");
    case StepResult::Done: return QStringLiteral("done");
    case StepResult::Failed: return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

QString name(RehearsalOutcome outcome)
{
    switch (outcome) {
    case RehearsalOutcome::Held: return QStringLiteral("held");
    case RehearsalOutcome::StepFailed: return QStringLiteral("step-failed");
    case RehearsalOutcome::Differs: return QStringLiteral("differs");
    }
    Q_UNREACHABLE();
}

double ratio(const RehearsedStep &step)
{
    return step.result == StepResult::Done && step.here.likelyMs > 0 ? step.ms / double(step.here.likelyMs)
                                                                     : 0;
}

QString flagText(StepFlag flag, const RehearsedStep &step)
{
    switch (flag) {
    case StepFlag::Slow: return QStringLiteral("It took longer than 30 s.");
    case StepFlag::LongHold: return QStringLiteral("It held %1").arg(holdSentence(step.holds.first()));
    case StepFlag::LongHoldBack:
        return QStringLiteral("Its way back held %1").arg(holdSentence(step.holdsBack.first()));
    case StepFlag::Rewrite:
        return QStringLiteral("It rewrote: %1.").arg(step.rewritten.join(QStringLiteral(", ")));
    case StepFlag::Rejects: return QStringLiteral("It did not take %1 rows.").arg(step.rejects);
    case StepFlag::OffEstimate:
        return QStringLiteral("It took %1 times what was likely for these rows.").arg(ratio(step), 0, 'g', 2);
    }
    Q_UNREACHABLE();
}

QString outcomeText(const Rehearsal &rehearsal)
{
    switch (rehearsal.outcome) {
    case RehearsalOutcome::Held:
        return QStringLiteral(
            "The plan reached its target, and its ways back the current schema with what the tables held.");
    case RehearsalOutcome::StepFailed: {
        for (const RehearsedStep &step : rehearsal.steps) {
            if (step.result == StepResult::Failed)
                return QStringLiteral("%1 failed with these rows.").arg(step.id);
        }
        return QStringLiteral("A way back failed.");
    }
    case RehearsalOutcome::Differs:
        return QStringLiteral("The plan or its way back does not do what it says.");
    }
    Q_UNREACHABLE();
}

} // namespace lockstep::proof
