#include "runcontrol.h"

namespace lockstep::execution {

bool RunControl::Private::paused()
{
    const std::lock_guard lock(mutex);
    return isPaused;
}

bool RunControl::Private::stopped()
{
    const std::lock_guard lock(mutex);
    return isStopped;
}

bool RunControl::Private::gateApproved(const QString &stepId)
{
    const std::lock_guard lock(mutex);
    return gates.contains(stepId);
}

bool RunControl::Private::lossAllowed(const QString &stepId)
{
    const std::lock_guard lock(mutex);
    return losses.contains(stepId);
}

int RunControl::Private::lockExtensions()
{
    const std::lock_guard lock(mutex);
    return extensions;
}

QVector<RunControl::Private::EndRequest> RunControl::Private::endRequests()
{
    const std::lock_guard lock(mutex);
    return toEnd;
}

void RunControl::Private::forgetEndRequest(int pid)
{
    const std::lock_guard lock(mutex);
    toEnd.removeIf([pid](const EndRequest &request) { return request.blocker.pid == pid; });
}

BlockerConsent RunControl::Private::consentOr(const BlockerConsent &other)
{
    const std::lock_guard lock(mutex);
    return consented.value_or(other);
}

void RunControl::Private::waitForChange(int milliseconds)
{
    std::unique_lock lock(mutex);
    changed.wait_for(lock, std::chrono::milliseconds(milliseconds));
}

RunControl::RunControl()
    : m_d(std::make_unique<Private>())
{ }

RunControl::~RunControl() = default;

void RunControl::pause()
{
    const std::lock_guard lock(m_d->mutex);
    m_d->isPaused = true;
    m_d->changed.notify_all();
}

void RunControl::resume()
{
    const std::lock_guard lock(m_d->mutex);
    m_d->isPaused = false;
    m_d->changed.notify_all();
}

void RunControl::stop()
{
    const std::lock_guard lock(m_d->mutex);
    m_d->isStopped = true;
    m_d->changed.notify_all();
}

void RunControl::approveGate(const QString &stepId)
{
    const std::lock_guard lock(m_d->mutex);
    m_d->gates.insert(stepId);
    m_d->changed.notify_all();
}

void RunControl::allowLoss(const QString &stepId)
{
    const std::lock_guard lock(m_d->mutex);
    m_d->losses.insert(stepId);
    m_d->changed.notify_all();
}

void RunControl::extendLockWait()
{
    const std::lock_guard lock(m_d->mutex);
    ++m_d->extensions;
    m_d->changed.notify_all();
}

void RunControl::endBlocker(const Blocker &blocker, BlockerEnd how)
{
    const std::lock_guard lock(m_d->mutex);
    m_d->toEnd.append({ blocker, how });
    m_d->changed.notify_all();
}

void RunControl::consent(const BlockerConsent &consent)
{
    const std::lock_guard lock(m_d->mutex);
    m_d->consented = consent;
    m_d->changed.notify_all();
}

} // namespace lockstep::execution
