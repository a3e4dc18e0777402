#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QString>

#include <optional>

namespace lockstep::execution {

/// Keeps what is much the same - but for its numbers - from filling a log: at most once a second at first,
/// later less and less often, at last once a minute. What is let through says how many were not.
class LogLimiter
{
public:
    LogLimiter();
    /// The text to write, or nothing.
    [[nodiscard]] std::optional<QString> take(const QString &step, const QString &text);
    /// The same at a given time, in milliseconds.
    [[nodiscard]] std::optional<QString> takeAt(qint64 now, const QString &step, const QString &text);

private:
    struct Seen
    {
        qint64 last = 0;
        qint64 pauseMs = 0;
        int dropped = 0;
    };
    QHash<QString, Seen> m_seen;
    QElapsedTimer m_clock;
};

} // namespace lockstep::execution
