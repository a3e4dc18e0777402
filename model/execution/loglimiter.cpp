#include "loglimiter.h"

#include <algorithm>

namespace lockstep::execution {

namespace {

constexpr qint64 shortestPauseMs = 1000;
constexpr qint64 longestPauseMs = 60'000;
/// Steps and kinds of messages are few; this only bounds what a long run keeps in mind.
constexpr qsizetype mostKinds = 1000;

QString withoutNumbers(const QString &text)
{
    QString kind;
    kind.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isDigit())
            kind += c;
    }
    return kind;
}

} // namespace

LogLimiter::LogLimiter()
{
    m_clock.start();
}

std::optional<QString> LogLimiter::take(const QString &step, const QString &text)
{
    return takeAt(m_clock.elapsed(), step, text);
}

std::optional<QString> LogLimiter::takeAt(qint64 now, const QString &step, const QString &text)
{
    if (m_seen.size() > mostKinds)
        m_seen.clear();
    const QString key = step + QLatin1Char('\n') + withoutNumbers(text);
    const auto known = m_seen.find(key);
    if (known == m_seen.end()) {
        m_seen.insert(key, { now, shortestPauseMs, 0 });
        return text;
    }
    if (now - known->last < known->pauseMs) {
        ++known->dropped;
        return std::nullopt;
    }
    // Quiet for a while: as if it were new.
    const bool wasQuiet = known->dropped == 0 && now - known->last > 2 * known->pauseMs;
    const int dropped = known->dropped;
    *known = { now, wasQuiet ? shortestPauseMs : std::min(2 * known->pauseMs, longestPauseMs), 0 };
    if (dropped == 0)
        return text;
    return QStringLiteral("%1 (and %2 more of these)").arg(text, QString::number(dropped));
}

} // namespace lockstep::execution
