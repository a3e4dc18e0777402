#include "runoverlay.h"

#include <model/base/result.h>
#include <widgets/timeline/timelineview.h>

namespace lockstep::widgets {

namespace {

constexpr int tickMs = 250;

} // namespace

RunOverlay::RunOverlay(TimelineView *view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &RunOverlay::showRunning);
}

void RunOverlay::handleEvent(const execution::RunEvent &event)
{
    if (std::holds_alternative<execution::RunStarted>(event)) {
        m_running.clear();
        m_tick.stop();
        m_view->clearMeasured();
    } else if (const auto *step = std::get_if<execution::StepChanged>(&event)) {
        handleStep(step->status);
    }
}

void RunOverlay::handleStep(const execution::StepStatus &status)
{
    using execution::StepState;
    switch (status.state) {
    case StepState::Running:
    case StepState::WaitingLock:
        if (m_running != status.step) {
            m_running = status.step;
            m_since.start();
            m_tick.start();
        }
        showRunning();
        return;
    case StepState::Done:
    case StepState::Failed: m_view->setMeasured(status.step, status.tookMs, false); break;
    case StepState::Intent:
    case StepState::Pending:
    case StepState::Paused:
    case StepState::WaitingGate:
    case StepState::Undone:
    case StepState::Skipped: break;
    }
    if (status.step == m_running) {
        m_running.clear();
        m_tick.stop();
    }
}

void RunOverlay::showRunning()
{
    if (!m_running.isEmpty())
        m_view->setMeasured(m_running, double(m_since.elapsed()), true);
}

} // namespace lockstep::widgets
