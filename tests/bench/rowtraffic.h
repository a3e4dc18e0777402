#pragma once

#include "benchdatabase.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace lockstep::bench {

/// How long statements took, in milliseconds.
struct Latencies
{
    std::vector<double> ms; ///< In order once the traffic has stopped.

    [[nodiscard]] double at(double share) const;
    [[nodiscard]] QString text() const;
};

/// An application at work: four connections that write single rows of public.users, about 300 in a second.
class RowTraffic
{
public:
    RowTraffic(const postgres::ConnectionTarget &target, qint64 rows);
    ~RowTraffic() { (void)stop(); }
    RowTraffic(const RowTraffic &) = delete;
    RowTraffic &operator=(const RowTraffic &) = delete;
    Latencies stop();

private:
    void work(const postgres::ConnectionTarget &target, int number, qint64 rows);

    std::atomic<bool> m_isStopped = false;
    std::mutex m_mutex;
    Latencies m_all; ///< Guarded by m_mutex.
    std::vector<std::thread> m_threads;
};

/// The same traffic for ten seconds with nothing else going on.
[[nodiscard]] Latencies quietTraffic(const postgres::ConnectionTarget &target, qint64 rows);

} // namespace lockstep::bench
