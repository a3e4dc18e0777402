#include "startgate.h"

#include "adoption.h"
#include "objectstate.h"
#include "runlock.h"
#include "runtarget.h"
#include "watching.h"

#include <utility>

namespace lockstep::execution {

namespace {

base::Result<void> checkServer(const RunContext &context)
{
    const postgres::ServerInfo &server = context.fence->server();
    if (server.inRecovery) {
        return refused(
            QStringLiteral("%1 is a standby (in recovery): nothing can be changed there.")
                .arg(context.target.display()),
            QStringLiteral("Connect to the primary, for example with target_session_attrs=read-write."));
    }
    if (server.readOnly) {
        return refused(
            QStringLiteral("%1 is read-only (default_transaction_read_only is on).")
                .arg(context.target.display()),
            QStringLiteral(
                "Switch the setting off for this role or database, or connect to another server."));
    }
    if (server.version < 100000) {
        return refused(QStringLiteral("The server runs PostgreSQL %1; Lockstep needs 10 or newer.")
                           .arg(server.versionText));
    }
    const int planned = context.plan->serverVersion / 10000;
    if (!context.options.skipFingerprintCheck && planned > server.version / 10000) {
        return refused(QStringLiteral("The plan was made for PostgreSQL %1, but the server runs %2.")
                           .arg(planned)
                           .arg(server.versionText),
                       QStringLiteral("Make the plan again for this server's version."));
    }
    return {};
}

base::Result<void> checkConcurrentIndexes(const RunContext &context)
{
    const postgres::ServerInfo &server = context.fence->server();
    if (server.version < 140000 || server.version >= 140004)
        return {};
    for (const plan::Step &step : context.plan->steps) {
        if (step.sql.join(QLatin1Char(' ')).contains(QLatin1String("CONCURRENTLY"), Qt::CaseInsensitive)) {
            return refused(
                QStringLiteral(
                    "PostgreSQL %1 can leave rows out of an index that it builds concurrently (step %2).")
                    .arg(server.versionText, step.id),
                QStringLiteral("Update the server to 14.4 or newer first."));
        }
    }
    return {};
}

base::Result<void> connectAll(RunContext &context)
{
    auto open = [&](std::unique_ptr<postgres::Session> *into) -> base::Result<void> {
        auto session = openPatiently(context.target);
        if (!session.has_value())
            return session.error();
        *into = std::move(session).value();
        return prepareSession(**into);
    };
    const BackendId lostFence = std::exchange(context.fenceBackend, {});
    const BackendId lostWork = std::exchange(context.workBackend, {});
    context.work.reset();
    context.fence.reset();
    if (const auto fence = open(&context.fence); !fence.has_value())
        return fence.error();
    if (const auto server = checkServer(context); !server.has_value())
        return server.error();
    if (const auto prepared = prepareFence(*context.fence); !prepared.has_value())
        return prepared.error();
    dropLostSessions(*context.fence, lostFence, lostWork, context.sessionName);
    if (const auto lock = takeRunLock(context); !lock.has_value())
        return lock.error();
    if (const auto work = open(&context.work); !work.has_value())
        return work.error();
    const auto fenceBackend = backendOf(*context.fence);
    const auto workBackend = backendOf(*context.work);
    if (!fenceBackend.has_value() || !workBackend.has_value())
        return fenceBackend.has_value() ? workBackend.error() : fenceBackend.error();
    context.fenceBackend = *fenceBackend;
    context.workBackend = *workBackend;
    context.monitor = startWatching(context);
    return {};
}

base::Result<void> checkRoles(RunContext &context)
{
    const auto missing = missingRoles(*context.fence, *context.plan);
    if (!missing.has_value())
        return missing.error();
    if (missing->isEmpty())
        return {};
    return refused(
        QStringLiteral("The plan names roles that %1 does not have: %2.")
            .arg(context.target.display(), missing->join(QStringLiteral("; "))),
        QStringLiteral("Roles belong to the whole server, so a plan does not make them: create them "
                       "there first, or change the target schema."));
}

base::Result<void> checkPrivileges(RunContext &context)
{
    const auto missing = missingPrivileges(*context.fence, *context.plan);
    if (!missing.has_value())
        return missing.error();
    if (missing->isEmpty())
        return {};
    return refused(QStringLiteral("User %1 lacks what this plan needs: %2.")
                       .arg(context.fence->server().user, missing->join(QStringLiteral("; "))),
                   QStringLiteral("Connect as the owner of these objects, or grant the missing rights."));
}

base::Result<Start> checkFingerprint(RunContext &context)
{
    if (context.options.skipFingerprintCheck)
        return Start::Run;
    if (!context.options.readFingerprint)
        return base::internalError(
            QStringLiteral("The run was started without a way to read the schema's fingerprint."));
    const auto live = context.options.readFingerprint(*context.work);
    if (!live.has_value())
        return live.error();
    const plan::Plan &plan = *context.plan;
    if (*live == plan.fingerprint)
        return Start::Run;
    if (*live == plan.targetFingerprint)
        return Start::AlreadyThere;
    base::Error error =
        refused(QStringLiteral("The schema of %1 is not the one this plan was made for: it is another "
                               "database, or it was changed since.")
                    .arg(context.target.display()),
                QStringLiteral("Compare the database with the target again and make a new plan."));
    error.detail = QStringLiteral("The plan expects %1, the database has %2.")
                       .arg(QString::fromUtf8(plan.fingerprint), QString::fromUtf8(*live));
    return error;
}

base::Result<void> checkSameRun(const RunContext &context, const RunRecord &run)
{
    const postgres::ServerInfo &server = context.fence->server();
    if (run.digest != context.plan->digest()) {
        return refused(QStringLiteral("The run %1 in the journal of this database is of another plan, or the "
                                      "plan was edited since.")
                           .arg(run.id),
                       QStringLiteral("Use the plan file that the run was started with (digest %1).")
                           .arg(QString::fromUtf8(run.digest)));
    }
    if (run.systemIdentifier != server.systemIdentifier || run.databaseOid != server.databaseOid) {
        return refused(
            QStringLiteral(
                "The journal in this database belongs to another database: it was restored or copied."),
            QStringLiteral(
                "Check what this database is, then remove its schema lockstep and make a new plan."));
    }
    return {};
}

/// The journal and the data are as of one moment, but that moment may be older than what this or another
/// runner saw committed.
base::Result<void> checkTimeline(const RunContext &context, const RunRecord &run)
{
    const auto timeline = timelineOf(*context.fence);
    if (!timeline.has_value())
        return timeline.error();
    if (run.timeline == 0 || run.timeline == *timeline || context.options.acceptFailover)
        return {};
    return refused(
        QStringLiteral(
            "The server is on timeline %1, but the run was last at work on timeline %2: a standby was "
            "promoted since, or a backup restored. What was committed last may be missing.")
            .arg(*timeline)
            .arg(run.timeline),
        QStringLiteral(
            "Make sure that this is the server to go on with and that the old one is off; then resume "
            "with --accept-failover. The journal here says what is done here."),
        base::Remedy::AcceptFailover);
}

base::Result<void> resumeRun(RunContext &context, const RunRecord &run, RunState state)
{
    if (const auto same = checkSameRun(context, run); !same.has_value())
        return same;
    if (const auto here = checkTimeline(context, run); !here.has_value())
        return here;
    if (const auto made = Journal::ensure(*context.fence); !made.has_value())
        return made;
    if (const auto orphans = waitForOrphans(context, run); !orphans.has_value())
        return orphans;
    auto journal = Journal::takeOver(*context.fence, run.id, state, context.owner);
    if (!journal.has_value())
        return journal.error();
    context.journal = std::move(journal).value();
    context.resumed = true;
    return nameSessions(context);
}

/// Instead of the fingerprint, where the plan is half done and nobody wrote down how far.
base::Result<Start> checkAdoption(RunContext &context)
{
    const QString &step = context.options.adoptFrom;
    if (!context.plan->find(step))
        return refused(QStringLiteral("The plan has no step %1.").arg(step));
    const auto wrong = contradictions(*context.fence, *context.plan, step);
    if (!wrong.has_value())
        return wrong.error();
    if (wrong->isEmpty())
        return Start::Run;
    return refused(
        QStringLiteral("That everything before step %1 is done, and nothing after, does not agree with "
                       "the database: %2.")
            .arg(step, wrong->join(QStringLiteral("; "))),
        QStringLiteral("Name the step at which the plan stands, or correct what is in the way."));
}

base::Result<Start> newRun(RunContext &context)
{
    const auto start =
        context.options.adoptFrom.isEmpty() ? checkFingerprint(context) : checkAdoption(context);
    if (!start.has_value() || *start == Start::AlreadyThere)
        return start;
    if (const auto roles = checkRoles(context); !roles.has_value())
        return roles.error();
    if (const auto writable = checkEncoding(*context.fence, *context.plan); !writable.has_value())
        return writable.error();
    if (const auto allowed = checkPrivileges(context); !allowed.has_value())
        return allowed.error();
    if (const auto made = Journal::ensure(*context.fence); !made.has_value())
        return made.error();
    auto journal = Journal::begin(*context.fence, *context.plan, context.owner, context.options.adoptFrom);
    if (!journal.has_value())
        return journal.error();
    context.journal = std::move(journal).value();
    if (const auto named = nameSessions(context); !named.has_value())
        return named.error();
    if (const auto recorded = recordObjects(context, *context.fence); !recorded.has_value())
        return recorded.error();
    return Start::Run;
}

base::Result<Start> resumeUnfinished(RunContext &context, const std::optional<RunRecord> &run)
{
    if (!run || run->isFinished()) {
        return refused(QStringLiteral("There is no unfinished run in %1.").arg(context.target.display()),
                       QStringLiteral("Start the plan without --resume."), base::Remedy::StartAnew);
    }
    if (run->state == RunState::RollingBack) {
        return refused(QStringLiteral("The run %1 is being rolled back.").arg(run->id),
                       QStringLiteral("Finish that with --rollback first."), base::Remedy::FinishRollback);
    }
    if (const auto resumed = resumeRun(context, *run, RunState::Running); !resumed.has_value())
        return resumed.error();
    return Start::Run;
}

/// What ends the connection every time will do so again.
base::Result<void> checkLosses(RunContext &context, const base::Error &lost)
{
    constexpr int mostLosses = 5;
    const auto mark = context.journal.progressMark();
    if (!mark.has_value() || context.countLoss(*mark) < mostLosses)
        return {};
    base::Error error = lost;
    error.message =
        QStringLiteral("The connection was lost %1 times in a row with nothing done in between: %2")
            .arg(mostLosses)
            .arg(lost.message);
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

/// One try. `lost` is not the context's: a try that failed has closed the journal already.
base::Result<void> reconnectOnce(RunContext &context, const Journal &lost, RunState state)
{
    context.journal = {};
    if (const auto connected = connectAll(context); !connected.has_value())
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
    return resumeRun(context, **run, state);
}

} // namespace

base::Result<Start> startRun(RunContext &context)
{
    if (context.options.requireProof && !context.plan->isProved()) {
        return refused(
            QStringLiteral("This plan is not proved: its proof is missing, failed, or is of other steps."),
            QStringLiteral("Prove the plan first (lockstep-cli prove, or Prove in the window)."),
            base::Remedy::Prove);
    }
    if (const auto connected = connectAll(context); !connected.has_value())
        return connected.error();
    if (const auto indexes = checkConcurrentIndexes(context); !indexes.has_value())
        return indexes.error();
    const auto run = Journal::newest(*context.fence);
    if (!run.has_value())
        return run.error();
    if (context.options.resume)
        return resumeUnfinished(context, *run);
    if (*run && !(*run)->isFinished()) {
        return refused(QStringLiteral("The run %1 in this database is not finished (%2).")
                           .arg((*run)->id, name((*run)->state)),
                       QStringLiteral("Continue it with --resume, or take it back with --rollback."),
                       base::Remedy::ResumeOrRollBack);
    }
    return newRun(context);
}

base::Result<Start> startRollback(RunContext &context,
                                  const std::function<base::Result<void>(const RunRecord &)> &check)
{
    if (const auto connected = connectAll(context); !connected.has_value())
        return connected.error();
    const auto run = Journal::newest(*context.fence);
    if (!run.has_value())
        return run.error();
    if (!*run)
        return refused(QStringLiteral("There is no run to roll back in %1.").arg(context.target.display()));
    if ((*run)->state == RunState::RolledBack)
        return Start::AlreadyThere;
    if (const auto same = checkSameRun(context, **run); !same.has_value())
        return same.error();
    if (const auto allowed = check(**run); !allowed.has_value())
        return allowed.error();
    if (const auto resumed = resumeRun(context, **run, RunState::RollingBack); !resumed.has_value())
        return resumed.error();
    return Start::Run;
}

base::Result<void> reconnect(RunContext &context, const base::Error &lost, RunState state)
{
    constexpr int patienceMs = 60'000;
    const Journal journal = context.journal;
    QElapsedTimer since;
    since.start();
    base::Error last = lost;
    for (int attempt = 0; since.elapsed() < patienceMs; ++attempt) {
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
            return checkLosses(context, lost);
        }
        if (again.error().kind == base::ErrorKind::Refused && !isStandby)
            return again;
        last = again.error();
    }
    return last;
}

} // namespace lockstep::execution
