#include "runevents.h"

namespace lockstep::execution {

QString name(RunState state)
{
    switch (state) {
    case RunState::NotStarted: return QStringLiteral("not started");
    case RunState::Checking: return QStringLiteral("checking");
    case RunState::Running: return QStringLiteral("running");
    case RunState::WaitingLock: return QStringLiteral("waiting for a lock");
    case RunState::Throttled: return QStringLiteral("slowed down");
    case RunState::Paused: return QStringLiteral("paused");
    case RunState::WaitingGate: return QStringLiteral("waiting at a gate");
    case RunState::Stopping: return QStringLiteral("stopping");
    case RunState::Stopped: return QStringLiteral("stopped");
    case RunState::Failed: return QStringLiteral("failed");
    case RunState::Done: return QStringLiteral("done");
    case RunState::RollingBack: return QStringLiteral("rolling back");
    case RunState::RolledBack: return QStringLiteral("rolled back");
    }
    return {};
}

QString name(StepState state)
{
    switch (state) {
    case StepState::Pending: return QStringLiteral("pending");
    case StepState::Intent: return QStringLiteral("begun");
    case StepState::Running: return QStringLiteral("running");
    case StepState::WaitingLock: return QStringLiteral("waiting for a lock");
    case StepState::Paused: return QStringLiteral("paused");
    case StepState::WaitingGate: return QStringLiteral("waiting at a gate");
    case StepState::Done: return QStringLiteral("done");
    case StepState::Failed: return QStringLiteral("failed");
    case StepState::Undone: return QStringLiteral("undone");
    case StepState::Skipped: return QStringLiteral("skipped");
    }
    return {};
}

} // namespace lockstep::execution
