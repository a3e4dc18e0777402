#pragma once

#include <model/execution/runner.h>

#include <QVector>

#include <mutex>

namespace lockstep::testing {

/// Everything one run told its sink. Filled in the running thread, read from any.
class Events
{
public:
    execution::EventSink sink();
    template <typename T>
    [[nodiscard]] QVector<T> of() const
    {
        const std::lock_guard lock(m_mutex);
        QVector<T> found;
        for (const execution::RunEvent &event : m_all) {
            if (const T *one = std::get_if<T>(&event))
                found.append(*one);
        }
        return found;
    }
    [[nodiscard]] bool has(execution::RunState state) const;
    /// A line of the log with that in it.
    [[nodiscard]] bool says(const QString &part) const;
    /// The last that was told of a backfill.
    [[nodiscard]] execution::BackfillProgress progress() const;

private:
    mutable std::mutex m_mutex;
    QVector<execution::RunEvent> m_all;
};

} // namespace lockstep::testing
