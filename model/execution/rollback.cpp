#include "reconnect.h"
#include "runtarget.h"
#include "startgate.h"
#include "steprunner.h"

namespace lockstep::execution {

namespace {

/// Whether the forward run may have left something of this step in the database.
bool leftSomething(const plan::Step &step, const StepRecord &record)
{
    switch (record.state) {
    case StepState::Pending:
    case StepState::Undone:
    case StepState::Skipped: return false;
    case StepState::WaitingGate:
        if (record.attempts == 0)
            return false;
        break; // Asked again when a begun step was resumed.
    case StepState::Done: return true;
    case StepState::Intent:
    case StepState::Running:
    case StepState::WaitingLock:
    case StepState::Paused:
    case StepState::Failed: break;
    }
    // A step in its own transaction is committed together with its count.
    const bool atomic = step.kind == plan::StepKind::Ddl && step.transaction == plan::TransactionMode::Own;
    return !atomic || record.statementsDone > 0;
}

struct Undo
{
    const plan::Step *step;
    StepRecord record;
};

base::Result<QVector<Undo>> stepsToUndo(const plan::Plan &plan, const QVector<StepRecord> &records)
{
    QVector<Undo> undo;
    QStringList irreversible;
    for (auto record = records.crbegin(); record != records.crend(); ++record) {
        const plan::Step *step = plan.find(record->id);
        if (!step || !leftSomething(*step, *record))
            continue;
        undo.append({ step, *record });
        if (!step->rollback.irreversible.isEmpty())
            irreversible.append(
                QStringLiteral("%1 (%2): %3").arg(step->id, step->title, step->rollback.irreversible));
    }
    if (!irreversible.isEmpty()) {
        return refused(
            QStringLiteral("This run cannot be taken back, because these steps have no way back: %1")
                .arg(irreversible.join(QStringLiteral("; "))),
            QStringLiteral("Nothing was changed. Restore what they removed from a backup, or plan the way "
                           "back as a new change."));
    }
    return undo;
}

base::Result<StepEnd> undoStep(RunContext &context, const Undo &undo)
{
    const plan::Step &step = *undo.step;
    if (!step.rollback.caution.isEmpty())
        context.log(EventLevel::Warning, step.id, step.rollback.caution);
    QElapsedTimer timer;
    timer.start();
    context.emitStep(step.id, StepState::Running);
    base::Result<StepEnd> end = StepEnd::Done;
    const auto renewed = renewSession(*context.work, context.sessionName);
    const auto nothingDone = renewed.has_value() ? isStillAttached(context, step) : renewed.error();
    if (!nothingDone.has_value()) {
        end = nothingDone.error();
    } else if (!*nothingDone && !step.rollback.sql.isEmpty()) {
        StepWork work{ step, step.rollback.sql, step.rollback.transaction, StepState::Undone,
                       RunState::RollingBack };
        work.wasBegun = true;
        work.statementsDone = undo.record.statementsUndone;
        end = work.transaction == plan::TransactionMode::Own ? runInTransaction(context, work)
                                                             : runOutsideTransaction(context, work);
    }
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (!end.has_value()) {
        context.rollBackOpen();
        // Failed, but still to be taken back: what it left is counted separately.
        if (end.error().kind == base::ErrorKind::Connection)
            return end;
        (void)context.journal.stepFailed(step.id, end.error());
        context.emitStep(step.id, StepState::Failed, ms, 1, end.error().message);
        return end;
    }
    if (*end != StepEnd::Done)
        return end;
    if (const auto undone = context.journal.setStepState(step.id, StepState::Undone); !undone.has_value())
        return undone.error();
    context.emitStep(step.id, StepState::Undone, ms, 1);
    return end;
}

base::Result<RunOutcome> undoSteps(RunContext &context)
{
    const auto records = context.journal.steps();
    if (!records.has_value())
        return records.error();
    const auto undo = stepsToUndo(*context.plan, *records);
    if (!undo.has_value())
        return undo.error();
    if (const auto rolling = context.enter(RunState::RollingBack); !rolling.has_value())
        return rolling.error();
    for (const Undo &one : *undo) {
        const auto goOn = context.passPause(RunState::RollingBack);
        if (!goOn.has_value())
            return goOn.error();
        // The journal keeps "rolling back": half a way back is continued by another rollback.
        if (!*goOn)
            return RunOutcome{ context.journal.runId(), RunState::Stopped, one.step->id };
        const auto end = undoStep(context, one);
        if (!end.has_value()) {
            if (end.error().kind != base::ErrorKind::Connection)
                context.emitEvent(RunFailed{ one.step->id, end.error() });
            return end.error();
        }
        if (*end == StepEnd::Stopped) {
            if (const auto rolling = context.enter(RunState::RollingBack); !rolling.has_value())
                return rolling.error();
            return RunOutcome{ context.journal.runId(), RunState::Stopped, one.step->id };
        }
    }
    if (const auto done = context.enter(RunState::RolledBack); !done.has_value())
        return done.error();
    return RunOutcome{ context.journal.runId(), RunState::RolledBack, {} };
}

void compareWithCurrent(RunContext &context)
{
    if (!context.options.readFingerprint || context.plan->fingerprint.isEmpty())
        return;
    const auto live = context.options.readFingerprint(*context.work);
    if (live.has_value() && *live != context.plan->fingerprint) {
        context.log(
            EventLevel::Warning, {},
            QStringLiteral(
                "The schema differs from the one before the run: something else changed it meanwhile."));
    }
}

} // namespace

base::Result<RunOutcome> rollBackRun(const plan::PlanPtr &plan, const postgres::ConnectionTarget &target,
                                     const RunOptions &options, RunControl &control, const EventSink &events,
                                     std::stop_token stop)
{
    const auto reached = runTarget(target, options, stop);
    if (!reached.has_value())
        return failedToStart(events, reached.error());
    RunContext context(plan, *reached, options, control, events, std::move(stop));
    (void)context.enter(RunState::Checking);
    // Checked before the run's state changes: a refusal must leave a finished run finished.
    const auto start = startRollback(context, [&](const RunRecord &run) -> base::Result<void> {
        const auto undo = stepsToUndo(*plan, run.steps);
        return undo.has_value() ? base::Result<void>() : base::Result<void>(undo.error());
    });
    if (!start.has_value()) {
        if (start.error().isCanceled())
            return RunOutcome{ {}, RunState::Stopped, {} };
        context.emitEvent(RunFailed{ {}, start.error() });
        return start.error();
    }
    if (*start == Start::AlreadyThere)
        return RunOutcome{ {}, RunState::RolledBack, {} };
    context.emitEvent(RunStarted{ context.journal.runId(), context.fence->server().database,
                                  context.fence->server().user, context.work->server().backendPid, true });
    for (;;) {
        auto outcome = undoSteps(context);
        if (outcome.has_value()) {
            if (outcome->state == RunState::RolledBack)
                compareWithCurrent(context);
            return outcome;
        }
        if (outcome.error().kind != base::ErrorKind::Connection)
            return outcome;
        if (const auto again = reconnect(context, outcome.error(), RunState::RollingBack);
            !again.has_value()) {
            context.emitEvent(RunFailed{ {}, again.error() });
            return again.error();
        }
    }
}

} // namespace lockstep::execution
