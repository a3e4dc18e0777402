#include "runview.h"

#include "askstrip.h"
#include "blockerpanel.h"
#include "curve.h"
#include "runprogress.h"

#include <widgets/common/format.h>
#include <widgets/common/hinttext.h>
#include <widgets/common/uitext.h>

#include <QTreeView>

#include <algorithm>

/// What the view shows of each event of a run.
namespace lockstep::widgets {

namespace {

constexpr int buttonLength = 70;

/// What is confirmed, on the button itself where it is short enough for that.
QString confirmText(const QString &gate)
{
    QString sentence = gate.trimmed();
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    const bool isShort = sentence.size() <= buttonLength && !sentence.contains(QLatin1Char('\n'));
    return isShort ? RunView::tr("Confirm: %1").arg(sentence) : RunView::tr("Confirm all of this");
}

} // namespace

void RunView::handle(const execution::RunEvent &event, const QDateTime &now)
{
    std::visit([&](const auto &what) { on(what, now); }, event);
}

void RunView::on(const execution::RunStarted &started, const QDateTime &now)
{
    m_startedAt = now;
    m_runId = started.runId;
    m_who = tr("as %1 \u00b7 pid %2 \u00b7 run %3")
                .arg(started.user, QString::number(started.backendPid), started.runId.left(8));
    note(execution::EventLevel::Info, {},
         started.resumed ? tr("Run %1 resumed by %2.").arg(started.runId.left(8), started.user)
                         : tr("Run %1 started by %2.").arg(started.runId.left(8), started.user),
         now);
    showHead(now);
}

void RunView::on(const execution::StateChanged &changed, const QDateTime &now)
{
    // It stays so while it waits.
    m_isGoingBack = m_isGoingBack || changed.state == execution::RunState::RollingBack;
    m_progress->setState(changed.state, m_numbers.in(changed.reason), now);
    // A run that is over leaves no step at work.
    holdStep(changed.state == execution::RunState::Paused || !m_ticker.isActive());
    if (changed.state != execution::RunState::WaitingLock) {
        m_wait.clear();
        m_blockers->clear();
    }
}

/// The step that a pause finds at work waits with its run.
void RunView::holdStep(bool isPaused)
{
    using execution::StepState;
    const StepState before = isPaused ? StepState::Running : StepState::Paused;
    for (int row = 0; row < m_steps.rowCount(); ++row) {
        execution::StepStatus status = m_steps.statusAt(row);
        if (status.state != before)
            continue;
        status.state = isPaused ? StepState::Paused : StepState::Running;
        m_steps.apply(status);
        return;
    }
}

void RunView::on(const execution::StepChanged &changed, const QDateTime &now)
{
    using execution::StepState;
    const execution::StepStatus &status = changed.status;
    m_steps.apply(status);
    const int row = m_steps.rowOf(status.step);
    if (row < 0)
        return;
    const bool isOver = status.state == StepState::Done || status.state == StepState::Skipped
                        || status.state == StepState::Undone || status.state == StepState::Pending;
    if (!isOver)
        m_begun.insert(status.step);
    // Of what an earlier start has done the journal knows the time.
    if ((status.state == StepState::Done && m_begun.contains(status.step))
        || status.state == StepState::Undone)
        note(execution::EventLevel::Done, status.step, overText(status), now);
    if (!isOver && m_runningStep != status.step) {
        m_runningStep = status.step;
        m_backfill = {};
        m_progress->showStep(m_plan.get(), row);
        m_stepsView->setCurrentIndex(m_steps.index(row, 0));
        m_stepsView->scrollTo(m_steps.index(row, 0));
    }
}

QString RunView::overText(const execution::StepStatus &status) const
{
    const int row = m_steps.rowOf(status.step);
    return tr("Step %1, %2: %3 in %4.")
        .arg(QString::number(row + 1), m_steps.stepAt(row)->title, words(status.state),
             durationText(status.tookMs));
}

void RunView::setEarlier(const execution::RecordedRun &run)
{
    const QVector<execution::LogLine> told = m_events.lines();
    QVector<execution::LogLine> lines = run.events;
    // The journal was read after some of what was told here was written into it.
    const auto isTold = [&told](const execution::LogLine &line) {
        return std::any_of(told.cbegin(), told.cend(), [&](const execution::LogLine &other) {
            return other.step == line.step && other.text == line.text && other.level == line.level;
        });
    };
    while (!lines.isEmpty() && isTold(lines.constLast()))
        lines.removeLast();
    for (const execution::RecordedStep &step : run.steps) {
        if (step.status.state == execution::StepState::Done && !m_begun.contains(step.status.step)
            && m_steps.rowOf(step.status.step) >= 0)
            lines.append(
                { step.ended, execution::EventLevel::Done, step.status.step, overText(step.status) });
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &one, const auto &other) { return one.at < other.at; });
    m_events.setLines(lines + told);
}

void RunView::on(const execution::BackfillAdvanced &advanced, const QDateTime &now)
{
    const execution::BackfillProgress &progress = advanced.progress;
    m_steps.apply(progress);
    m_progress->setBackfill(progress, now);
    m_backfill = progress;
    m_curves->show();
    const double seconds = double(m_clock.elapsed()) / 1000;
    // A speed that was not measured yet is not zero.
    if (progress.rowsPerSecond > 0 || progress.isHeld) {
        m_rate->add(seconds, progress.rowsPerSecond);
        m_rate->setNote(
            tr("now %1, best %2")
                .arg(numberText(qRound64(progress.rowsPerSecond)), numberText(qRound64(m_rate->best()))));
    }
    m_batch->add(seconds, progress.lastBatchMs);
    m_sessionsMost = std::max(m_sessionsMost, double(progress.sessionsWaitingOnUs));
    m_waiting->add(seconds, progress.sessionsWaitingOnUs);
    m_waiting->setNote(tr("most %1").arg(qint64(m_sessionsMost)));
    if (progress.replicaLagSeconds < 0)
        return;
    m_lagMost = std::max(m_lagMost, progress.replicaLagSeconds);
    m_lag->show();
    m_lag->add(seconds, progress.replicaLagSeconds);
    m_lag->setNote(tr("now %1, most %2")
                       .arg(durationText(progress.replicaLagSeconds * 1000), durationText(m_lagMost * 1000)));
}

void RunView::on(const execution::LockWait &wait, const QDateTime &now)
{
    m_wait.set(wait, now);
    showLockWait(now);
}

/// Those who hold the lock grow older between two readings, too.
void RunView::showLockWait(const QDateTime &now)
{
    if (!m_wait.isRunning())
        return;
    const execution::LockWait wait = m_wait.at(now);
    m_progress->setLockWait(wait, now);
    m_blockers->setLockWait(wait);
}

void RunView::on(const execution::GateReached &gate, const QDateTime &)
{
    m_ask->ask(gate.step, AskStrip::Tone::Attention, tr("The run waits for you: %1").arg(gate.text),
               confirmText(gate.text), {});
}

void RunView::on(const execution::LossAsked &loss, const QDateTime &)
{
    m_ask->ask(QStringLiteral("loss:") + loss.step, AskStrip::Tone::Danger,
               tr("The next step loses data for good: %1").arg(loss.text), tr("Allow it"), {});
}

void RunView::on(const execution::LogLine &line, const QDateTime &)
{
    m_events.append(line);
}

void RunView::on(const execution::RunFailed &failure, const QDateTime &now)
{
    base::Error said = failure.error;
    said.hint = hintText(said);
    note(execution::EventLevel::Error, failure.step, said.toText(), now);
}

void RunView::on(const execution::BlockerEnded &ended, const QDateTime &now)
{
    note(ended.isDone ? execution::EventLevel::Done : execution::EventLevel::Warning, ended.step, ended.text,
         now);
}

void RunView::on(const execution::BuildAdvanced &build, const QDateTime &)
{
    m_progress->setBuild(build);
}

void RunView::note(execution::EventLevel level, const QString &step, const QString &text,
                   const QDateTime &now)
{
    m_events.append({ now, level, step, text });
}

} // namespace lockstep::widgets
