#include "objectstate.h"
#include "steplocks.h"
#include "steprunner.h"
#include "violations.h"

#include <model/sql/parser.h>

#include <QRandomGenerator>

#include <algorithm>

namespace lockstep::execution {

namespace {

/// Circles end within moments; only when they come again and again is it better to leave longer pauses.
constexpr int circlesPerRung = 4;

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

base::Result<void> beginStep(RunContext &context, const StepWork &work, int lockMs)
{
    postgres::Session &session = *context.work;
    const auto begun =
        session.executeScript(QStringLiteral("BEGIN; SET LOCAL lock_timeout = %1; SET LOCAL "
                                             "statement_timeout = %2; SET LOCAL check_function_bodies = off;"
                                             " SET LOCAL idle_in_transaction_session_timeout = '60s'")
                                  .arg(lockMs)
                                  .arg(work.step.timeouts.statementMs));
    if (!begun.has_value())
        return begun;
    const auto limits = session.query(QStringLiteral("SELECT name, setting FROM pg_settings WHERE name IN "
                                                     "('lock_timeout', 'statement_timeout') ORDER BY 1"));
    if (!limits.has_value())
        return limits.error();
    if (limits->text(0, 1).toInt() == lockMs && limits->text(1, 1).toInt() == work.step.timeouts.statementMs)
        return {};
    return refused(
        QStringLiteral("The server does not keep the time limits of a transaction: lock_timeout is %1 ms "
                       "and not %2, statement_timeout is %3 ms and not %4.")
            .arg(limits->text(0, 1), QString::number(lockMs), limits->text(1, 1),
                 QString::number(work.step.timeouts.statementMs)),
        QStringLiteral("Connect to the server itself, without a pooler or proxy in between."));
}

/// The journal's row is written by the role that made it, whatever the statements of the step set.
base::Result<void> markDone(RunContext &context, const StepWork &work, double ms)
{
    postgres::Session &session = *context.work;
    if (!session.inTransaction()) {
        return refused(
            QStringLiteral("The statements of step %1 ended their transaction themselves; the journal "
                           "cannot say what of them is done.")
                .arg(work.step.id),
            QStringLiteral("Take COMMIT and ROLLBACK out of the step."));
    }
    if (const auto set = session.executeScript(
            QStringLiteral("SET LOCAL statement_timeout = '30s'; RESET SESSION AUTHORIZATION; RESET ROLE"));
        !set.has_value())
        return set;
    const StepState state = work.verifyAfter ? StepState::Running : work.doneState;
    const int done = work.doneState == StepState::Undone ? 0 : int(work.statements.size());
    return context.journal.markInTransaction(session, work.step.id, state, done, ms);
}

base::Result<void> attemptTransaction(RunContext &context, const StepWork &work, StepLocks *locks, int lockMs)
{
    QElapsedTimer timer;
    timer.start();
    if (const auto begun = beginStep(context, work, lockMs); !begun.has_value())
        return begun;
    if (const auto locked = locks->take(lockMs); !locked.has_value())
        return locked;
    if (work.doneState == StepState::Done) {
        if (const auto same = checkObjects(context, work.step); !same.has_value())
            return same;
    }
    for (const QString &sql : work.statements) {
        const auto done = locks->run(sql);
        if (!done.has_value())
            return done;
    }
    if (const auto marked = markDone(context, work, double(timer.nsecsElapsed()) / 1e6); !marked.has_value())
        return marked;
    if (work.doneState == StepState::Done) {
        if (const auto recorded = recordObjects(context, *context.work); !recorded.has_value())
            return recorded;
    }
    // A message of its own: a client that dies before sending it has changed nothing.
    return context.commit(work.step.id);
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

/// The time that is given to one lock, and what is left of it.
class LockBudget
{
public:
    explicit LockBudget(RunContext &context)
        : m_context(context)
        , m_extensions(context.control().lockExtensions())
    {
        m_total.start();
        m_since.start();
    }
    [[nodiscard]] qint64 elapsedMs() const { return m_total.elapsed(); }
    /// More time counts from when it was given.
    [[nodiscard]] bool isSpent()
    {
        if (const int extensions = m_context.control().lockExtensions(); extensions != m_extensions) {
            m_extensions = extensions;
            m_since.restart();
        }
        return m_since.elapsed() >= m_context.options.lockBudgetMs;
    }

private:
    RunContext &m_context;
    int m_extensions;
    QElapsedTimer m_total;
    QElapsedTimer m_since;
};

/// Whether one of them, seen that long ago, is to be ended now: that happens only while it blocks a try.
bool mayEndOne(RunContext &context, const QVector<Blocker> &blockers, double secondsAgo)
{
    if (!context.control().endRequests().isEmpty())
        return true;
    const BlockerConsent consent = context.control().consentOr(context.options.consent);
    return std::any_of(blockers.cbegin(), blockers.cend(), [&](Blocker blocker) {
        const bool wasDue = consentedEnd(blocker, consent).has_value();
        blocker.stateSeconds += secondsAgo;
        blocker.transactionSeconds += secondsAgo;
        return !wasDue && consentedEnd(blocker, consent).has_value();
    });
}

base::Error outOfTime(const RunContext &context, const StepWork &work, const QVector<Blocker> &blockers)
{
    base::Error error;
    error.kind = base::ErrorKind::Server;
    error.sqlstate = QStringLiteral("55P03");
    error.message = QStringLiteral("the lock could not be had within %1 s. %2")
                        .arg(QString::number(context.options.lockBudgetMs / 1000), blockerText(blockers));
    error.hint =
        QStringLiteral("Nothing of this step was changed. End what holds the lock, or let the run do "
                       "it (--end-blockers), and resume.");
    error.remedy = base::Remedy::EndBlockers;
    return stepError(work.step, error);
}

/// The time is used up: nothing is tried until somebody gives more of it, has a blocker ended, or the
/// blockers have gone by themselves.
base::Result<StepEnd> waitForDecision(RunContext &context, const StepWork &work, LockBudget &budget,
                                      const QVector<Blocker> &blockers)
{
    if (!context.options.waitAtGates)
        return outOfTime(context, work, blockers);
    context.log(
        EventLevel::Warning, work.step.id,
        QStringLiteral("The time for this lock is used up. Give it more, end who holds it, or stop. %1")
            .arg(blockerText(blockers)));
    QElapsedTimer told;
    QElapsedTimer waited;
    waited.start();
    context.awaitsPerson = true;
    const bool goOn = context.sleepFor(1e12, [&] {
        if (!told.isValid() || told.elapsed() >= 1000) {
            context.emitEvent(LockWait{ work.step.id, double(budget.elapsedMs()), blockers, true });
            told.start();
            if (!blockers.isEmpty() && !context.monitor->stillThere(blockers))
                return true;
        }
        return !budget.isSpent() || mayEndOne(context, blockers, double(waited.elapsed()) / 1000)
               || !context.checkFence().has_value();
    });
    context.awaitsPerson = !context.checkFence().has_value();
    return goOn ? StepEnd::Done : StepEnd::Stopped;
}

/// Shows who is waited for, without queueing behind them, until they are gone or the time is over.
bool waitWithoutQueueing(RunContext &context, const StepWork &work, LockBudget &budget,
                         const QVector<Blocker> &blockers, int shortestMs, int longestMs)
{
    QElapsedTimer slept;
    QElapsedTimer asked;
    slept.start();
    asked.start();
    return context.sleepFor(longestMs, [&] {
        if (slept.elapsed() < shortestMs || asked.elapsed() < 200 || blockers.isEmpty())
            return false;
        asked.restart();
        context.emitEvent(LockWait{ work.step.id, double(budget.elapsedMs()), blockers });
        return mayEndOne(context, blockers, double(slept.elapsed()) / 1000)
               || !context.monitor->stillThere(blockers) || !context.checkFence().has_value();
    });
}

constexpr int longestPreWaitMs = 30'000;

/// Before the first try: who is in a long transaction on one of the tables is waited out without making
/// anybody queue behind us.
base::Result<StepEnd> waitForHolders(RunContext &context, const StepWork &work, LockBudget &budget)
{
    if (work.doneState != StepState::Done)
        return StepEnd::Done;
    const auto holders =
        context.monitor->holdersOf(work.step.assessment.locks, context.work->server().backendPid);
    if (holders.isEmpty())
        return StepEnd::Done;
    if (const auto waiting = context.enter(RunState::WaitingLock, blockerText(holders)); !waiting.has_value())
        return waiting.error();
    context.log(EventLevel::Retry, work.step.id, blockerText(holders));
    context.emitStep(work.step.id, StepState::WaitingLock, double(budget.elapsedMs()), 1);
    return waitWithoutQueueing(context, work, budget, holders, 0,
                               std::min(longestPreWaitMs, context.options.lockBudgetMs))
               ? StepEnd::Done
               : StepEnd::Stopped;
}

/// Between two tries: nobody is blocked by us meanwhile. `heldMs`: how long the last one kept others
/// waiting at most; the pause grows with `rung`.
base::Result<StepEnd> waitBetweenTries(RunContext &context, const StepWork &work, int attempt, int rung,
                                       int heldMs, LockBudget &budget)
{
    const QVector<Blocker> blockers = context.lastBlockers().all;
    if (const auto waiting = context.enter(RunState::WaitingLock, blockerText(blockers));
        !waiting.has_value())
        return waiting.error();
    context.log(EventLevel::Retry, work.step.id, blockerText(blockers));
    context.emitStep(work.step.id, StepState::WaitingLock, double(budget.elapsedMs()), attempt + 1);
    if (budget.isSpent())
        return waitForDecision(context, work, budget, blockers);
    const bool longHolder = std::any_of(blockers.cbegin(), blockers.cend(), [](const Blocker &blocker) {
        return blocker.transactionSeconds > 1 && !blocker.isAutovacuum && !blocker.waitsForUs;
    });
    int pause = lockPauseMs(rung, heldMs, QRandomGenerator::global()->generateDouble());
    if (longHolder)
        pause = std::max(pause, longestPreWaitMs);
    pause = std::min(pause, std::max(3 * heldMs, context.options.lockBudgetMs));
    return waitWithoutQueueing(context, work, budget, blockers, 3 * heldMs, pause) ? StepEnd::Done
                                                                                   : StepEnd::Stopped;
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

/// What the journal cannot keep track of is not begun.
base::Result<void> checkStatements(const StepWork &work)
{
    for (const QString &sql : work.statements) {
        const auto statement = sql::parse(sql);
        if (statement.has_value() && sql::isTransactionControl(*statement)) {
            return refused(
                QStringLiteral("Step %1 (%2) begins or ends a transaction itself: %3.")
                    .arg(work.step.id, work.step.title, sql.simplified().left(80)),
                QStringLiteral("Its statements run in one transaction with the journal's row; take "
                               "BEGIN, COMMIT and the like out of it."));
        }
    }
    return {};
}

base::Result<void> noteAttempt(RunContext &context, const StepWork &work, int number,
                               const QDateTime &started, int rung, const base::Result<void> &done)
{
    if (!done.has_value() && done.error().kind == base::ErrorKind::Connection)
        return {};
    return context.journal.recordAttempt(work.step.id,
                                         { number, started, rung,
                                           done.has_value() ? QStringLiteral("done") : done.error().sqlstate,
                                           context.lastBlockers().all });
}

} // namespace

base::Result<StepEnd> runInTransaction(RunContext &context, const StepWork &work)
{
    if (const auto sound = checkStatements(work); !sound.has_value())
        return sound.error();
    const int deadlockMs = deadlockTimeoutMs(context);
    LockBudget budget(context);
    const auto ready = waitForHolders(context, work, budget);
    if (!ready.has_value() || *ready == StepEnd::Stopped)
        return ready;
    StepLocks locks(context, work);
    for (int attempt = 0;; ++attempt) {
        if (const auto goOn = context.passPause(work.runState); !goOn.has_value() || !*goOn)
            return goOn.has_value() ? base::Result<StepEnd>(StepEnd::Stopped) : goOn.error();
        // A try that ended in a circle says nothing of how long others hold their locks.
        const int rung = attempt - locks.circles() + locks.circles() / circlesPerRung;
        const int lockMs =
            lockRungMs(rung, work.step.timeouts.lockMs, deadlockMs, context.lastBlockers().onlyAutovacuum);
        const int circlesBefore = locks.circles();
        context.forgetBlockers();
        const QDateTime started = QDateTime::currentDateTimeUtc();
        const auto asked = context.control().endRequests();
        QElapsedTimer held;
        held.start();
        const auto done = attemptTransaction(context, work, &locks, lockMs);
        if (!done.has_value())
            context.rollBackOpen();
        constexpr qint64 longestHeldMs = 20'000;
        const int atLeastMs = locks.circles() > circlesBefore ? 0 : lockMs;
        const int heldMs = std::max(atLeastMs, int(std::min(held.elapsed(), longestHeldMs)));
        const auto noted = noteAttempt(context, work, attempt + 1, started, lockMs, done);
        if (!noted.has_value())
            return noted.error();
        if (done.has_value()) {
            if (const auto running = context.enter(work.runState); !running.has_value())
                return running.error();
            return StepEnd::Done;
        }
        if (context.stopRequested() && done.error().kind != base::ErrorKind::Connection)
            return StepEnd::Stopped;
        if (!isLockFailure(done.error()))
            return explained(work, withViolations(*context.work, work.statements, done.error()));
        context.dropRequests(work.step.id, asked);
        const auto waited = waitBetweenTries(context, work, attempt, rung, heldMs, budget);
        if (!waited.has_value() || *waited == StepEnd::Stopped)
            return waited;
    }
}

} // namespace lockstep::execution
