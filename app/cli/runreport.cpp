#include "runreport.h"

#include "context.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace lockstep::cli {

namespace {

using namespace execution;

QString duration(double seconds)
{
    if (seconds < 0)
        return QStringLiteral("?");
    const int whole = qRound(seconds);
    if (whole < 60)
        return QStringLiteral("%1 s").arg(whole);
    return whole < 3600 ? QStringLiteral("%1 min %2 s").arg(whole / 60).arg(whole % 60)
                        : QStringLiteral("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
}

QString progressText(const BackfillProgress &progress)
{
    QString text = QStringLiteral("%1: %2 of about %3 rows")
                       .arg(progress.step)
                       .arg(progress.rowsDone)
                       .arg(progress.rowsTotal);
    // The journal does not know the pace, only the runner does.
    if (progress.batchRows > 0) {
        text += QStringLiteral(", %1 rows/s, batch %2")
                    .arg(qRound64(progress.rowsPerSecond))
                    .arg(progress.batchRows);
    }
    if (progress.etaLowSeconds >= 0) {
        text += QStringLiteral(", %1 to %2 left")
                    .arg(duration(progress.etaLowSeconds), duration(progress.etaHighSeconds));
    }
    if (!progress.slowedBecause.isEmpty())
        text += QStringLiteral(" (") + progress.slowedBecause + QLatin1Char(')');
    return text;
}

QString lockWaitText(const LockWait &wait)
{
    QString text = QStringLiteral("%1: waiting %2 ms for a lock").arg(wait.step).arg(qRound64(wait.waitedMs));
    if (wait.isOverdue)
        text += QStringLiteral("; the time for it is used up");
    for (const Blocker &blocker : wait.blockers)
        text += QStringLiteral("\n    held by pid %1 (%2, %3, %4 for %5): %6")
                    .arg(QString::number(blocker.pid), blocker.user, blocker.application, blocker.state,
                         duration(blocker.stateSeconds), blocker.query.simplified().left(80));
    return text;
}

QString buildText(const BuildAdvanced &build)
{
    QString text = QStringLiteral("%1: %2").arg(build.step, build.phase);
    if (build.fractionDone >= 0)
        text += QStringLiteral(", %1 %").arg(qRound(build.fractionDone * 100));
    if (build.waitsForPid > 0)
        text += QStringLiteral(", waiting for the transaction of pid %1").arg(build.waitsForPid);
    return text + QStringLiteral(" (%1)").arg(duration(build.seconds));
}

QJsonObject blockerJson(const Blocker &blocker)
{
    return { { QStringLiteral("pid"), blocker.pid },
             { QStringLiteral("user"), blocker.user },
             { QStringLiteral("application"), blocker.application },
             { QStringLiteral("state"), blocker.state },
             { QStringLiteral("transaction_s"), blocker.transactionSeconds },
             { QStringLiteral("query"), blocker.query } };
}

QString stepText(const StepStatus &status)
{
    QString text = status.step + QStringLiteral(": ") + name(status.state);
    if (status.state == StepState::Done && status.tookMs > 0)
        text += QStringLiteral(" in %1 ms").arg(qRound64(status.tookMs));
    if (!status.error.isEmpty())
        text += QStringLiteral(": ") + status.error;
    return text;
}

QString eventText(const RunEvent &event)
{
    return std::visit(
        base::Overloaded{
            [](const RunStarted &started) -> QString {
                return QStringLiteral("Run %1 on %2 as %3%4")
                    .arg(started.runId, started.database, started.user,
                         started.resumed ? QStringLiteral(", resumed") : QString());
            },
            [](const StateChanged &changed) -> QString {
                return name(changed.state)
                       + (changed.reason.isEmpty() ? QString() : QStringLiteral(": ") + changed.reason);
            },
            [](const StepChanged &changed) -> QString { return stepText(changed.status); },
            [](const BackfillAdvanced &advanced) -> QString { return progressText(advanced.progress); },
            [](const LockWait &wait) -> QString { return lockWaitText(wait); },
            [](const GateReached &gate) -> QString {
                return gate.step + QStringLiteral(": gate: ") + gate.text;
            },
            [](const LossAsked &loss) -> QString { return loss.text; },
            [](const LogLine &line) -> QString {
                return line.step.isEmpty() ? line.text : line.step + QStringLiteral(": ") + line.text;
            },
            [](const RunFailed &failed) -> QString {
                return failed.step.isEmpty() ? failed.error.toText()
                                             : failed.step + QStringLiteral(": ") + failed.error.toText();
            },
            [](const BlockerEnded &ended) -> QString { return ended.text; },
            [](const BuildAdvanced &build) -> QString { return buildText(build); },
        },
        event);
}

QJsonObject progressJson(const BackfillProgress &progress)
{
    return { { QStringLiteral("step"), progress.step },
             { QStringLiteral("rows_done"), progress.rowsDone },
             { QStringLiteral("rows_seen"), progress.rowsSeen },
             { QStringLiteral("rows_total"), progress.rowsTotal },
             { QStringLiteral("rows_per_second"), progress.rowsPerSecond },
             { QStringLiteral("batch_rows"), progress.batchRows },
             { QStringLiteral("batches"), progress.batches },
             { QStringLiteral("fraction_done"), progress.fractionDone },
             { QStringLiteral("eta_low_s"), progress.etaLowSeconds },
             { QStringLiteral("eta_high_s"), progress.etaHighSeconds },
             { QStringLiteral("slowed_because"), progress.slowedBecause },
             { QStringLiteral("slowed_since"), progress.slowedSince.toString(Qt::ISODateWithMs) },
             { QStringLiteral("held"), progress.isHeld },
             { QStringLiteral("duty_share"), progress.dutyShare },
             { QStringLiteral("stripes"), progress.stripes },
             { QStringLiteral("workers"), progress.workers },
             { QStringLiteral("rows_parked"), progress.rowsParked },
             { QStringLiteral("parked"), QJsonArray::fromStringList(progress.parked) },
             { QStringLiteral("last_batch_ms"), progress.lastBatchMs },
             { QStringLiteral("sessions_waiting_on_us"), progress.sessionsWaitingOnUs },
             { QStringLiteral("replica_lag_s"), progress.replicaLagSeconds },
             { QStringLiteral("wal_bytes"), progress.walBytes },
             { QStringLiteral("table_bytes"), progress.table.bytes },
             { QStringLiteral("table_bytes_at_start"), progress.table.bytesAtStart },
             { QStringLiteral("updates"), progress.table.updates },
             { QStringLiteral("hot_updates"), progress.table.hotUpdates },
             { QStringLiteral("dead_rows"), progress.table.deadRows } };
}

QJsonObject stepJson(const StepStatus &status)
{
    return { { QStringLiteral("step"), status.step },
             { QStringLiteral("state"), name(status.state) },
             { QStringLiteral("took_ms"), status.tookMs },
             { QStringLiteral("attempts"), status.attempts },
             { QStringLiteral("error"), status.error } };
}

QJsonObject eventJson(const RunEvent &event)
{
    static const std::array names{ "started", "state", "step",   "backfill",      "lock_wait", "gate",
                                   "loss",    "log",   "failed", "blocker_ended", "build" };
    static_assert(std::variant_size_v<RunEvent> == 11, "every event has a name");
    QJsonObject object =
        std::visit(base::Overloaded{
                       [](const RunStarted &started) -> QJsonObject {
                           return { { QStringLiteral("run"), started.runId },
                                    { QStringLiteral("resumed"), started.resumed } };
                       },
                       [](const StateChanged &changed) -> QJsonObject {
                           return { { QStringLiteral("state"), name(changed.state) },
                                    { QStringLiteral("reason"), changed.reason } };
                       },
                       [](const StepChanged &changed) { return stepJson(changed.status); },
                       [](const BackfillAdvanced &advanced) { return progressJson(advanced.progress); },
                       [](const LockWait &wait) -> QJsonObject {
                           QJsonArray pids;
                           QJsonArray blockers;
                           for (const Blocker &blocker : wait.blockers) {
                               pids.append(blocker.pid);
                               blockers.append(blockerJson(blocker));
                           }
                           return { { QStringLiteral("step"), wait.step },
                                    { QStringLiteral("waited_ms"), wait.waitedMs },
                                    { QStringLiteral("overdue"), wait.isOverdue },
                                    { QStringLiteral("pids"), pids },
                                    { QStringLiteral("blockers"), blockers } };
                       },
                       [](const GateReached &gate) -> QJsonObject {
                           return { { QStringLiteral("step"), gate.step } };
                       },
                       [](const LossAsked &loss) -> QJsonObject {
                           return { { QStringLiteral("step"), loss.step } };
                       },
                       [](const LogLine &line) -> QJsonObject {
                           return { { QStringLiteral("step"), line.step } };
                       },
                       [](const RunFailed &failed) -> QJsonObject {
                           return { { QStringLiteral("step"), failed.step },
                                    { QStringLiteral("sqlstate"), failed.error.sqlstate } };
                       },
                       [](const BlockerEnded &ended) -> QJsonObject {
                           return { { QStringLiteral("step"), ended.step },
                                    { QStringLiteral("blocker"), blockerJson(ended.blocker) },
                                    { QStringLiteral("terminated"), ended.how == BlockerEnd::Terminate },
                                    { QStringLiteral("done"), ended.isDone } };
                       },
                       [](const BuildAdvanced &build) -> QJsonObject {
                           return { { QStringLiteral("step"), build.step },
                                    { QStringLiteral("phase"), build.phase },
                                    { QStringLiteral("fraction_done"), build.fractionDone },
                                    { QStringLiteral("waits_for_pid"), build.waitsForPid } };
                       },
                   },
                   event);
    object.insert(QStringLiteral("event"), QString::fromLatin1(names[event.index()]));
    object.insert(QStringLiteral("text"), eventText(event));
    return object;
}

constexpr qint64 logIntervalMs = 5000;

} // namespace

RunReport::RunReport(bool json)
    : m_json(json)
    , m_onTerminal(::isatty(STDERR_FILENO) != 0)
{ }

void RunReport::show(const RunEvent &event)
{
    if (m_json) {
        line(QString::fromUtf8(QJsonDocument(eventJson(event)).toJson(QJsonDocument::Compact)));
        return;
    }
    if (const auto *advanced = std::get_if<BackfillAdvanced>(&event)) {
        showProgress(advanced->progress);
        return;
    }
    // The runner tells of a wait five times a second; the first of it and then one now and again do.
    if (std::holds_alternative<LockWait>(event) || std::holds_alternative<BuildAdvanced>(event)) {
        if (m_sinceLockWait.isValid() && m_sinceLockWait.elapsed() < logIntervalMs)
            return;
        m_sinceLockWait.start();
    } else {
        m_sinceLockWait.invalidate();
    }
    line(eventText(event));
}

void RunReport::line(const QString &text)
{
    if (m_lineOpen)
        complain({});
    m_lineOpen = false;
    complain(text);
}

void RunReport::showProgress(const BackfillProgress &progress)
{
    // A terminal shows one line that changes; a log file must not fill up.
    if (m_onTerminal) {
        const QByteArray text = "\r\033[K" + progressText(progress).toUtf8();
        std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
        m_lineOpen = true;
        return;
    }
    if (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < logIntervalMs && progress.fractionDone < 1)
        return;
    m_sinceProgress.restart();
    complain(progressText(progress));
}

QString statusText(const RunStatus &status)
{
    if (!status.hasRun)
        return QStringLiteral("No run: the database has no journal, or the journal is empty.\n");
    const bool isHalfwayBack = status.isGoingBack && status.state != RunState::RollingBack;
    QString text = QStringLiteral("Run %1: %2%3%4\n")
                       .arg(status.runId, name(status.state),
                            isHalfwayBack ? QStringLiteral(" on its way back") : QString(),
                            status.runnerAlive ? QStringLiteral(", its runner is at work")
                                               : QStringLiteral(", nobody is working on it"));
    for (const StepStatus &step : status.steps)
        text += QStringLiteral("  ") + stepText(step) + QLatin1Char('\n');
    for (const BackfillProgress &progress : status.backfills) {
        text += QStringLiteral("  ") + progressText(progress) + QLatin1Char('\n');
        for (const QString &row : progress.parked)
            text += QStringLiteral("  ") + row + QLatin1Char('\n');
    }
    return text;
}

QByteArray statusJson(const RunStatus &status)
{
    QJsonArray steps;
    for (const StepStatus &step : status.steps)
        steps.append(stepJson(step));
    QJsonArray backfills;
    for (const BackfillProgress &progress : status.backfills)
        backfills.append(progressJson(progress));
    return QJsonDocument(QJsonObject{ { QStringLiteral("has_run"), status.hasRun },
                                      { QStringLiteral("run"), status.runId },
                                      { QStringLiteral("state"), name(status.state) },
                                      { QStringLiteral("going_back"), status.isGoingBack },
                                      { QStringLiteral("runner_alive"), status.runnerAlive },
                                      { QStringLiteral("steps"), steps },
                                      { QStringLiteral("backfills"), backfills } })
        .toJson();
}

} // namespace lockstep::cli
