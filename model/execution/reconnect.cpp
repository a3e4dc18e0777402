#include "reconnect.h"

#include "connecting.h"

#include <utility>

namespace lockstep::execution {

namespace {

/// What ends the connection every time will do so again. While a person is awaited nothing is done that
/// could.
base::Result<void> checkLosses(RunContext &context, const base::Error &lost, RunState state,
                               bool wasAwaitingPerson)
{
    constexpr int mostLosses = 5;
    if (wasAwaitingPerson) {
        context.forgetLosses();
        return {};
    }
    const auto mark = context.journal.progressMark();
    if (!mark.has_value() || context.countLoss(*mark) < mostLosses)
        return {};
    base::Error error = lost;
    error.message =
        QStringLiteral("The connection was lost %1 times in a row with nothing done in between: %2")
            .arg(mostLosses)
            .arg(lost.message);
    // The journal keeps "rolling back": nobody may go forward from half a way back.
    if (state == RunState::RollingBack) {
        error.hint =
            QStringLiteral("Look into the server's log for what ends it. What is taken back stays so; "
                           "--rollback goes on.");
        error.remedy = base::Remedy::FinishRollback;
        return error;
    }
    error.hint =
        QStringLiteral("Look into the server's log for what ends it. What is done is kept; --resume goes "
                       "on, --rollback takes it back.");
    error.remedy = base::Remedy::FindWhatEndsIt;
    (void)context.enter(RunState::Failed, error.message);
    return error;
}

base::Error takenOver()
{
    return refused(
        QStringLiteral(
            "Another runner took this run over while the connection was lost, so this one stops here."),
        QStringLiteral("See what the other one does with --status."), base::Remedy::WatchOther);
}

bool isLockHeld(const base::Error &error)
{
    return error.remedy == base::Remedy::TakeOver;
}

/// One try. `lost` is not the context's: a try that failed has closed the journal already.
base::Result<void> reconnectOnce(RunContext &context, const Journal &lost, RunState state)
{
    context.journal = {};
    const auto connected = connectAll(context, false);
    if (!connected.has_value() && !isLockHeld(connected.error()))
        return connected;
    const auto run = Journal::newest(*context.fence);
    if (!run.has_value())
        return run.error();
    if (!*run || (*run)->id != lost.runId())
        return refused(
            QStringLiteral("The run %1 is no longer the newest one in the journal.").arg(lost.runId()));
    // The answer to a write of our own may have been lost.
    if ((*run)->epoch != lost.epoch() && (*run)->owner != context.owner)
        return takenOver();
    // By a session of our own, perhaps, whose loss the server or a pooler has not noticed.
    if (!connected.has_value())
        return connected;
    return resumeRun(context, **run, state);
}

} // namespace

base::Result<void> reconnect(RunContext &context, const base::Error &lost, RunState state)
{
    constexpr int patienceMs = 60'000;
    const Journal journal = context.journal;
    const bool wasAwaitingPerson = std::exchange(context.awaitsPerson, false);
    QElapsedTimer since;
    since.start();
    base::Error last = lost;
    for (int attempt = 0; wasAwaitingPerson || since.elapsed() < patienceMs; ++attempt) {
        context.log(EventLevel::Retry, {},
                    QStringLiteral("The connection was lost (%1); connecting again.").arg(last.message));
        context.emitEvent(
            StateChanged{ state, QStringLiteral("The connection was lost; connecting again.") });
        if (!context.sleepFor(std::min(5000, 200 << std::min(attempt, 5))))
            return last;
        const auto again = reconnectOnce(context, journal, state);
        // One that is still a standby may be on its way to become the primary.
        const bool isStandby = context.fence && context.fence->server().inRecovery;
        if (again.has_value()) {
            context.emitEvent(StateChanged{ state, {} });
            return checkLosses(context, lost, state, wasAwaitingPerson);
        }
        if (again.error().kind == base::ErrorKind::Refused && !isStandby && !isLockHeld(again.error()))
            return again;
        last = again.error();
    }
    return last;
}

} // namespace lockstep::execution
