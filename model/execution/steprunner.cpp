#include "steprunner.h"

#include "backfill.h"
#include "objectstate.h"

namespace lockstep::execution {

namespace {

QString lossText(const plan::Step &step)
{
    QStringList parts;
    for (const plan::Loss &loss : step.loses) {
        QString part = plan::lostText(loss);
        if (loss.rows >= 0)
            part += QStringLiteral(", %1 rows").arg(loss.rows);
        if (loss.bytes >= 0)
            part += QStringLiteral(", %1 bytes").arg(loss.bytes);
        parts.append(part);
    }
    return QStringLiteral("Step %1 (%2) loses: %3.")
        .arg(step.id, step.title, parts.join(QStringLiteral("; ")));
}

/// Waits for a person, or returns at once if the caller does not want to.
base::Result<StepEnd> askPerson(RunContext &context, const plan::Step &step, const RunEvent &question,
                                const QString &text, const std::function<bool()> &answered)
{
    if (answered())
        return StepEnd::Done;
    if (const auto waiting = context.journal.setStepState(step.id, StepState::WaitingGate);
        !waiting.has_value())
        return waiting.error();
    if (const auto waiting = context.enter(RunState::WaitingGate, text); !waiting.has_value())
        return waiting.error();
    context.emitStep(step.id, StepState::WaitingGate);
    context.emitEvent(question);
    if (!context.options.waitAtGates)
        return StepEnd::Waiting;
    context.awaitsPerson = true;
    while (!answered()) {
        if (!context.sleepFor(200, answered))
            return StepEnd::Stopped;
        if (const auto held = context.checkFence(); !held.has_value())
            return held.error();
    }
    context.awaitsPerson = false;
    if (const auto on = context.enter(RunState::Running); !on.has_value())
        return on.error();
    return StepEnd::Done;
}

base::Result<StepEnd> passLoss(RunContext &context, const plan::Step &step)
{
    if (step.loses.isEmpty())
        return StepEnd::Done;
    const QString text = lossText(step);
    return askPerson(context, step, LossAsked{ step.id, text }, text, [&] {
        return context.options.allowAllLoss || context.options.allowedLoss.contains(step.id)
               || context.control().lossAllowed(step.id);
    });
}

base::Result<StepEnd> passGate(RunContext &context, const plan::Step &step)
{
    const QString text = step.gateText.isEmpty() ? step.title : step.gateText;
    return askPerson(context, step, GateReached{ step.id, text }, text, [&] {
        return context.options.approveAllGates || context.options.approvedGates.contains(step.id)
               || context.control().gateApproved(step.id);
    });
}

/// Changes something otherwise than in one transaction with the journal.
bool changesOutside(const plan::Step &step)
{
    return step.kind == plan::StepKind::Backfill
           || (step.kind == plan::StepKind::Ddl && step.transaction == plan::TransactionMode::None);
}

base::Result<StepEnd> act(RunContext &context, const plan::Step &step, const StepRecord &record)
{
    if (step.kind == plan::StepKind::Gate)
        return passGate(context, step);
    if (step.kind == plan::StepKind::Backfill && step.backfill)
        return runBackfill(context, step);
    // Nothing but queries, or committed before: only the verification is still to do.
    if (step.kind == plan::StepKind::Verify || record.statementsDone >= step.sql.size())
        return StepEnd::Done;
    StepWork work{ step, step.sql, step.transaction };
    work.statementsDone = record.statementsDone;
    work.wasBegun = record.attempts > 0;
    work.verifyAfter = !step.verify.isEmpty();
    return step.transaction == plan::TransactionMode::Own ? runInTransaction(context, work)
                                                          : runOutsideTransaction(context, work);
}

base::Result<StepEnd> actAndVerify(RunContext &context, const plan::Step &step, const StepRecord &record)
{
    if (const auto allowed = passLoss(context, step); !allowed.has_value() || *allowed != StepEnd::Done)
        return allowed;
    if (step.kind != plan::StepKind::Gate) {
        if (const auto renewed = renewSession(*context.work, context.sessionName); !renewed.has_value())
            return renewed.error();
    }
    // A step of an earlier start may have left part of itself; one in a transaction looks under its locks.
    if (changesOutside(step) && record.attempts == 0) {
        if (const auto same = checkObjects(context, step); !same.has_value())
            return same.error();
    }
    const bool outside = step.kind == plan::StepKind::Ddl && step.transaction == plan::TransactionMode::None;
    if (const auto begun =
            context.journal.stepStarted(step.id, outside ? StepState::Intent : StepState::Running);
        !begun.has_value())
        return begun.error();
    context.emitStep(step.id, outside ? StepState::Intent : StepState::Running, 0, record.attempts + 1);
    const auto acted = act(context, step, record);
    if (!acted.has_value() || *acted != StepEnd::Done)
        return acted;
    return runVerifications(context, step);
}

} // namespace

base::Result<StepEnd> runVerifications(RunContext &context, const plan::Step &step)
{
    if (step.verify.isEmpty())
        return StepEnd::Done;
    if (const auto limits =
            context.work->executeScript(QStringLiteral("SET lock_timeout = 0; SET statement_timeout = 0"));
        !limits.has_value())
        return limits.error();
    for (const plan::Verification &check : step.verify) {
        const auto rows = context.watched(step.id, check.sql);
        if (!rows.has_value()) {
            if (context.stopRequested() && rows.error().kind != base::ErrorKind::Connection)
                return StepEnd::Stopped;
            return stepError(step, rows.error());
        }
        const QString found = rows->count() > 0 ? rows->text(0, 0) : QString();
        if (found == check.expect)
            continue;
        base::Error error;
        error.kind = base::ErrorKind::Server;
        error.message = QStringLiteral("the verification found %1 where %2 is expected.")
                            .arg(found.isEmpty() ? QStringLiteral("nothing") : found, check.expect);
        error.statement = check.sql;
        error.hint =
            check.sample.isEmpty() ? QStringLiteral(
                "Look into what the query above asks, correct it and resume the run, or roll it back.")
                                   : QStringLiteral("Correct the rows and resume the run, or roll it back. "
                                                    "To see some of them: %1;")
                                         .arg(check.sample);
        return stepError(step, error);
    }
    return StepEnd::Done;
}

base::Result<StepEnd> runStep(RunContext &context, const plan::Step &step, const StepRecord &record)
{
    QElapsedTimer timer;
    timer.start();
    auto end = actAndVerify(context, step, record);
    // With what earlier starts of the run have spent on it.
    const double ms = record.tookMs + double(timer.nsecsElapsed()) / 1e6;
    if (!end.has_value()) {
        if (end.error().kind == base::ErrorKind::Connection)
            return end;
        context.rollBackOpen();
        (void)context.journal.setTook(step.id, ms);
        // If even this fails, the state stays "running" and a resume finds out what happened.
        (void)context.journal.stepFailed(step.id, end.error());
        context.emitStep(step.id, StepState::Failed, ms, record.attempts + 1, end.error().message);
        return end;
    }
    if (*end == StepEnd::Done) {
        // Before the step counts as done: one that is done leaves nothing that looks like somebody else's.
        if (changesOutside(step)) {
            if (const auto recorded = recordObjects(context, *context.fence); !recorded.has_value())
                return recorded.error();
        }
        const auto done = context.journal.setStepState(step.id, StepState::Done, ms);
        if (!done.has_value())
            return done.error();
        context.emitStep(step.id, StepState::Done, ms, record.attempts + 1);
    } else {
        (void)context.journal.setTook(step.id, ms);
    }
    return end;
}

} // namespace lockstep::execution
