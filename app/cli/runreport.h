#pragma once

#include <model/execution/runevents.h>
#include <model/execution/runner.h>

#include <QElapsedTimer>
#include <QString>

namespace lockstep::cli {

/// Writes a run's events to stderr as they come: sentences, or a JSON object a line.
class RunReport
{
public:
    explicit RunReport(bool json);
    void show(const execution::RunEvent &event);

private:
    void showProgress(const execution::BackfillProgress &progress);
    void line(const QString &text);

    bool m_json;
    bool m_onTerminal;
    bool m_lineOpen = false; ///< A progress line is being rewritten in place.
    QElapsedTimer m_sinceProgress;
    QElapsedTimer m_sinceLockWait;
};

/// For --status, as text or as JSON.
[[nodiscard]] QString statusText(const execution::RunStatus &status);
[[nodiscard]] QByteArray statusJson(const execution::RunStatus &status);

} // namespace lockstep::cli
