#pragma once

#include <model/execution/runevents.h>

namespace lockstep::widgets {

/// Who keeps a run waiting is told now and then, often as it was read some time ago. This says how things
/// stand now: how long the run has waited, how old the transactions in its way are.
class LockWaitClock
{
public:
    void set(const execution::LockWait &wait, const QDateTime &now);
    void clear() { m_toldAt = {}; }
    [[nodiscard]] bool isRunning() const { return m_toldAt.isValid(); }
    [[nodiscard]] execution::LockWait at(const QDateTime &now) const;

private:
    execution::LockWait m_wait;
    QDateTime m_readAt; ///< When this was told for the first time.
    QDateTime m_toldAt; ///< And the last time.
};

} // namespace lockstep::widgets
