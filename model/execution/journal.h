#pragma once

#include "runner.h"
#include "sessionsettings.h"

#include <optional>

namespace lockstep::execution {

struct StepRecord
{
    QString id;
    StepState state = StepState::Pending;
    int statementsDone = 0; ///< Statements that are committed; a failed verification keeps them.
    int attempts = 0;
    double tookMs = 0;
    QString error;
    int statementsUndone = 0; ///< Of its way back, those that are committed.
};

struct RunRecord
{
    QString id;
    QByteArray digest;
    RunState state = RunState::NotStarted;
    qint64 epoch = 0;
    QString systemIdentifier;
    quint32 databaseOid = 0;
    QString owner; ///< Of the runner that had it last.
    qint64 timeline = 0; ///< When it was last at work; 0: written before that was kept.
    BackendId fence; ///< Its sessions then.
    BackendId work;
    QVector<StepRecord> steps;

    [[nodiscard]] bool isFinished() const { return state == RunState::Done || state == RunState::RolledBack; }
    /// Not finished, and its way back has begun. While that waits or is paused, the state is another one than
    /// "rolling back".
    [[nodiscard]] bool isGoingBack() const;
    [[nodiscard]] const StepRecord *find(const QString &stepId) const;
};

struct Attempt
{
    int number = 1;
    QDateTime started;
    int lockTimeoutMs = 0;
    QString outcome; ///< "done", or the SQLSTATE.
    QVector<Blocker> blockers;
};

/// The journal in the target database as one run writes it. Every write carries the run's epoch: a
/// runner that was replaced meanwhile gets Refused and must stop. All on the session given, in
/// autocommit, except where a function takes another session.
class Journal
{
public:
    [[nodiscard]] static base::Result<bool> exists(postgres::Session &session);
    /// Makes schema lockstep if it is not there; refuses one of a newer version.
    [[nodiscard]] static base::Result<void> ensure(postgres::Session &session);
    [[nodiscard]] static base::Result<std::optional<RunRecord>> newest(postgres::Session &session);
    /// `firstOpen`: the steps before it are done already; empty: none is.
    [[nodiscard]] static base::Result<Journal> begin(postgres::Session &session, const plan::Plan &plan,
                                                     const QString &owner, const QString &firstOpen = {});
    /// Writes something about a run of another runner.
    [[nodiscard]] static base::Result<void> recordAbout(postgres::Session &session, const QString &runId,
                                                        EventLevel level, const QString &text);
    /// What was asked of a runner that is no more.
    [[nodiscard]] static base::Result<void> forgetRequest(postgres::Session &session, const QString &runId);
    /// Whoever works on the run now cannot commit anything more. For taking it over by force.
    [[nodiscard]] static base::Result<void> shutOut(postgres::Session &session, const QString &runId);
    /// Becomes the owner of an existing run: the next epoch, on its backfills as well.
    [[nodiscard]] static base::Result<Journal> takeOver(postgres::Session &session, const QString &runId,
                                                        RunState state, const QString &owner);

    /// Of no run: nothing may be asked of it but what it is.
    Journal() = default;
    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    [[nodiscard]] const QString &runId() const { return m_runId; }
    [[nodiscard]] qint64 epoch() const { return m_epoch; }

    [[nodiscard]] base::Result<void> recordSessions(const BackendId &fence, const BackendId &work);
    /// Changes with everything that is done, and only with that.
    [[nodiscard]] base::Result<QString> progressMark();
    [[nodiscard]] base::Result<void> setRunState(RunState state, const QString &reason);
    [[nodiscard]] base::Result<void> stepStarted(const QString &step, StepState state);
    /// `tookMs`: in all starts of the run together, if it is more than what is known.
    [[nodiscard]] base::Result<void> setStepState(const QString &step, StepState state, double tookMs = 0);
    [[nodiscard]] base::Result<void> setTook(const QString &step, double tookMs);
    [[nodiscard]] base::Result<void> stepFailed(const QString &step, const base::Error &error);
    [[nodiscard]] base::Result<void> statementDone(const QString &step, int statementsDone);
    [[nodiscard]] base::Result<void> statementUndone(const QString &step, int statementsUndone);
    /// The journal's part of a step's own transaction; the last statement before COMMIT, because it
    /// locks the run's row.
    [[nodiscard]] base::Result<void> markInTransaction(postgres::Session &work, const QString &step,
                                                       StepState state, int statementsDone, double addedMs);
    [[nodiscard]] base::Result<void> recordAttempt(const QString &step, const Attempt &attempt);
    /// This run sets about to make that object.
    [[nodiscard]] base::Result<void> recordOwned(const QString &step, const QString &kind,
                                                 const QString &name);
    /// Whether recordOwned() was told so.
    [[nodiscard]] base::Result<bool> owns(const QString &step, const QString &kind, const QString &name);
    [[nodiscard]] base::Result<void> recordEvent(EventLevel level, const QString &step, const QString &text);
    /// How the plan's tables were after the last step, as JSON; empty: not known.
    [[nodiscard]] base::Result<QString> objects(postgres::Session &session);
    [[nodiscard]] base::Result<void> setObjects(postgres::Session &session, const QString &json);
    [[nodiscard]] base::Result<void> beat();
    /// Refused if another runner has taken the run over. Before anything that does not commit together with
    /// a write of the journal.
    [[nodiscard]] base::Result<void> checkOwner();
    /// Reads and clears what another process asked for.
    [[nodiscard]] base::Result<std::optional<RemoteRequest>> takeRequest();
    [[nodiscard]] base::Result<QVector<StepRecord>> steps();

private:
    Journal(postgres::Session *session, QString runId, qint64 epoch);
    [[nodiscard]] base::Result<void> change(postgres::Session &session, const QString &sql,
                                            const postgres::Parameters &parameters);
    [[nodiscard]] base::Result<void> insertSteps(const plan::Plan &plan, const QString &firstOpen);

    postgres::Session *m_session = nullptr;
    QString m_runId;
    qint64 m_epoch = 0;
};

/// The journal is not there, or not as it was made: a sentence that says so; other errors as they are.
[[nodiscard]] base::Error journalError(base::Error error);

/// How the journal writes states ("waiting_lock").
[[nodiscard]] QString token(RunState state);
[[nodiscard]] QString token(StepState state);
[[nodiscard]] RunState runState(const QString &token);
[[nodiscard]] StepState stepState(const QString &token);
[[nodiscard]] QString token(EventLevel level);
[[nodiscard]] EventLevel eventLevel(const QString &token);
[[nodiscard]] base::Error refused(const QString &message, const QString &hint = {},
                                  base::Remedy remedy = base::Remedy::None);

} // namespace lockstep::execution
