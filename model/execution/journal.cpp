#include "journal.h"

#include "journalschema.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
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

QString journalOwner(const postgres::Session &session)
{
    return QStringLiteral("%1@%2").arg(session.server().user, QSysInfo::machineHostName());
}

QString blockersJson(const QVector<Blocker> &blockers)
{
    QJsonArray array;
    for (const Blocker &blocker : blockers) {
        array.append(QJsonObject{ { QStringLiteral("pid"), blocker.pid },
                                  { QStringLiteral("user"), blocker.user },
                                  { QStringLiteral("application"), blocker.application },
                                  { QStringLiteral("state"), blocker.state },
                                  { QStringLiteral("transaction_seconds"), blocker.transactionSeconds } });
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString levelToken(EventLevel level)
{
    switch (level) {
    case EventLevel::Info: return QStringLiteral("info");
    case EventLevel::Done: return QStringLiteral("done");
    case EventLevel::Retry: return QStringLiteral("retry");
    case EventLevel::Slowed: return QStringLiteral("slowed");
    case EventLevel::Warning: return QStringLiteral("warning");
    case EventLevel::Error: return QStringLiteral("error");
    }
    return {};
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

base::Error replaced()
{
    return refused(
        QStringLiteral(
            "Another runner has taken this run over, so this one stopped without changing anything more."),
        QStringLiteral("See what the other one does with --status."));
}

} // namespace

const StepRecord *RunRecord::find(const QString &stepId) const
{
    for (const StepRecord &step : steps) {
        if (step.id == stepId)
            return &step;
    }
    return nullptr;
}

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
        return session.executeScript(journalUpgradeSql());
    return {};
}

base::Result<std::optional<RunRecord>> Journal::newest(postgres::Session &session)
{
    const auto there = exists(session);
    if (!there.has_value())
        return there.error();
    if (!*there)
        return std::optional<RunRecord>();
    const auto rows = session.query(QStringLiteral("SELECT id, plan_sha256, state, epoch, system_identifier, "
                                                   "db_oid FROM lockstep.run ORDER BY created DESC LIMIT 1"));
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return std::optional<RunRecord>();
    RunRecord run{ rows->text(0, 0),
                   rows->text(0, 1).toUtf8(),
                   runState(rows->text(0, 2)),
                   rows->integer(0, 3),
                   rows->text(0, 4),
                   quint32(rows->integer(0, 5)),
                   {} };
    auto steps = readSteps(session, run.id);
    if (!steps.has_value())
        return steps.error();
    run.steps = std::move(steps).value();
    return std::optional<RunRecord>(std::move(run));
}

base::Result<Journal> Journal::begin(postgres::Session &session, const plan::Plan &plan)
{
    const postgres::ServerInfo &server = session.server();
    Journal journal(&session, QUuid::createUuid().toString(QUuid::WithoutBraces), 1);
    auto started = session.execute(QStringLiteral("BEGIN"));
    if (started.has_value()) {
        started = session.execute(
            QStringLiteral(
                "INSERT INTO lockstep.run (id, plan_sha256, fingerprint, target_fingerprint, "
                "system_identifier, db_oid,"
                " server_version, state, owner) VALUES ($1, $2, $3, $4, $5, $6, $7, 'running', $8)"),
            { journal.m_runId, QString::fromUtf8(plan.digest()), QString::fromUtf8(plan.fingerprint),
              QString::fromUtf8(plan.targetFingerprint), server.systemIdentifier,
              QString::number(server.databaseOid), QString::number(server.version), journalOwner(session) });
    }
    if (started.has_value())
        started = journal.insertSteps(plan);
    if (started.has_value())
        started = session.execute(QStringLiteral("COMMIT"));
    if (started.has_value())
        return journal;
    if (session.inTransaction())
        (void)session.execute(QStringLiteral("ROLLBACK"));
    return started.error();
}

base::Result<void> Journal::insertSteps(const plan::Plan &plan)
{
    int ord = 0;
    for (const plan::Step &step : plan.steps) {
        const auto inserted = m_session->execute(
            QStringLiteral(
                "INSERT INTO lockstep.step (run_id, ord, step_id, title, kind, phase, txn, sql_sha)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"),
            { m_runId, QString::number(++ord), step.id, step.title, plan::name(step.kind),
              plan::name(step.phase),
              step.transaction == plan::TransactionMode::Own ? QStringLiteral("t") : QStringLiteral("f"),
              journalSha(step) });
        if (!inserted.has_value())
            return inserted.error();
    }
    return {};
}

base::Result<Journal> Journal::takeOver(postgres::Session &session, const QString &runId, RunState state)
{
    const auto rows = session.query(
        QStringLiteral("WITH taken AS (UPDATE lockstep.run SET epoch = epoch + 1, owner = $2, state = $3, "
                       "reason = '', request = NULL,"
                       " finished = NULL, heartbeat = clock_timestamp() WHERE id = $1 RETURNING epoch),"
                       " ranges AS (UPDATE lockstep.backfill_range r SET epoch = taken.epoch FROM taken "
                       "WHERE r.run_id = $1)"
                       " SELECT epoch FROM taken"),
        { runId, journalOwner(session), token(state) });
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return refused(QStringLiteral("The run %1 is no longer in the journal.").arg(runId));
    return Journal(&session, runId, rows->integer(0, 0));
}

base::Result<void> Journal::change(postgres::Session &session, const QString &sql,
                                   const postgres::Parameters &parameters)
{
    const auto rows = session.query(sql, parameters);
    if (!rows.has_value())
        return rows.error();
    if (rows->affected == 0)
        return replaced();
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

base::Result<void> Journal::setStepState(const QString &step, StepState state, double addedMs)
{
    return change(
        *m_session,
        QStringLiteral("UPDATE lockstep.step SET state = $4, took_ms = took_ms + $5,"
                       " finished = CASE WHEN $4 IN ('done', 'undone', 'skipped') THEN clock_timestamp() END"
                       " WHERE run_id = $1 AND step_id = $3"
                       " AND EXISTS (SELECT FROM lockstep.run WHERE id = $1 AND epoch = $2)"),
        { m_runId, QString::number(m_epoch), step, token(state), QString::number(addedMs) });
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
        return fence.error();
    if (fence->count() == 0)
        return replaced();
    return change(
        work,
        QStringLiteral("UPDATE lockstep.step SET state = $3, statements_done = $4, took_ms = took_ms + $5,"
                       " finished = CASE WHEN $3 IN ('done', 'undone') THEN clock_timestamp() END"
                       " WHERE run_id = $1 AND step_id = $2"),
        { m_runId, step, token(state), QString::number(statementsDone), QString::number(addedMs) });
}

base::Result<void> Journal::recordAttempt(const QString &step, const Attempt &attempt)
{
    return m_session->execute(
        QStringLiteral("INSERT INTO lockstep.step_attempt (run_id, step_id, n, started, lock_timeout_ms, "
                       "outcome, blockers)"
                       " VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        { m_runId, step, QString::number(attempt.number), attempt.started.toUTC().toString(Qt::ISODateWithMs),
          QString::number(attempt.lockTimeoutMs), attempt.outcome, blockersJson(attempt.blockers) });
}

base::Result<bool> Journal::owns(const QString &kind, const QString &name)
{
    const auto rows = m_session->query(QStringLiteral("SELECT EXISTS (SELECT FROM lockstep.owned_object "
                                                      "WHERE run_id = $1 AND kind = $2 AND name = $3)"),
                                       { m_runId, kind, name });
    if (!rows.has_value())
        return rows.error();
    return rows->boolean(0, 0);
}

base::Result<void> Journal::recordOwned(const QString &step, const QString &kind, const QString &name)
{
    return m_session->execute(
        QStringLiteral("INSERT INTO lockstep.owned_object (run_id, kind, name, purpose, created_step)"
                       " SELECT $1, $2, $3, 'plan', $4 WHERE NOT EXISTS (SELECT FROM lockstep.owned_object"
                       " WHERE run_id = $1 AND kind = $2 AND name = $3)"),
        { m_runId, kind, name, step });
}

base::Result<void> Journal::recordEvent(EventLevel level, const QString &step, const QString &text)
{
    return m_session->execute(
        QStringLiteral("INSERT INTO lockstep.event (run_id, level, step_id, msg) VALUES ($1, $2, $3, $4)"),
        { m_runId, levelToken(level), step, text });
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
    const auto cleared = m_session->execute(
        QStringLiteral("UPDATE lockstep.run SET request = NULL WHERE id = $1 AND request = $2"),
        { m_runId, text });
    if (!cleared.has_value())
        return cleared.error();
    if (text == QLatin1String("pause"))
        return Request(RemoteRequest::Pause);
    return Request(text == QLatin1String("cancel") ? RemoteRequest::Cancel : RemoteRequest::Continue);
}

base::Result<QVector<StepRecord>> Journal::steps()
{
    return readSteps(*m_session, m_runId);
}

} // namespace lockstep::execution
