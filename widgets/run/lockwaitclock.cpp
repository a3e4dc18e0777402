#include "lockwaitclock.h"

#include <algorithm>

namespace lockstep::widgets {

namespace {

/// Nobody tells when a wait is over; it is told at least once a second while it lasts.
constexpr int silenceMs = 3000;

bool isSameReading(const QVector<execution::Blocker> &a, const QVector<execution::Blocker> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &one, const auto &other) {
        return one.pid == other.pid && one.transactionSeconds == other.transactionSeconds
               && one.stateSeconds == other.stateSeconds;
    });
}

} // namespace

void LockWaitClock::set(const execution::LockWait &wait, const QDateTime &now)
{
    if (!isRunning() || !isSameReading(wait.blockers, m_wait.blockers))
        m_readAt = now;
    m_wait = wait;
    m_toldAt = now;
}

execution::LockWait LockWaitClock::at(const QDateTime &now) const
{
    execution::LockWait wait = m_wait;
    const QDateTime until = std::min(now, m_toldAt.addMSecs(silenceMs));
    wait.waitedMs += double(m_toldAt.msecsTo(now));
    const double seconds = double(m_readAt.msecsTo(until)) / 1000;
    for (execution::Blocker &blocker : wait.blockers) {
        blocker.transactionSeconds += seconds;
        blocker.stateSeconds += seconds;
    }
    return wait;
}

} // namespace lockstep::widgets
