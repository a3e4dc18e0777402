#pragma once

#include <model/base/error.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace lockstep::postgres {

/// Hangs up a connection that does not get its first answer within 10 seconds, or when the token is stopped.
/// A pooler without a free place takes the connection and lets the first query wait, deaf to cancelling: only
/// hanging up ends that. Lives in the opening thread, around the first queries.
class FirstAnswerLimit
{
public:
    FirstAnswerLimit(int socket, const std::stop_token &stop);
    /// The time ran out, and the connection is of no use any more.
    [[nodiscard]] bool isOver() const { return m_isOver; }
    [[nodiscard]] static base::Error error(const QString &display);

private:
    void hangUp() const;
    void watch(const std::stop_token &answered);

    int m_socket;
    std::atomic<bool> m_isOver = false;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::stop_callback<std::function<void()>> m_onStop;
    std::jthread m_timer; ///< The last, so that it ends first.
};

} // namespace lockstep::postgres
