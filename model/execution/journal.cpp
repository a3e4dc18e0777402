#include "journal.h"

#include "journalschema.h"

#include <model/plan/planjson.h>

#include <QCryptographicHash>
#include <QUuid>

namespace lockstep::execution {

namespace {

QString journalSha(const plan::Step &step)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &sql : step.sql) {
        hash.addData(sql.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex());
}

base::Result<QVector<StepRecord>> readSteps(postgres::Session &session, const QString &runId)
{
    const auto rows =
        // By way of JSON, because the first journals have no count of the way back.
        session.query(QStringLiteral("SELECT step_id, state, statements_done, attempts, took_ms, error,"
                                     " coalesce((to_jsonb(s) ->> 'statements_undone')::integer, 0)"
                                     " FROM lockstep.step s WHERE run_id = $1 ORDER BY ord"),
                      { runId });
    if (!rows.has_value())
        return rows.error();
    QVector<StepRecord> steps;
    for (int i = 0; i < rows->count(); ++i) {
        steps.append({ rows->text(i, 0), stepState(rows->text(i, 1)), int(rows->integer(i, 2)),
                       int(rows->integer(i, 3)), rows->real(i, 4), rows->text(i, 5),
                       int(rows->integer(i, 6)) });
    }
    return steps;
}

base::Error journalReplaced()
{
    return refused(
        QStringLiteral(
            "Another runner has taken this run over, so this one stopped without changing anything more."),
        QStringLiteral("See what the other one does with --status."), base::Remedy::WatchOther);
}

} // namespace

Journal::Journal(postgres::Session *session, QString runId, qint64 epoch)
    : m_session(session)
    , m_runId(std::move(runId))
    , m_epoch(epoch)
{ }

base::Result<bool> Journal::exists(postgres::Session &session)
{
    const auto rows = session.query(QStringLiteral("SELECT to_regclass('lockstep.journal') IS NOT NULL"));
    if (!rows.has_value())
        return rows.error();
    return rows->boolean(0, 0);
}

base::Result<void> Journal::ensure(postgres::Session &session)
{
    const auto there = exists(session);
    if (!there.has_value())
        return there.error();
    if (!*there)
        return session.executeScript(journalSchemaSql());
    const auto rows = session.query(QStringLiteral("SELECT max(version) FROM lockstep.journal"));
    if (!rows.has_value())
        return rows.error();
    if (rows->integer(0, 0) > journalVersion) {
        return refused(QStringLiteral("The journal in this database was written by a newer Lockstep (version "
                                      "%1, this one knows %2).")
                           .arg(rows->text(0, 0))
                           .arg(journalVersion),
                       QStringLiteral("Use the newer Lockstep for this database."));
    }
    if (rows->integer(0, 0) < journalVersion)
        return session.executeScript(QStringLiteral("SET LOCAL lock_timeout = '5s'; ") + journalUpgradeSql());
    return {};
}

base::Result<std::optional<RunRecord>> Journal::newest(postgres::Session &session)
{
    const auto there = exists(session);
    if (!there.has_value())
        return there.error();
    if (!*there)
        return std::optional<RunRecord>();
    // By way of JSON, because older journals do not have all of it.
    const auto rows = session.query(QStringLiteral(
        "SELECT id, plan_sha256, state, epoch, system_identifier, db_oid, owner,"
        " coalesce((to_jsonb(r) ->> 'timeline')::bigint, 0),"
        " coalesce((to_jsonb(r) ->> 'fence_pid')::integer, 0), coalesce(to_jsonb(r) ->> 'fence_started', ''),"
        " coalesce((to_jsonb(r) ->> 'work_pid')::integer, 0), coalesce(to_jsonb(r) ->> 'work_started', '')"
        " FROM lockstep.run r ORDER BY created DESC LIMIT 1"));
    if (!rows.has_value())
        return journalError(rows.error());
    if (rows->count() == 0)
        return std::optional<RunRecord>();
    RunRecord run{ rows->text(0, 0),
                   rows->text(0, 1).toUtf8(),
                   runState(rows->text(0, 2)),
                   rows->integer(0, 3),
                   rows->text(0, 4),
                   quint32(rows->integer(0, 5)),
                   rows->text(0, 6),
                   rows->integer(0, 7),
                   { int(rows->integer(0, 8)), rows->text(0, 9) },
                   { int(rows->integer(0, 10)), rows->text(0, 11) },
                   {} };
    auto steps = readSteps(session, run.id);
    if (!steps.has_value())
        return journalError(steps.error());
    run.steps = std::move(steps).value();
    return std::optional<RunRecord>(std::move(run));
}

base::Result<Journal> Journal::begin(postgres::Session &session, const plan::Plan &plan, const QString &owner,
                                     const QString &firstOpen)
{
    const postgres::ServerInfo &server = session.server();
    const auto timeline = timelineOf(session);
    if (!timeline.has_value())
        return timeline.error();
    Journal journal(&session, QUuid::createUuid().toString(QUuid::WithoutBraces), 1);
    auto started = session.execute(QStringLiteral("BEGIN"));
    if (started.has_value()) {
        started = session.execute(
            QStringLiteral(
                "INSERT INTO lockstep.run (id, plan_sha256, fingerprint, target_fingerprint, "
                "system_identifier, db_oid,"
                " server_version, state, owner, timeline) VALUES ($1, $2, $3, $4, $5, $6, $7, 'running', $8, "
                "$9)"),
            { journal.m_runId, QString::fromUtf8(plan.digest()), QString::fromUtf8(plan.fingerprint),
              QString::fromUtf8(plan.targetFingerprint), server.systemIdentifier,
              QString::number(server.databaseOid), QString::number(server.version), owner,
              QString::number(*timeline) });
    }
    if (started.has_value())
        started = journal.insertSteps(plan, firstOpen);
    // Whoever finds this run, on whatever computer, can resume it or take it back.
    if (started.has_value()) {
        started =
            session.execute(QStringLiteral("INSERT INTO lockstep.run_plan (run_id, plan) VALUES ($1, $2)"),
                            { journal.m_runId, QString::fromUtf8(plan::toJson(plan)) });
    }
    if (started.has_value())
        started = session.execute(QStringLiteral("COMMIT"));
    if (started.has_value())
        return journal;
    if (session.inTransaction())
        (void)session.execute(QStringLiteral("ROLLBACK"));
    return started.error();
}

base::Result<void> Journal::insertSteps(const plan::Plan &plan, const QString &firstOpen)
{
    int ord = 0;
    bool isDone = !firstOpen.isEmpty();
    for (const plan::Step &step : plan.steps) {
        isDone = isDone && step.id != firstOpen;
        const auto inserted = m_session->execute(
            QStringLiteral(
                "INSERT INTO lockstep.step (run_id, ord, step_id, title, kind, phase, txn, sql_sha, state)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"),
            { m_runId, QString::number(++ord), step.id, step.title, plan::name(step.kind),
              plan::name(step.phase),
              step.transaction == plan::TransactionMode::Own ? QStringLiteral("t") : QStringLiteral("f"),
              journalSha(step), token(isDone ? StepState::Done : StepState::Pending) });
        if (!inserted.has_value())
            return inserted.error();
    }
    return {};
}

base::Result<Journal> Journal::takeOver(postgres::Session &session, const QString &runId, RunState state,
                                        const QString &owner)
{
    const auto timeline = timelineOf(session);
    if (!timeline.has_value())
        return timeline.error();
    const auto rows = session.query(
        QStringLiteral("WITH taken AS (UPDATE lockstep.run SET epoch = epoch + 1, owner = $2, state = $3, "
                       "reason = '', timeline = $4,"
                       " finished = NULL, heartbeat = clock_timestamp() WHERE id = $1 RETURNING epoch),"
                       " ranges AS (UPDATE lockstep.backfill_range r SET epoch = taken.epoch FROM taken "
                       "WHERE r.run_id = $1)"
                       " SELECT epoch FROM taken"),
        { runId, owner, token(state), QString::number(*timeline) });
    if (!rows.has_value())
        return journalError(rows.error());
    if (rows->count() == 0)
        return refused(QStringLiteral("The run %1 is no longer in the journal.").arg(runId));
    return Journal(&session, runId, rows->integer(0, 0));
}

base::Result<void> Journal::forgetRequest(postgres::Session &session, const QString &runId)
{
    return session.execute(QStringLiteral("UPDATE lockstep.run SET request = NULL WHERE id = $1"), { runId });
}

base::Result<void> Journal::shutOut(postgres::Session &session, const QString &runId)
{
    return session.execute(
        QStringLiteral("WITH taken AS (UPDATE lockstep.run SET epoch = epoch + 1, owner = '' WHERE id = $1"
                       " RETURNING epoch)"
                       " UPDATE lockstep.backfill_range r SET epoch = taken.epoch FROM taken"
                       " WHERE r.run_id = $1"),
        { runId });
}

base::Result<void> Journal::recordSessions(const BackendId &fence, const BackendId &work)
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? std::optional<QString>() : std::optional<QString>(text);
    };
    return change(*m_session,
                  QStringLiteral("UPDATE lockstep.run SET fence_pid = $3, fence_started = $4, work_pid = $5,"
                                 " work_started = $6 WHERE id = $1 AND epoch = $2"),
                  { m_runId, QString::number(m_epoch), QString::number(fence.pid), orNull(fence.started),
                    QString::number(work.pid), orNull(work.started) });
}

base::Result<QString> Journal::progressMark()
{
    const auto rows = m_session->query(
        QStringLiteral(
            "SELECT concat_ws(' ', (SELECT string_agg(concat_ws(' ', state = ANY ('{done,undone}'),"
            " statements_done, statements_undone), ',' ORDER BY ord) FROM lockstep.step"
            " WHERE run_id = $1),"
            " (SELECT sum(batches) FROM lockstep.backfill_range WHERE run_id = $1),"
            " (SELECT sum(rows_done) FROM lockstep.backfill_range WHERE run_id = $1))"),
        { m_runId });
    if (!rows.has_value())
        return journalError(rows.error());
    return rows->text(0, 0);
}

base::Result<void> Journal::change(postgres::Session &session, const QString &sql,
                                   const postgres::Parameters &parameters)
{
    const auto rows = session.query(sql, parameters);
    if (!rows.has_value())
        return journalError(rows.error());
    if (rows->affected == 0)
        return journalReplaced();
    return {};
}

base::Result<void> Journal::setRunState(RunState state, const QString &reason)
{
    return change(
        *m_session,
        QStringLiteral("UPDATE lockstep.run SET state = $3, reason = $4, heartbeat = clock_timestamp(),"
                       " finished = CASE WHEN $3 IN ('done', 'rolled_back') THEN clock_timestamp() END"
                       " WHERE id = $1 AND epoch = $2"),
        { m_runId, QString::number(m_epoch), token(state), reason });
}

base::Result<void> Journal::stepStarted(const QString &step, StepState state)
{
    return change(
        *m_session,
        QStringLiteral("UPDATE lockstep.step SET state = $4, started = coalesce(started, clock_timestamp()),"
                       " error = NULL, error_sqlstate = NULL, attempts = attempts + 1"
                       " WHERE run_id = $1 AND step_id = $3"
                       " AND EXISTS (SELECT FROM lockstep.run WHERE id = $1 AND epoch = $2)"),
        { m_runId, QString::number(m_epoch), step, token(state) });
}

base::Result<void> Journal::setStepState(const QString &step, StepState state, double tookMs)
{
    return change(
        *m_session,
        QStringLiteral("UPDATE lockstep.step SET state = $4, took_ms = greatest(took_ms, $5),"
                       " finished = CASE WHEN $4 IN ('done', 'undone', 'skipped') THEN clock_timestamp() END"
                       " WHERE run_id = $1 AND step_id = $3"
                       " AND EXISTS (SELECT FROM lockstep.run WHERE id = $1 AND epoch = $2)"),
        { m_runId, QString::number(m_epoch), step, token(state), QString::number(tookMs) });
}

base::Result<void> Journal::setTook(const QString &step, double tookMs)
{
    return change(*m_session,
                  QStringLiteral("UPDATE lockstep.step SET took_ms = greatest(took_ms, $4)"
                                 " WHERE run_id = $1 AND step_id = $3"
                                 " AND EXISTS (SELECT FROM lockstep.run WHERE id = $1 AND epoch = $2)"),
                  { m_runId, QString::number(m_epoch), step, QString::number(tookMs) });
}

base::Result<void> Journal::stepFailed(const QString &step, const base::Error &error)
{
    return change(*m_session,
                  QStringLiteral("UPDATE lockstep.step SET state = 'failed', error_sqlstate = $4, error = $5,"
                                 " finished = clock_timestamp() WHERE run_id = $1 AND step_id = $3"
                                 " AND EXISTS (SELECT FROM lockstep.run WHERE id = $1 AND epoch = $2)"),
                  { m_runId, QString::number(m_epoch), step, error.sqlstate, error.message });
}

base::Result<void> Journal::statementDone(const QString &step, int statementsDone)
{
    return change(
        *m_session,
        QStringLiteral("UPDATE lockstep.step SET statements_done = $4 WHERE run_id = $1 AND step_id = $3"
                       " AND EXISTS (SELECT FROM lockstep.run WHERE id = $1 AND epoch = $2)"),
        { m_runId, QString::number(m_epoch), step, QString::number(statementsDone) });
}

base::Result<void> Journal::statementUndone(const QString &step, int statementsUndone)
{
    return change(
        *m_session,
        QStringLiteral("UPDATE lockstep.step SET statements_undone = $4 WHERE run_id = $1 AND step_id = $3"
                       " AND EXISTS (SELECT FROM lockstep.run WHERE id = $1 AND epoch = $2)"),
        { m_runId, QString::number(m_epoch), step, QString::number(statementsUndone) });
}

base::Result<void> Journal::markInTransaction(postgres::Session &work, const QString &step, StepState state,
                                              int statementsDone, double addedMs)
{
    // FOR SHARE: who takes the run over now waits for our commit and then sees it.
    const auto fence =
        work.query(QStringLiteral("SELECT 1 FROM lockstep.run WHERE id = $1 AND epoch = $2 FOR SHARE"),
                   { m_runId, QString::number(m_epoch) });
    if (!fence.has_value())
        return journalError(fence.error());
    if (fence->count() == 0)
        return journalReplaced();
    return change(
        work,
        QStringLiteral("UPDATE lockstep.step SET state = $3, statements_done = $4, took_ms = took_ms + $5,"
                       " finished = CASE WHEN $3 IN ('done', 'undone') THEN clock_timestamp() END"
                       " WHERE run_id = $1 AND step_id = $2"),
        { m_runId, step, token(state), QString::number(statementsDone), QString::number(addedMs) });
}

base::Result<void> Journal::checkOwner()
{
    const auto rows =
        m_session->query(QStringLiteral("SELECT 1 FROM lockstep.run WHERE id = $1 AND epoch = $2"),
                         { m_runId, QString::number(m_epoch) });
    if (!rows.has_value())
        return journalError(rows.error());
    return rows->count() == 1 ? base::Result<void>() : base::Result<void>(journalReplaced());
}

base::Result<void> Journal::beat()
{
    return change(
        *m_session,
        QStringLiteral("UPDATE lockstep.run SET heartbeat = clock_timestamp() WHERE id = $1 AND epoch = $2"),
        { m_runId, QString::number(m_epoch) });
}

base::Result<std::optional<RemoteRequest>> Journal::takeRequest()
{
    using Request = std::optional<RemoteRequest>;
    const auto asked = m_session->query(
        QStringLiteral("SELECT request FROM lockstep.run WHERE id = $1 AND request IS NOT NULL"),
        { m_runId });
    if (!asked.has_value())
        return asked.error();
    if (asked->count() == 0)
        return Request();
    const QString text = asked->text(0, 0);
    // Whether that is written or not, it is obeyed: the connection may be lost just here.
    (void)m_session->execute(
        QStringLiteral("UPDATE lockstep.run SET request = NULL WHERE id = $1 AND request = $2"),
        { m_runId, text });
    if (text == QLatin1String("pause"))
        return Request(RemoteRequest::Pause);
    return Request(text == QLatin1String("cancel") ? RemoteRequest::Cancel : RemoteRequest::Continue);
}

base::Result<QVector<StepRecord>> Journal::steps()
{
    return readSteps(*m_session, m_runId);
}

} // namespace lockstep::execution
