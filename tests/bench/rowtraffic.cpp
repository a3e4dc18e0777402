#include "rowtraffic.h"

#include <algorithm>
#include <chrono>
#include <random>

namespace lockstep::bench {

namespace {

constexpr int connections = 4;
constexpr int perSecond = 300;

} // namespace

double Latencies::at(double share) const
{
    return ms.empty() ? 0 : ms[std::min(ms.size() - 1, std::size_t(double(ms.size()) * share))];
}

QString Latencies::text() const
{
    return QStringLiteral("p50 %1 ms, p99 %2 ms, longest %3 ms of %4")
        .arg(at(0.5), 0, 'f', 1)
        .arg(at(0.99), 0, 'f', 1)
        .arg(ms.empty() ? 0 : ms.back(), 0, 'f', 0)
        .arg(ms.size());
}

RowTraffic::RowTraffic(const postgres::ConnectionTarget &target, qint64 rows)
{
    for (int i = 0; i < connections; ++i)
        m_threads.emplace_back([this, target, i, rows] { work(target, i, rows); });
}

void RowTraffic::work(const postgres::ConnectionTarget &target, int number, qint64 rows)
{
    const auto session = require(postgres::Session::open(target), "connection of the traffic");
    std::mt19937_64 random(std::mt19937_64::result_type(number) + 1);
    const auto period = std::chrono::microseconds(1'000'000 * connections / perSecond);
    auto next = std::chrono::steady_clock::now();
    std::vector<double> took;
    while (!m_isStopped) {
        next += period;
        std::this_thread::sleep_until(next);
        QElapsedTimer timer;
        timer.start();
        require(session->execute(QStringLiteral("UPDATE public.users SET name = name || '' WHERE id = $1"),
                                 { QString::number(1 + qint64(random() % quint64(rows))) }),
                "statement of the traffic");
        took.push_back(double(timer.nsecsElapsed()) / 1e6);
        // What could not be kept up with is not made up for in a burst.
        next = std::max(next, std::chrono::steady_clock::now() - period);
    }
    const std::scoped_lock lock(m_mutex);
    m_all.ms.insert(m_all.ms.end(), took.begin(), took.end());
}

Latencies RowTraffic::stop()
{
    m_isStopped = true;
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    std::sort(m_all.ms.begin(), m_all.ms.end());
    return m_all;
}

Latencies quietTraffic(const postgres::ConnectionTarget &target, qint64 rows)
{
    RowTraffic traffic(target, rows);
    std::this_thread::sleep_for(std::chrono::seconds(10));
    return traffic.stop();
}

} // namespace lockstep::bench
