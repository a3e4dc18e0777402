#include "backfilljournal.h"
#include "reconnect.h"
#include "runtarget.h"
#include "startgate.h"
#include "steprunner.h"

namespace lockstep::execution {

namespace {

void announce(RunContext &context)
{
    context.emitEvent(RunStarted{ context.journal.runId(), context.fence->server().database,
                                  context.fence->server().user, context.work->server().backendPid,
                                  context.resumed });
}

StepRecord recordOf(const QVector<StepRecord> &records, const QString &step)
{
    for (const StepRecord &record : records) {
        if (record.id == step)
            return record;
    }
    return { step };
}

base::Result<RunOutcome> ended(RunContext &context, RunState state, const QString &stoppedAt)
{
    const QString reason = state == RunState::Stopped ? QStringLiteral("Stopped on request.") : QString();
    if (const auto entered = context.enter(state, reason); !entered.has_value())
        return entered.error();
    RunOutcome outcome{ context.journal.runId(), state, stoppedAt, {} };
    outcome.parked = parkedText(*context.fence, outcome.runId);
    return outcome;
}

base::Result<RunOutcome> runSteps(RunContext &context)
{
    const auto records = context.journal.steps();
    if (!records.has_value())
        return records.error();
    if (const auto running = context.enter(RunState::Running); !running.has_value())
        return running.error();
    for (const plan::Step &step : context.plan->steps) {
        const StepRecord record = recordOf(*records, step.id);
        if (record.state == StepState::Done) {
            context.emitStep(step.id, StepState::Done, record.tookMs, record.attempts);
            continue;
        }
        const auto goOn = context.passPause();
        if (!goOn.has_value())
            return goOn.error();
        if (!*goOn)
            return ended(context, RunState::Stopped, step.id);
        const auto end = runStep(context, step, record);
        if (!end.has_value()) {
            if (end.error().kind != base::ErrorKind::Connection) {
                context.emitEvent(RunFailed{ step.id, end.error() });
                (void)context.enter(RunState::Failed, end.error().message);
            }
            return end.error();
        }
        if (*end == StepEnd::Stopped)
            return ended(context, RunState::Stopped, step.id);
        if (*end == StepEnd::Waiting)
            return RunOutcome{ context.journal.runId(), RunState::WaitingGate, step.id };
    }
    return ended(context, RunState::Done, {});
}

void compareWithTarget(RunContext &context)
{
    if (!context.options.readFingerprint || context.plan->targetFingerprint.isEmpty())
        return;
    const auto live = context.options.readFingerprint(*context.work);
    if (!live.has_value())
        return;
    if (*live == context.plan->targetFingerprint)
        context.log(EventLevel::Done, {}, QStringLiteral("The schema equals the plan's target."));
    else
        context.log(
            EventLevel::Warning, {},
            QStringLiteral(
                "The schema differs from the plan's target: something else changed it during the run."));
}

base::Result<RunOutcome> stoppedBeforeStart(const RunContext &context)
{
    return RunOutcome{ context.journal.runId(), RunState::Stopped, {} };
}

} // namespace

base::Result<RunOutcome> runPlan(const plan::PlanPtr &plan, const postgres::ConnectionTarget &target,
                                 const RunOptions &options, RunControl &control, const EventSink &events,
                                 std::stop_token stop)
{
    const auto reached = runTarget(target, options, stop);
    if (!reached.has_value())
        return failedToStart(events, reached.error());
    RunContext context(plan, *reached, options, control, events, std::move(stop));
    (void)context.enter(RunState::Checking);
    const auto start = startRun(context);
    if (!start.has_value()) {
        if (start.error().isCanceled())
            return stoppedBeforeStart(context);
        context.emitEvent(RunFailed{ {}, start.error() });
        return start.error();
    }
    if (*start == Start::AlreadyThere) {
        context.log(EventLevel::Done, {},
                    QStringLiteral("The database already has the target schema; there is nothing to do."));
        return RunOutcome{ {}, RunState::Done, {} };
    }
    announce(context);
    for (;;) {
        auto outcome = runSteps(context);
        if (outcome.has_value()) {
            if (outcome->state == RunState::Done)
                compareWithTarget(context);
            return outcome;
        }
        if (outcome.error().kind != base::ErrorKind::Connection)
            return outcome;
        const auto again = reconnect(context, outcome.error(), RunState::Running);
        if (!again.has_value()) {
            context.emitEvent(RunFailed{ {}, again.error() });
            return again.error();
        }
    }
}

} // namespace lockstep::execution
