#include "runlock.h"

namespace lockstep::execution {

namespace {

constexpr char lockHolderSql[] =
    "SELECT a.pid, a.application_name, a.usename, coalesce(host(a.client_addr), 'local socket'),"
    " a.backend_start FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory'"
    " AND l.granted AND l.classid = %1 AND l.objid = %2 AND l.objsubid = 2"
    " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

struct LockHolder
{
    BackendId backend;
    QString who;
};

std::optional<LockHolder> lockHolder(postgres::Session &fence)
{
    const auto rows = fence.query(QString::fromLatin1(lockHolderSql).arg(runLockClass).arg(runLockId));
    if (!rows.has_value() || rows->count() == 0)
        return std::nullopt;
    return LockHolder{ { int(rows->integer(0, 0)), rows->text(0, 4) },
                       QStringLiteral("backend %1 (%2, user %3, from %4)")
                           .arg(rows->text(0, 0), rows->text(0, 1), rows->text(0, 2), rows->text(0, 3)) };
}

base::Error lockHeld(postgres::Session &fence)
{
    const auto holder = lockHolder(fence);
    return refused(
        QStringLiteral("Another runner is at work in this database: %1.")
            .arg(holder ? holder->who : QStringLiteral("another session")),
        QStringLiteral("Watch it with --status, end it with --cancel, or take the run from it by force with "
                       "--take-over."),
        base::Remedy::TakeOver);
}

base::Result<bool> disconnect(postgres::Session &fence, const BackendId &backend)
{
    const auto rows = fence.query(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                                 " WHERE pid = $1 AND backend_start = $2::timestamptz"),
                                  { QString::number(backend.pid), backend.started });
    if (!rows.has_value())
        return rows.error();
    return rows->count() == 1 && rows->boolean(0, 0);
}

/// In this order: what the other one still sends meanwhile is refused by the journal.
base::Result<void> disconnectHolder(RunContext &context)
{
    const auto holder = lockHolder(*context.fence);
    if (!holder)
        return {};
    const auto run = Journal::newest(*context.fence);
    if (!run.has_value())
        return run.error();
    const QString text = QStringLiteral("Taking the run over: disconnecting %1.").arg(holder->who);
    if (*run && !(*run)->isFinished()) {
        if (const auto noted = Journal::recordAbout(*context.fence, (*run)->id, EventLevel::Warning, text);
            !noted.has_value())
            return noted;
        if (const auto shut = Journal::shutOut(*context.fence, (*run)->id); !shut.has_value())
            return shut;
    }
    context.log(EventLevel::Warning, {}, text);
    const auto ended = disconnect(*context.fence, holder->backend);
    return ended.has_value() ? base::Result<void>() : base::Result<void>(ended.error());
}

/// Sessions of the run by their name, and the one that worked by its process: statements of the plan may
/// have changed the name.
base::Result<QVector<Blocker>> readOrphans(postgres::Session &fence, const RunRecord &run)
{
    const auto rows = fence.query(
        QStringLiteral("SELECT pid, usename, application_name, left(query, 500), coalesce(state, ''),"
                       " coalesce(extract(epoch FROM clock_timestamp() - xact_start), 0),"
                       " coalesce(extract(epoch FROM clock_timestamp() - state_change), 0),"
                       " coalesce(backend_start::text, ''), coalesce(xact_start::text, '')"
                       " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                       " AND (application_name LIKE $1 OR (pid = $2::integer AND backend_start ="
                       "  nullif($3, '')::timestamptz))"),
        { QStringLiteral("lockstep:%1:%").arg(run.id.left(8)), QString::number(run.work.pid),
          run.work.started });
    if (!rows.has_value())
        return rows.error();
    QVector<Blocker> orphans;
    for (int i = 0; i < rows->count(); ++i) {
        orphans.append({ int(rows->integer(i, 0)), rows->text(i, 1), rows->text(i, 2), rows->text(i, 3),
                         rows->text(i, 4), rows->real(i, 5), rows->real(i, 6), rows->text(i, 7),
                         rows->text(i, 8) });
    }
    return orphans;
}

bool askedToEnd(RunContext &context, const Blocker &orphan)
{
    for (const auto &request : context.control().endRequests()) {
        if (request.blocker.pid == orphan.pid && request.blocker.backendStart == orphan.backendStart)
            return true;
    }
    return context.options.takeOver;
}

base::Result<void> endOrphan(RunContext &context, const RunRecord &run, const Blocker &orphan)
{
    BlockerEnded ended{ {}, orphan, BlockerEnd::Terminate, false, {} };
    ended.text = QStringLiteral("Disconnecting %1, which the interrupted run left.").arg(describe(orphan));
    if (const auto noted = Journal::recordAbout(*context.fence, run.id, EventLevel::Warning, ended.text);
        !noted.has_value())
        return noted;
    const auto done = disconnect(*context.fence, { orphan.pid, orphan.backendStart });
    context.control().forgetEndRequest(orphan.pid);
    ended.isDone = done.has_value() && *done;
    if (!done.has_value())
        ended.text = QStringLiteral("Not ended: %1. %2").arg(describe(orphan), done.error().message);
    context.emitEvent(ended);
    return {};
}

} // namespace

base::Result<void> takeRunLock(RunContext &context, bool byForce)
{
    const QString sql =
        QStringLiteral("SELECT pg_try_advisory_lock(%1, %2)").arg(runLockClass).arg(runLockId);
    constexpr int tries = 30;
    for (int i = 0; i < tries; ++i) {
        const auto rows = context.fence->query(sql);
        if (!rows.has_value())
            return rows.error();
        if (rows->boolean(0, 0))
            return {};
        if (context.stopRequested())
            return base::canceled();
        if (byForce && i % 10 == 0) {
            if (const auto ended = disconnectHolder(context); !ended.has_value())
                return ended;
        }
        context.control().waitForChange(100);
    }
    return lockHeld(*context.fence);
}

base::Result<void> waitForOrphans(RunContext &context, const RunRecord &run)
{
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        const auto orphans = readOrphans(*context.fence, run);
        if (!orphans.has_value())
            return orphans.error();
        if (orphans->isEmpty())
            return {};
        dropLostSessions(context);
        if (waited.elapsed() > 1000) {
            context.emitEvent(LockWait{ {}, double(waited.elapsed()), *orphans });
            context.log(
                EventLevel::Warning, {},
                QStringLiteral("%1 of the interrupted run is still at work; waiting for it. Taking the "
                               "run over disconnects it.")
                    .arg(describe(orphans->constFirst())));
        }
        for (const Blocker &orphan : *orphans) {
            if (!askedToEnd(context, orphan))
                continue;
            if (const auto ended = endOrphan(context, run, orphan); !ended.has_value())
                return ended;
        }
        if (context.stopRequested())
            return base::canceled();
        context.control().waitForChange(waited.elapsed() > 1000 ? 500 : 50);
    }
}

void dropLostSessions(RunContext &context)
{
    for (const RunContext::Lost &lost : std::as_const(context.lost)) {
        if (lost.backend.started.isEmpty())
            continue;
        if (lost.isFence) {
            (void)disconnect(*context.fence, lost.backend);
            continue;
        }
        // What it has begun is either rolled back or waited for.
        (void)context.fence->query(
            QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                           "current_database()"
                           " AND ((pid = $1 AND backend_start = $2::timestamptz) OR ($3 <> '' AND"
                           "  application_name LIKE $3 || ':%' AND application_name NOT LIKE '%:journal'))"
                           " AND (state <> 'active' OR wait_event = 'ClientRead')"),
            { QString::number(lost.backend.pid), lost.backend.started, context.sessionName });
    }
}

base::Result<void> nameSessions(RunContext &context)
{
    const QString name =
        QStringLiteral("lockstep:%1:%2").arg(context.journal.runId().left(8)).arg(context.journal.epoch());
    const QString sql = QStringLiteral("SELECT set_config('application_name', $1, false)");
    if (const auto named = context.fence->execute(sql, { name + QStringLiteral(":journal") });
        !named.has_value())
        return named;
    context.sessionName = name;
    if (const auto named = context.work->execute(sql, { name }); !named.has_value())
        return named;
    return context.journal.recordSessions(context.fenceBackend, context.workBackend);
}

} // namespace lockstep::execution
