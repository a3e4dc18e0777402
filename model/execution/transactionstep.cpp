#include "steprunner.h"

#include <QRandomGenerator>

#include <algorithm>

namespace lockstep::execution {

namespace {

bool isLockFailure(const base::Error &error)
{
    return error.sqlstate == QLatin1String("55P03") || error.sqlstate == QLatin1String("40P01");
}

int deadlockTimeoutMs(RunContext &context)
{
    const auto rows = context.work->query(
        QStringLiteral("SELECT setting FROM pg_settings WHERE name = 'deadlock_timeout'"));
    return rows.has_value() && rows->count() == 1 ? int(rows->integer(0, 0)) : 1000;
}

/// Taking every table lock first, in one order, keeps two steps of two runners - or a step and the
/// application - from holding one table each while they wait for the other's.
base::Result<QStringList> lockStatements(RunContext &context, const plan::Step &step)
{
    struct Wanted
    {
        qint64 oid;
        QString sql;
    };
    QVector<Wanted> wanted;
    for (const plan::RelationLock &lock : step.assessment.locks) {
        if (lock.mode <= plan::LockMode::RowExclusive)
            continue;
        const auto rows =
            context.work->query(QStringLiteral("SELECT c.oid, c.oid::regclass FROM pg_class c WHERE c.oid = "
                                               "to_regclass($1) AND c.relkind IN ('r', 'p')"),
                                { lock.relation });
        if (!rows.has_value())
            return rows.error();
        if (rows->count() == 1)
            wanted.append(
                { rows->integer(0, 0),
                  QStringLiteral("LOCK TABLE ONLY %1 IN %2 MODE").arg(rows->text(0, 1), name(lock.mode)) });
    }
    QStringList statements;
    if (wanted.size() < 2)
        return statements;
    std::sort(wanted.begin(), wanted.end(), [](const Wanted &a, const Wanted &b) { return a.oid < b.oid; });
    for (const Wanted &lock : std::as_const(wanted))
        statements.append(lock.sql);
    return statements;
}

base::Result<void> attemptTransaction(RunContext &context, const StepWork &work, int lockMs)
{
    QElapsedTimer timer;
    timer.start();
    postgres::Session &session = *context.work;
    const auto begun =
        session.executeScript(QStringLiteral("BEGIN; SET LOCAL lock_timeout = %1; SET LOCAL "
                                             "statement_timeout = %2; SET LOCAL check_function_bodies = off;"
                                             " SET LOCAL idle_in_transaction_session_timeout = '60s'")
                                  .arg(lockMs)
                                  .arg(work.step.timeouts.statementMs));
    if (!begun.has_value())
        return begun;
    QStringList statements;
    if (work.doneState == StepState::Done) {
        auto locks = lockStatements(context, work.step);
        if (!locks.has_value())
            return locks.error();
        statements = std::move(locks).value();
    }
    statements += work.statements;
    for (const QString &sql : std::as_const(statements)) {
        const auto done = context.watched(work.step.id, sql);
        if (!done.has_value())
            return done.error();
    }
    // The plan's statements may have set other limits for this transaction.
    if (const auto set = session.execute(QStringLiteral("SET LOCAL statement_timeout = '30s'"));
        !set.has_value())
        return set;
    const StepState state = work.verifyAfter ? StepState::Running : work.doneState;
    const int done = work.doneState == StepState::Undone ? 0 : int(work.statements.size());
    const auto marked = context.journal.markInTransaction(session, work.step.id, state, done,
                                                          double(timer.nsecsElapsed()) / 1e6);
    if (!marked.has_value())
        return marked;
    // A message of its own: a client that dies before sending it has changed nothing.
    return session.execute(QStringLiteral("COMMIT"));
}

QString blockerText(const QVector<Blocker> &blockers)
{
    if (blockers.isEmpty())
        return QStringLiteral("The lock was not free in time.");
    const Blocker &first = blockers.constFirst();
    return QStringLiteral("Waiting for backend %1 (%2, user %3, %4, transaction open for %5 s).")
        .arg(QString::number(first.pid), first.application, first.user, first.state,
             QString::number(first.transactionSeconds, 'f', 1));
}

/// Between two tries: nobody is blocked by us meanwhile. A transaction that has been open for a
/// while is waited out without queueing behind it.
base::Result<StepEnd> waitBetweenTries(RunContext &context, const StepWork &work, int attempt, int rungMs,
                                       const QElapsedTimer &since)
{
    const QVector<Blocker> blockers = context.lastBlockers().all;
    if (const auto waiting = context.enter(RunState::WaitingLock, blockerText(blockers));
        !waiting.has_value())
        return waiting.error();
    context.log(EventLevel::Retry, work.step.id, blockerText(blockers));
    context.emitStep(work.step.id, StepState::WaitingLock, double(since.elapsed()), attempt + 1);
    const bool longHolder = std::any_of(blockers.cbegin(), blockers.cend(), [](const Blocker &blocker) {
        return blocker.transactionSeconds > 1;
    });
    QElapsedTimer slept;
    QElapsedTimer asked;
    slept.start();
    asked.start();
    const int shortest = 3 * rungMs;
    int pause = lockPauseMs(attempt, rungMs, QRandomGenerator::global()->generateDouble());
    if (longHolder)
        pause = std::max(pause, 30'000);
    const bool goOn = context.sleepFor(pause, [&] {
        if (slept.elapsed() < shortest || asked.elapsed() < 200 || blockers.isEmpty())
            return false;
        asked.restart();
        context.emitEvent(LockWait{ work.step.id, double(since.elapsed()), blockers });
        return !context.monitor->stillThere(blockers);
    });
    return goOn ? StepEnd::Done : StepEnd::Stopped;
}

base::Error explained(const StepWork &work, base::Error error)
{
    if (error.sqlstate == QLatin1String("57014") && error.hint.isEmpty()) {
        error.hint =
            QStringLiteral(
                "The statement took longer than the %1 ms this step may hold its locks; it was rolled back."
                " Raise the step's statement timeout if that is acceptable.")
                .arg(work.step.timeouts.statementMs);
    }
    return stepError(work.step, std::move(error));
}

void warnAtBudget(RunContext &context, const StepWork &work, QElapsedTimer *sinceWarning)
{
    if (sinceWarning->elapsed() < context.options.lockBudgetMs)
        return;
    sinceWarning->restart();
    context.log(
        EventLevel::Warning, work.step.id,
        QStringLiteral(
            "The lock could not be had within %1 s. Stop the run, or end the session that holds it. %2")
            .arg(context.options.lockBudgetMs / 1000)
            .arg(blockerText(context.lastBlockers().all)));
}

} // namespace

base::Result<StepEnd> runInTransaction(RunContext &context, const StepWork &work)
{
    const int deadlockMs = deadlockTimeoutMs(context);
    QElapsedTimer since;
    QElapsedTimer sinceWarning;
    since.start();
    sinceWarning.start();
    for (int attempt = 0;; ++attempt) {
        if (const auto goOn = context.passPause(work.runState); !goOn.has_value() || !*goOn)
            return goOn.has_value() ? base::Result<StepEnd>(StepEnd::Stopped) : goOn.error();
        const int rung =
            lockRungMs(attempt, work.step.timeouts.lockMs, deadlockMs,
                       context.lastBlockers().onlyAutovacuum && !context.lastBlockers().all.isEmpty());
        context.forgetBlockers();
        const QDateTime started = QDateTime::currentDateTimeUtc();
        const auto done = attemptTransaction(context, work, rung);
        if (!done.has_value())
            context.rollBackOpen();
        if (done.has_value() || done.error().kind != base::ErrorKind::Connection) {
            const auto noted = context.journal.recordAttempt(
                work.step.id, { attempt + 1, started, rung,
                                done.has_value() ? QStringLiteral("done") : done.error().sqlstate,
                                context.lastBlockers().all });
            if (!noted.has_value())
                return noted.error();
        }
        if (done.has_value()) {
            if (const auto running = context.enter(work.runState); !running.has_value())
                return running.error();
            return StepEnd::Done;
        }
        if (context.stopRequested() && done.error().kind != base::ErrorKind::Connection)
            return StepEnd::Stopped;
        if (!isLockFailure(done.error()))
            return explained(work, done.error());
        warnAtBudget(context, work, &sinceWarning);
        const auto waited = waitBetweenTries(context, work, attempt, rung, since);
        if (!waited.has_value() || *waited == StepEnd::Stopped)
            return waited;
    }
}

} // namespace lockstep::execution
