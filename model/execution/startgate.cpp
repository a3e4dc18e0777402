#include "startgate.h"

#include <model/plan/script.h>

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

base::Error lockHeld(postgres::Session &fence)
{
    const auto rows = fence.query(
        QStringLiteral(
            "SELECT a.pid, a.application_name, a.usename, coalesce(host(a.client_addr), 'local socket')"
            " FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted"
            " AND l.classid = %1 AND l.objid = %2 AND l.objsubid = 2"
            " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())")
            .arg(runLockClass)
            .arg(runLockId));
    QString who = QStringLiteral("another session");
    if (rows.has_value() && rows->count() > 0) {
        who = QStringLiteral("backend %1 (%2, user %3, from %4)")
                  .arg(rows->text(0, 0), rows->text(0, 1), rows->text(0, 2), rows->text(0, 3));
    }
    return refused(
        QStringLiteral("Another runner is at work in this database: %1.").arg(who),
        QStringLiteral("Watch it with --status, or end it with --cancel or pg_terminate_backend() first."));
}

/// Tries again for a while: the backend of a runner that was just killed needs a moment to notice.
base::Result<void> takeRunLock(RunContext &context)
{
    const QString sql =
        QStringLiteral("SELECT pg_try_advisory_lock(%1, %2)").arg(runLockClass).arg(runLockId);
    for (int i = 0; i < 30; ++i) {
        const auto rows = context.fence->query(sql);
        if (!rows.has_value())
            return rows.error();
        if (rows->boolean(0, 0))
            return {};
        if (context.stopRequested())
            return base::canceled();
        context.control().waitForChange(100);
    }
    return lockHeld(*context.fence);
}

base::Result<void> nameSessions(RunContext &context)
{
    const QString name =
        QStringLiteral("lockstep:%1:%2").arg(context.journal.runId().left(8)).arg(context.journal.epoch());
    const QString sql = QStringLiteral("SELECT set_config('application_name', $1, false)");
    if (const auto named = context.fence->execute(sql, { name + QStringLiteral(":journal") });
        !named.has_value())
        return named;
    return context.work->execute(sql, { name });
}

/// A killed runner's backend may still be in its statement. Never start beside it.
base::Result<void> waitForOrphans(RunContext &context, const QString &runId)
{
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        const auto rows = context.fence->query(
            QStringLiteral(
                "SELECT pid, usename, application_name, left(query, 500), state,"
                " coalesce(extract(epoch FROM clock_timestamp() - xact_start), 0) FROM pg_stat_activity"
                " WHERE datname = current_database() AND application_name LIKE $1 AND pid <> "
                "pg_backend_pid()"),
            { QStringLiteral("lockstep:%1:%").arg(runId.left(8)) });
        if (!rows.has_value())
            return rows.error();
        if (rows->count() == 0)
            return {};
        if (waited.elapsed() > 1000) {
            const Blocker orphan{ int(rows->integer(0, 0)), rows->text(0, 1), rows->text(0, 2),
                                  rows->text(0, 3),         rows->text(0, 4), rows->real(0, 5) };
            context.emitEvent(LockWait{ {}, double(waited.elapsed()), { orphan } });
            context.log(EventLevel::Warning, {},
                        QStringLiteral("Backend %1 of the interrupted run is still at work; waiting for it."
                                       " pg_terminate_backend(%1) ends it.")
                            .arg(orphan.pid));
        }
        if (context.stopRequested())
            return base::canceled();
        context.control().waitForChange(waited.elapsed() > 1000 ? 1000 : 50);
    }
}

base::Result<void> connectAll(RunContext &context)
{
    auto open = [&](std::unique_ptr<postgres::Session> *into) -> base::Result<void> {
        auto session = postgres::Session::open(context.target);
        if (!session.has_value())
            return session.error();
        *into = std::move(session).value();
        return prepareSession(**into);
    };
    context.work.reset();
    context.fence.reset();
    if (const auto fence = open(&context.fence); !fence.has_value())
        return fence.error();
    if (const auto server = checkServer(context); !server.has_value())
        return server.error();
    if (const auto lock = takeRunLock(context); !lock.has_value())
        return lock.error();
    if (const auto work = open(&context.work); !work.has_value())
        return work.error();
    std::unique_ptr<postgres::Session> watcher;
    if (const auto monitor = open(&watcher); !monitor.has_value()) {
        watcher.reset();
        context.log(
            EventLevel::Warning, {},
            QStringLiteral("There is no connection left for watching (%1): blockers and load are not shown.")
                .arg(monitor.error().message));
    } else {
        (void)watcher->execute(QStringLiteral("SET application_name = 'lockstep:watch'"));
    }
    context.monitor = std::make_unique<Monitor>(std::move(watcher));
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

base::Result<void> resumeRun(RunContext &context, const RunRecord &run, RunState state)
{
    if (const auto same = checkSameRun(context, run); !same.has_value())
        return same;
    if (const auto orphans = waitForOrphans(context, run.id); !orphans.has_value())
        return orphans;
    auto journal = Journal::takeOver(*context.fence, run.id, state);
    if (!journal.has_value())
        return journal.error();
    context.journal = std::move(journal).value();
    context.resumed = true;
    return nameSessions(context);
}

base::Result<Start> newRun(RunContext &context)
{
    const auto start = checkFingerprint(context);
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
    auto journal = Journal::begin(*context.fence, *context.plan);
    if (!journal.has_value())
        return journal.error();
    context.journal = std::move(journal).value();
    if (const auto named = nameSessions(context); !named.has_value())
        return named.error();
    return Start::Run;
}

base::Result<Start> resumeUnfinished(RunContext &context, const std::optional<RunRecord> &run)
{
    if (!run || run->isFinished()) {
        return refused(QStringLiteral("There is no unfinished run in %1.").arg(context.target.display()),
                       QStringLiteral("Start the plan without --resume."));
    }
    if (run->state == RunState::RollingBack) {
        return refused(QStringLiteral("The run %1 is being rolled back.").arg(run->id),
                       QStringLiteral("Finish that with --rollback first."));
    }
    if (const auto resumed = resumeRun(context, *run, RunState::Running); !resumed.has_value())
        return resumed.error();
    return Start::Run;
}

/// One try. `runId` is not the journal's: a try that failed has closed the journal already.
base::Result<void> reconnectOnce(RunContext &context, const QString &runId, RunState state)
{
    context.journal = {};
    if (const auto connected = connectAll(context); !connected.has_value())
        return connected;
    const auto run = Journal::newest(*context.fence);
    if (!run.has_value())
        return run.error();
    if (!*run || (*run)->id != runId)
        return refused(QStringLiteral("The run %1 is no longer the newest one in the journal.").arg(runId));
    return resumeRun(context, **run, state);
}

} // namespace

base::Result<void> prepareSession(postgres::Session &session)
{
    QStringList settings{ QStringLiteral("SET statement_timeout = 0"), QStringLiteral("SET lock_timeout = 0"),
                          QStringLiteral("SET idle_in_transaction_session_timeout = '60s'"),
                          QStringLiteral("SET default_transaction_isolation = 'read committed'") };
    settings += plan::sessionSettings(session.server().version);
    if (session.server().version >= 140000)
        settings.append(QStringLiteral("SET idle_session_timeout = 0"));
    if (session.server().version >= 170000)
        settings.append(QStringLiteral("SET transaction_timeout = 0"));
    if (const auto set = session.executeScript(settings.join(QStringLiteral("; "))); !set.has_value())
        return set;
    // Ends what a killed client left running; not every platform can.
    if (session.server().version >= 140000)
        (void)session.execute(QStringLiteral("SET client_connection_check_interval = '500ms'"));
    return {};
}

base::Result<Start> startRun(RunContext &context)
{
    if (context.options.requireProof && !context.plan->isProved()) {
        return refused(
            QStringLiteral("This plan is not proved: its proof is missing, failed, or is of other steps."),
            QStringLiteral("Prove the plan first (lockstep-cli prove, or Prove in the window)."));
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
                       QStringLiteral("Continue it with --resume, or take it back with --rollback."));
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
    const QString runId = context.journal.runId();
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
        const auto again = reconnectOnce(context, runId, state);
        if (again.has_value())
            context.emitEvent(StateChanged{ state, {} });
        if (again.has_value() || again.error().kind == base::ErrorKind::Refused)
            return again;
        last = again.error();
    }
    return last;
}

} // namespace lockstep::execution
