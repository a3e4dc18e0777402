#pragma once

#include <stop_token>
#include <thread>

namespace lockstep::cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request. The second signal ends the program at
/// once; what it started ends with it.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::thread m_thread;
};

} // namespace lockstep::cli
