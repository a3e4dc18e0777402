#include "connecting.h"

#include "runlock.h"
#include "runtarget.h"
#include "sessionsettings.h"
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

/// `backend`: who it is, known before anything can keep it from being used.
base::Result<void> openInto(const RunContext &context, std::unique_ptr<postgres::Session> *into,
                            BackendId *backend)
{
    auto session = openPatiently(context.target);
    if (!session.has_value())
        return session.error();
    *into = std::move(session).value();
    const auto known = backendOf(**into);
    if (!known.has_value())
        return known.error();
    *backend = *known;
    return prepareSession(**into);
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

} // namespace

base::Result<void> connectAll(RunContext &context, bool byForce)
{
    if (context.fence)
        context.lost.append({ std::exchange(context.fenceBackend, {}), true });
    if (context.work)
        context.lost.append({ std::exchange(context.workBackend, {}), false });
    context.work.reset();
    context.fence.reset();
    if (const auto fence = openInto(context, &context.fence, &context.fenceBackend); !fence.has_value())
        return fence.error();
    if (const auto server = checkServer(context); !server.has_value())
        return server.error();
    if (const auto prepared = prepareFence(*context.fence); !prepared.has_value())
        return prepared.error();
    dropLostSessions(context);
    if (const auto lock = takeRunLock(context, byForce); !lock.has_value())
        return lock.error();
    if (const auto work = openInto(context, &context.work, &context.workBackend); !work.has_value())
        return work.error();
    context.monitor = startWatching(context);
    return {};
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

base::Result<void> resumeRun(RunContext &context, const RunRecord &run, RunState state)
{
    if (const auto same = checkSameRun(context, run); !same.has_value())
        return same;
    if (const auto here = checkTimeline(context, run); !here.has_value())
        return here;
    if (const auto made = Journal::ensure(*context.fence); !made.has_value())
        return made;
    // What was asked of the runner before, not of this one.
    if (run.owner != context.owner) {
        if (const auto forgotten = Journal::forgetRequest(*context.fence, run.id); !forgotten.has_value())
            return forgotten;
    }
    if (const auto orphans = waitForOrphans(context, run); !orphans.has_value())
        return orphans;
    auto journal = Journal::takeOver(*context.fence, run.id, state, context.owner);
    if (!journal.has_value())
        return journal.error();
    context.journal = std::move(journal).value();
    context.resumed = true;
    context.lost.clear();
    return nameSessions(context);
}

} // namespace lockstep::execution
