#include "backfilljournal.h"
#include "runlock.h"

#include <algorithm>

namespace lockstep::execution {

namespace {

base::Result<bool> runnerHoldsLock(postgres::Session &session)
{
    const auto rows = session.query(QStringLiteral("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = "
                                                   "'advisory' AND granted AND classid = %1 AND objid = %2"
                                                   " AND objsubid = 2 AND database = (SELECT oid FROM "
                                                   "pg_database WHERE datname = current_database()))")
                                        .arg(runLockClass)
                                        .arg(runLockId));
    if (!rows.has_value())
        return rows.error();
    return rows->boolean(0, 0);
}

/// In sums, which journals of every version can give.
base::Result<QVector<BackfillProgress>> backfillsOf(postgres::Session &session, const RunRecord &run)
{
    const auto rows = session.query(
        QStringLiteral("SELECT b.step_id, b.est_rows, sum(r.rows_done), sum(r.rows_seen), sum(r.batches)"
                       " FROM lockstep.backfill b JOIN lockstep.backfill_range r USING (run_id, step_id)"
                       " JOIN lockstep.step s USING (run_id, step_id)"
                       " WHERE run_id = $1 GROUP BY b.step_id, b.est_rows, s.ord ORDER BY s.ord"),
        { run.id });
    if (!rows.has_value())
        return rows.error();
    const QStringList parked = parkedText(session, run.id);
    QVector<BackfillProgress> all;
    for (int i = 0; i < rows->count(); ++i) {
        BackfillProgress progress;
        progress.step = rows->text(i, 0);
        progress.rowsDone = rows->integer(i, 2);
        progress.rowsSeen = rows->integer(i, 3);
        progress.rowsTotal = std::max(rows->integer(i, 1), progress.rowsSeen);
        progress.batches = rows->integer(i, 4);
        progress.fractionDone =
            progress.rowsTotal > 0 ? double(progress.rowsSeen) / double(progress.rowsTotal) : 0;
        const StepRecord *step = run.find(progress.step);
        if (step && step->state == StepState::Done)
            progress.fractionDone = 1;
        progress.parked = parked.filter(progress.step + QLatin1Char(':'));
        progress.rowsParked = progress.parked.size();
        all.append(progress);
    }
    return all;
}

/// Older journals have no plans.
base::Result<bool> keepsPlan(postgres::Session &session, const QString &runId)
{
    const auto there = session.query(QStringLiteral("SELECT to_regclass('lockstep.run_plan') IS NOT NULL"));
    if (!there.has_value())
        return there.error();
    if (!there->boolean(0, 0))
        return false;
    const auto kept = session.query(
        QStringLiteral("SELECT EXISTS (SELECT FROM lockstep.run_plan WHERE run_id = $1)"), { runId });
    return kept.has_value() ? base::Result<bool>(kept->boolean(0, 0)) : kept.error();
}

} // namespace

base::Result<RunStatus> runStatus(const postgres::ConnectionTarget &target)
{
    const auto session = postgres::Session::open(target);
    if (!session.has_value())
        return session.error();
    const auto run = Journal::newest(**session);
    if (!run.has_value())
        return run.error();
    RunStatus status;
    if (!*run)
        return status;
    const auto alive = runnerHoldsLock(**session);
    if (!alive.has_value())
        return alive.error();
    auto backfills = backfillsOf(**session, **run);
    if (!backfills.has_value())
        return backfills.error();
    const auto kept = keepsPlan(**session, (*run)->id);
    if (!kept.has_value())
        return kept.error();
    status.hasRun = true;
    status.hasPlan = *kept;
    status.runId = (*run)->id;
    status.planDigest = (*run)->digest;
    status.state = (*run)->state;
    status.isGoingBack = (*run)->isGoingBack();
    status.runnerAlive = *alive;
    for (const StepRecord &step : (*run)->steps)
        status.steps.append({ step.id, step.state, step.tookMs, step.attempts, step.error });
    status.backfills = std::move(backfills).value();
    return status;
}

base::Result<void> requestRun(const postgres::ConnectionTarget &target, RemoteRequest request)
{
    const auto session = postgres::Session::open(target);
    if (!session.has_value())
        return session.error();
    const auto run = Journal::newest(**session);
    if (!run.has_value())
        return run.error();
    if (!*run || (*run)->isFinished())
        return refused(QStringLiteral("No unfinished run is recorded in %1.").arg(target.display()));
    const auto alive = runnerHoldsLock(**session);
    if (!alive.has_value())
        return alive.error();
    if (!*alive) {
        const bool goesBack = (*run)->isGoingBack();
        return refused(QStringLiteral("No runner is at work in %1: the run %2 is %3.")
                           .arg(target.display(), (*run)->id, name((*run)->state)),
                       goesBack
                           ? QStringLiteral("Finish taking it back with --rollback.")
                           : QStringLiteral("Continue it with --resume, or take it back with --rollback."),
                       goesBack ? base::Remedy::FinishRollback : base::Remedy::ResumeOrRollBack);
    }
    QString text = QStringLiteral("continue");
    if (request == RemoteRequest::Pause)
        text = QStringLiteral("pause");
    else if (request == RemoteRequest::Cancel)
        text = QStringLiteral("cancel");
    return (*session)->execute(QStringLiteral("UPDATE lockstep.run SET request = $2 WHERE id = $1"),
                               { (*run)->id, text });
}

base::Result<void> removeJournal(const postgres::ConnectionTarget &target)
{
    const auto session = postgres::Session::open(target);
    if (!session.has_value())
        return session.error();
    const auto there = Journal::exists(**session);
    if (!there.has_value())
        return there.error();
    if (!*there)
        return {};
    const auto run = Journal::newest(**session);
    if (!run.has_value())
        return run.error();
    // One that came with a copy is of no use here: it can neither be continued nor taken back.
    const postgres::ServerInfo &server = (*session)->server();
    const bool isForeign =
        *run
        && ((*run)->databaseOid != server.databaseOid || (*run)->systemIdentifier != server.systemIdentifier);
    const auto alive = runnerHoldsLock(**session);
    if (!alive.has_value())
        return alive.error();
    if (*alive)
        return refused(QStringLiteral("A runner is at work in %1.").arg(target.display()));
    if (*run && !(*run)->isFinished() && !isForeign) {
        return refused(
            QStringLiteral(
                "The run %1 is not finished (%2); its journal is needed to continue it or take it back.")
                .arg((*run)->id, name((*run)->state)),
            QStringLiteral("Finish it with --resume or --rollback first."), base::Remedy::ResumeOrRollBack);
    }
    return (*session)->executeScript(QStringLiteral("SET lock_timeout = '2s'; DROP SCHEMA lockstep CASCADE"));
}

} // namespace lockstep::execution
