#include "events.h"

namespace lockstep::testing {

execution::EventSink Events::sink()
{
    return [this](const execution::RunEvent &event) {
        const std::lock_guard lock(m_mutex);
        m_all.append(event);
    };
}

bool Events::has(execution::RunState state) const
{
    for (const auto &change : of<execution::StateChanged>()) {
        if (change.state == state)
            return true;
    }
    return false;
}

bool Events::says(const QString &part) const
{
    for (const auto &line : of<execution::LogLine>()) {
        if (line.text.contains(part))
            return true;
    }
    return false;
}

execution::BackfillProgress Events::progress() const
{
    const auto all = of<execution::BackfillAdvanced>();
    return all.isEmpty() ? execution::BackfillProgress() : all.last().progress;
}

} // namespace lockstep::testing
