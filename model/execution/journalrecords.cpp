#include "journal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lockstep::execution {

namespace {

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

base::Result<void> asJournal(const base::Result<void> &written)
{
    return written.has_value() ? written : base::Result<void>(journalError(written.error()));
}

} // namespace

bool RunRecord::isGoingBack() const
{
    return !isFinished()
           && (state == RunState::RollingBack
               || std::any_of(steps.cbegin(), steps.cend(), [](const StepRecord &step) {
                      return step.state == StepState::Undone || step.statementsUndone > 0;
                  }));
}

const StepRecord *RunRecord::find(const QString &stepId) const
{
    for (const StepRecord &step : steps) {
        if (step.id == stepId)
            return &step;
    }
    return nullptr;
}

base::Result<void> Journal::recordAttempt(const QString &step, const Attempt &attempt)
{
    return asJournal(m_session->execute(
        QStringLiteral("INSERT INTO lockstep.step_attempt (run_id, step_id, n, started, lock_timeout_ms, "
                       "outcome, blockers)"
                       " VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        { m_runId, step, QString::number(attempt.number), attempt.started.toUTC().toString(Qt::ISODateWithMs),
          QString::number(attempt.lockTimeoutMs), attempt.outcome, blockersJson(attempt.blockers) }));
}

base::Result<void> Journal::recordOwned(const QString &step, const QString &kind, const QString &name)
{
    return asJournal(m_session->execute(
        QStringLiteral("INSERT INTO lockstep.owned_object (run_id, kind, name, purpose, created_step)"
                       " SELECT $1, $2, $3, 'plan', $4 WHERE NOT EXISTS (SELECT FROM lockstep.owned_object"
                       " WHERE run_id = $1 AND kind = $2 AND name = $3)"),
        { m_runId, kind, name, step }));
}

base::Result<bool> Journal::owns(const QString &step, const QString &kind, const QString &name)
{
    const auto rows =
        m_session->query(QStringLiteral("SELECT 1 FROM lockstep.owned_object WHERE run_id = $1 AND kind = $2"
                                        " AND name = $3 AND created_step = $4"),
                         { m_runId, kind, name, step });
    if (!rows.has_value())
        return journalError(rows.error());
    return rows->count() > 0;
}

base::Result<QString> Journal::objects(postgres::Session &session)
{
    const auto rows = session.query(
        QStringLiteral("SELECT state FROM lockstep.run_objects WHERE run_id = $1"), { m_runId });
    if (!rows.has_value())
        return journalError(rows.error());
    return rows->count() == 0 ? QString() : rows->text(0, 0);
}

base::Result<void> Journal::setObjects(postgres::Session &session, const QString &json)
{
    return change(
        session,
        QStringLiteral("INSERT INTO lockstep.run_objects (run_id, state) SELECT id, $3 FROM lockstep.run"
                       " WHERE id = $1 AND epoch = $2"
                       " ON CONFLICT (run_id) DO UPDATE SET state = excluded.state"),
        { m_runId, QString::number(m_epoch), json });
}

base::Result<void> Journal::recordEvent(EventLevel level, const QString &step, const QString &text)
{
    return asJournal(m_session->execute(
        QStringLiteral("INSERT INTO lockstep.event (run_id, level, step_id, msg) VALUES ($1, $2, $3, $4)"),
        { m_runId, token(level), step, text }));
}

base::Result<void> Journal::recordAbout(postgres::Session &session, const QString &runId, EventLevel level,
                                        const QString &text)
{
    return session.execute(
        QStringLiteral("INSERT INTO lockstep.event (run_id, level, step_id, msg) VALUES ($1, $2, '', $3)"),
        { runId, token(level), text });
}

} // namespace lockstep::execution
