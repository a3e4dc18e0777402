#include "controllaw.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep::execution {

void BatchSize::feedback(int askedRows, qint64 visited, qint64 affected, double ms)
{
    if (askedRows != m_rows)
        return; // Measured at another size: it would only blur the rate.
    if (affected * 2 >= visited && affected > 0) {
        const double cost = ms / double(affected);
        m_msPerWrite = m_writeMeasured ? m_msPerWrite * 0.7 + cost * 0.3 : cost;
        m_writeMeasured = true;
    }
    if (ms > 5.0 * m_targetMs) {
        shrink(10);
        return;
    }
    if (m_isProbing && ms * 3 < m_targetMs) {
        // Like a connection's slow start: ten batches of each size would be most of a table of a million
        // rows.
        m_rows = std::clamp(m_rows * 2, minimum, std::max(ceiling(), minimum));
        return;
    }
    m_isProbing = false;
    m_samples.append({ std::max<qint64>(visited, 1), std::max(ms, 0.1) });
    if (m_samples.size() >= 10)
        adjust();
}

void BatchSize::adjust()
{
    double rows = 0;
    double time = 0;
    double weight = 1;
    for (auto it = m_samples.crbegin(); it != m_samples.crend(); ++it, weight *= 0.75) {
        rows += weight * double(it->rows);
        time += weight * it->ms;
    }
    QVector<double> perRow;
    for (const Sample &sample : std::as_const(m_samples))
        perRow.append(sample.ms / double(sample.rows));
    std::sort(perRow.begin(), perRow.end());
    // The ninth decile counts beside the mean: a batch that is slow one time in five is too big.
    const double slow = perRow[perRow.size() * 9 / 10];
    const double wanted = std::min(rows / time * m_targetMs, m_targetMs / slow * 1.5);
    const double bounded = std::clamp(wanted, m_rows * 0.5, m_rows * 1.5);
    m_rows = std::clamp(int(std::lround(bounded)), minimum, std::max(ceiling(), minimum));
    m_samples.clear();
}

int BatchSize::ceiling() const
{
    // Rows that need no write are quick to pass; four target times is what a batch may cost when
    // the next stretch turns out to be full of rows to write.
    return int(std::min(4.0 * m_targetMs / m_msPerWrite, double(m_limit)));
}

void BatchSize::limit(int rows)
{
    m_limit = std::clamp(rows, minimum, maximum);
    m_rows = std::min(m_rows, m_limit);
}

void BatchSize::shrink(int divisor)
{
    m_isProbing = false;
    m_rows = std::max(minimum, m_rows / std::max(divisor, 1));
    m_samples.clear();
}

void DutyCycle::observe(Health health, double nowSeconds)
{
    switch (health) {
    case Health::Hard:
        m_held = true;
        m_healthySince = -1;
        return;
    case Health::Soft:
        m_share = std::max(0.05, m_share * 0.7);
        m_healthySince = -1;
        return;
    case Health::Good: break;
    }
    if (m_healthySince < 0) {
        m_healthySince = nowSeconds;
        return;
    }
    if (m_held && nowSeconds - m_healthySince >= m_calmSeconds) {
        m_held = false;
        m_share = 0.2;
        m_healthySince = nowSeconds;
    } else if (!m_held && nowSeconds - m_healthySince >= 5) {
        m_share = std::min(1.0, m_share + 0.05);
        m_healthySince = nowSeconds;
    }
}

void WorkerLaw::observe(Health health, double nowSeconds)
{
    if (health != Health::Good) {
        m_allowed = std::max(1, health == Health::Hard ? m_allowed / 2 : m_allowed - 1);
        m_since = -1;
        return;
    }
    if (m_since < 0)
        m_since = nowSeconds;
    if (m_allowed >= m_most || nowSeconds - m_since < 30)
        return;
    ++m_allowed;
    m_since = nowSeconds;
}

void RateMeter::add(double nowSeconds, qint64 rowsSeen)
{
    if (!m_points.isEmpty() && nowSeconds - m_points.constLast().at < 0.5)
        return;
    m_points.append({ nowSeconds, rowsSeen });
    while (m_points.size() > 2 && nowSeconds - m_points.constFirst().at > 60)
        m_points.removeFirst();
}

double RateMeter::rate() const
{
    if (m_points.size() < 2)
        return 0;
    // The last five seconds: a pause should be visible in the curve at once.
    const Point &last = m_points.constLast();
    auto from = m_points.cend() - 2;
    while (from != m_points.cbegin() && last.at - from->at < 5)
        --from;
    return double(last.rows - from->rows) / std::max(last.at - from->at, 0.001);
}

RateMeter::Eta RateMeter::eta(qint64 seen, qint64 total, double fractionDone) const
{
    if (m_points.size() < 3 || fractionDone < 0.001 || m_points.constLast().at - m_points.constFirst().at < 3)
        return {};
    QVector<double> rates;
    for (qsizetype i = 1; i < m_points.size(); ++i) {
        const double seconds = std::max(m_points[i].at - m_points[i - 1].at, 0.001);
        rates.append(double(m_points[i].rows - m_points[i - 1].rows) / seconds);
    }
    std::sort(rates.begin(), rates.end());
    const double mean = double(m_points.constLast().rows - m_points.constFirst().rows)
                        / (m_points.constLast().at - m_points.constFirst().at);
    if (mean <= 0)
        return {};
    // Single seconds swing more than the rest will: never further than half or double the mean.
    const double fast = std::clamp(rates[rates.size() * 9 / 10], mean, mean * 2);
    const double slow = std::clamp(rates[rates.size() / 10], mean / 2, mean);
    const double byPlace = double(seen) * (1 - fractionDone) / fractionDone;
    const double byCount = total > seen ? double(total - seen) : byPlace;
    return { std::min(byCount, byPlace) / fast, std::max(byCount, byPlace) / slow };
}

int lockRungMs(int attempt, int stepLimitMs, int deadlockTimeoutMs, bool autovacuumBlocks)
{
    static constexpr std::array rungs{ 50, 100, 200, 300, 500 };
    const int limit = stepLimitMs > 0 ? stepLimitMs : rungs.back();
    if (autovacuumBlocks && attempt % 4 == 3)
        return std::min(deadlockTimeoutMs + 300, 2000);
    return std::min(rungs[std::min<size_t>(size_t(attempt), rungs.size() - 1)], limit);
}

int lockPauseMs(int attempt, int rungMs, double random)
{
    const double ceiling = std::min(60'000.0, 250.0 * std::pow(2.0, std::min(attempt, 12)));
    return std::max(3 * rungMs, int(random * ceiling));
}

int batchRetryMs(int attempt, double random, double longestMs)
{
    return 1 + int(random * std::min(longestMs, 100.0 * std::pow(2.0, std::min(attempt, 10))));
}

} // namespace lockstep::execution
