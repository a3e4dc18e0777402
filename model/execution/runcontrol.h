#pragma once

#include "runner.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace lockstep::execution {

/// What the user asked for, as the runner reads it. All members are guarded by `mutex`.
struct RunControl::Private
{
    std::mutex mutex;
    std::condition_variable changed;
    bool isPaused = false;
    bool isStopped = false;
    QSet<QString> gates;
    QSet<QString> losses;
    int extensions = 0; ///< Of the time for a lock.
    struct EndRequest
    {
        Blocker blocker;
        BlockerEnd how;
    };
    QVector<EndRequest> toEnd;
    std::optional<BlockerConsent> consented; ///< Not set: what the options say.

    [[nodiscard]] bool paused();
    [[nodiscard]] bool stopped();
    [[nodiscard]] bool gateApproved(const QString &stepId);
    [[nodiscard]] bool lossAllowed(const QString &stepId);
    [[nodiscard]] int lockExtensions();
    [[nodiscard]] QVector<EndRequest> endRequests();
    void forgetEndRequest(int pid);
    [[nodiscard]] BlockerConsent consentOr(const BlockerConsent &other);
    /// Returns at the next request or after the time, whichever comes first.
    void waitForChange(int milliseconds);
};

} // namespace lockstep::execution
