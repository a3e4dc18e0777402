#include "runcontext.h"

#include <model/base/log.h>

#include <QCoreApplication>
#include <QScopeGuard>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>
#include <future>

namespace lockstep::execution {

namespace {

/// "dba@laptop"; what the machine calls whoever runs this, not the database.
QString whoRuns()
{
    QString user = qEnvironmentVariable("USER");
    for (const char *name : { "LOGNAME", "USERNAME" }) {
        if (user.isEmpty())
            user = qEnvironmentVariable(name);
    }
    const QString host = QSysInfo::machineHostName();
    return user.isEmpty() ? host : QStringLiteral("%1@%2").arg(user, host);
}

} // namespace

RunContext::RunContext(plan::PlanPtr planToRun, postgres::ConnectionTarget where,
                       const RunOptions &runOptions, RunControl &control, const EventSink &events,
                       std::stop_token stop)
    : plan(std::move(planToRun))
    , target(std::move(where))
    , options(runOptions)
    , owner(QStringLiteral("%1, process %2, %3")
                .arg(whoRuns(), QString::number(QCoreApplication::applicationPid()),
                     QUuid::createUuid().toString(QUuid::WithoutBraces).left(8)))
    , m_control(control)
    , m_events(events)
    , m_stop(std::move(stop))
{
    m_sinceTick.start();
    m_sinceBeat.start();
    m_sinceLockWait.start();
}

base::Error RunContext::lostFence() const
{
    base::Error error;
    error.kind = base::ErrorKind::Connection;
    error.message =
        QStringLiteral("The connection that keeps other runners out of %1 is lost.").arg(target.display());
    return error;
}

void RunContext::emitEvent(const RunEvent &event)
{
    if (m_events)
        m_events(event);
}

void RunContext::log(EventLevel level, const QString &step, const QString &message)
{
    const auto text = m_log.take(step, message);
    if (!text)
        return;
    base::log::info("lockstep.execution",
                    step.isEmpty() ? *text : QString(step + QStringLiteral(": ") + *text));
    emitEvent(LogLine{ QDateTime::currentDateTimeUtc(), level, step, *text });
    // A log line that cannot be written is not worth failing the run for; the next state will be.
    if (canJournal())
        (void)journal.recordEvent(level, step, *text);
}

base::Result<void> RunContext::enter(RunState state, const QString &reason)
{
    if (state == m_state)
        return {};
    m_state = state;
    emitEvent(StateChanged{ state, reason });
    if (state == RunState::Checking || !journal.isOpen())
        return {};
    return journal.setRunState(state, reason);
}

void RunContext::emitStep(const QString &step, StepState state, double tookMs, int attempts,
                          const QString &error)
{
    emitEvent(StepChanged{ { step, state, tookMs, attempts, error } });
}

void RunContext::tick()
{
    // Between two connections there is no fence, or one whose journal is not taken back yet.
    if (m_sinceTick.elapsed() < 250 || !canJournal())
        return;
    m_sinceTick.restart();
    const auto request = journal.takeRequest();
    if (request.has_value() && *request) {
        switch (**request) {
        case RemoteRequest::Pause: m_control.pause(); break;
        case RemoteRequest::Continue: m_control.resume(); break;
        case RemoteRequest::Cancel: m_control.stop(); break;
        }
    }
    if (m_sinceBeat.elapsed() >= 5000) {
        m_sinceBeat.restart();
        // Who took the run over is noticed by the next write that matters.
        (void)journal.beat();
    }
}

void RunContext::lookForBlockers(int pid, const QString &step, double waitedMs)
{
    BlockerList found = monitor->blockersOf(pid);
    if (found.all.isEmpty())
        return;
    m_blockers = std::move(found);
    m_ender.act(*this, pid, step, m_blockers);
    if (m_sinceLockWait.elapsed() < 100)
        return;
    m_sinceLockWait.restart();
    emitEvent(LockWait{ step, waitedMs, m_blockers.all });
}

base::Result<postgres::Rows> RunContext::watched(const QString &step, const QString &sql,
                                                 const postgres::Parameters &parameters,
                                                 const std::function<bool()> &giveUp, int firstLookMs)
{
    return watchedOn(*work, step, sql, parameters, giveUp, firstLookMs);
}

base::Result<postgres::Rows> RunContext::watchedOn(postgres::Session &on, const QString &step,
                                                   const QString &sql, const postgres::Parameters &parameters,
                                                   const std::function<bool()> &giveUp, int firstLookMs)
{
    auto answer = std::async(std::launch::async, [&] { return on.query(sql, parameters); });
    const auto isReady = [&](int milliseconds) {
        const Turn::Away away(turn);
        return answer.wait_for(std::chrono::milliseconds(milliseconds)) == std::future_status::ready;
    };
    QElapsedTimer sinceStart;
    sinceStart.start();
    int slice = firstLookMs;
    while (!isReady(slice)) {
        tick();
        lookForBlockers(on.server().backendPid, step, double(sinceStart.elapsed()));
        if (stopRequested() || (giveUp && giveUp()))
            on.cancel();
        slice = sinceStart.elapsed() < 500 ? 40 : 200;
    }
    return answer.get();
}

bool RunContext::sleepFor(double milliseconds, const std::function<bool()> &wakeUp)
{
    QElapsedTimer slept;
    slept.start();
    while (!stopRequested()) {
        const double left = milliseconds - double(slept.nsecsElapsed()) / 1e6;
        if (left <= 0 || (wakeUp && wakeUp()))
            return true;
        {
            const Turn::Away away(turn);
            control().waitForChange(std::max(1, int(std::min(left, 100.0))));
        }
        tick();
    }
    return false;
}

base::Result<void> RunContext::commit(const QString &step)
{
    auto answer = std::async(std::launch::async, [&] { return work->execute(QStringLiteral("COMMIT")); });
    QElapsedTimer waited;
    waited.start();
    bool isForStandby = false;
    // Nothing is written into the journal meanwhile: the transaction holds the run's row.
    while (answer.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
        if (waited.elapsed() < 5000)
            continue;
        if (!isForStandby && monitor->waitsForStandby(work->server().backendPid)) {
            isForStandby = true;
            emitEvent(LogLine{
                QDateTime::currentDateTimeUtc(), EventLevel::Warning, step,
                QStringLiteral("COMMIT waits for a synchronous standby that does not answer (SyncRep). "
                               "Everyone's commits do. A stop ends the waiting; the change stays.") });
        }
        if (stopRequested())
            work->cancel();
    }
    return answer.get();
}

base::Result<bool> RunContext::stayPaused(const QString &reason, RunState resumeState)
{
    if (m_resting++ == 0)
        m_restsBecause = reason;
    const auto wakes = qScopeGuard([this] { --m_resting; });
    while (control().paused() && !stopRequested()) {
        awaitsPerson = true;
        // The last one to come to rest says so: until then rows are written.
        if (m_resting >= m_workers && m_state != RunState::Paused) {
            if (const auto paused = enter(RunState::Paused, m_restsBecause); !paused.has_value())
                return paused.error();
            log(EventLevel::Info, {}, m_restsBecause);
        }
        {
            const Turn::Away away(turn);
            control().waitForChange(100);
        }
        tick();
        if (const auto held = checkFence(); !held.has_value())
            return held.error();
    }
    awaitsPerson = false;
    if (const auto on = enter(resumeState); !on.has_value())
        return on.error();
    return !stopRequested();
}

base::Result<void> RunContext::checkFence() const
{
    return fence && fence->isConnected() ? base::Result<void>() : base::Result<void>(lostFence());
}

base::Result<bool> RunContext::passPause(RunState resumeState)
{
    tick();
    if (const auto held = checkFence(); !held.has_value())
        return held.error();
    if (control().paused() && !stopRequested())
        return stayPaused(QStringLiteral("Paused on request."), resumeState);
    return !stopRequested();
}

base::Result<bool> RunContext::pauseBecause(const QString &reason)
{
    m_control.pause();
    return stayPaused(reason, RunState::Running);
}

void RunContext::dropRequests(const QString &step, const QVector<RunControl::Private::EndRequest> &requests)
{
    const auto open = control().endRequests();
    for (const auto &request : requests) {
        const bool isOpen = std::any_of(open.cbegin(), open.cend(), [&](const auto &other) {
            return other.blocker.pid == request.blocker.pid;
        });
        if (!isOpen)
            continue;
        control().forgetEndRequest(request.blocker.pid);
        emitEvent(BlockerEnded{ step, request.blocker, request.how, false,
                                QStringLiteral("Not ended: %1 does not block the run any more.")
                                    .arg(describe(request.blocker)) });
    }
}

int RunContext::countLoss(const QString &progressMark)
{
    m_losses = progressMark == m_lossMark ? m_losses + 1 : 1;
    m_lossMark = progressMark;
    return m_losses;
}

void RunContext::rollBackOpen()
{
    if (work)
        execution::rollBackOpen(*work);
}

void rollBackOpen(postgres::Session &session)
{
    if (session.isConnected() && session.inTransaction())
        (void)session.execute(QStringLiteral("ROLLBACK"));
}

void RunContext::setWorkers(int workers)
{
    m_workers = workers;
    m_isEnding = false;
    turn.share(workers > 1);
}

void RunContext::workerLeft(bool isLast)
{
    --m_workers;
    if (isLast)
        m_isEnding = true;
}

base::Error stepError(const plan::Step &step, base::Error error)
{
    if (error.kind == base::ErrorKind::Connection || error.kind == base::ErrorKind::Refused)
        return error;
    error.message = QStringLiteral("Step %1 (%2) failed: %3").arg(step.id, step.title, error.message);
    return error;
}

} // namespace lockstep::execution
