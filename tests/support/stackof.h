#pragma once

#include <QStringList>

#include <array>
#include <atomic>

#include <pthread.h>

namespace lockstep::testing {

/// Where a thread was at one moment.
struct StackSample
{
    static constexpr int depth = 64;
    std::array<void *, depth> frames{};
    int count = 0;

    /// Readable names, innermost first, from Lockstep's own functions on where there are any.
    [[nodiscard]] QStringList functions() const;
};

/// A thread that others look at.
class ThreadId
{
public:
    [[nodiscard]] static ThreadId current();

    /// Nanoseconds that it was ready to run and did not get a processor; 0 where the system does not tell.
    [[nodiscard]] qint64 waitedForProcessor() const { return times().waited; }
    /// Nanoseconds that it had a processor; a tick behind where it is asked while it runs.
    [[nodiscard]] qint64 worked() const { return times().worked; }
    /// Interrupts it for a moment. False where that is not possible. One caller at a time.
    [[nodiscard]] bool sample(StackSample *sample) const;

private:
    struct Times
    {
        qint64 worked = 0;
        qint64 waited = 0;
    };
    [[nodiscard]] Times times() const;

    pthread_t m_thread{};
    int m_id = 0;
    bool m_isSet = false;
};

} // namespace lockstep::testing
