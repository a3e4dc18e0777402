#pragma once

#include <model/execution/runevents.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace lockstep::widgets {

class TimelineView;

/// Draws what a run takes over what was estimated: each step as it ends, the one that runs as time goes by.
class RunOverlay final : public QObject
{
    Q_OBJECT
public:
    explicit RunOverlay(TimelineView *view, QObject *parent = nullptr);
    void handleEvent(const execution::RunEvent &event);

private:
    void handleStep(const execution::StepStatus &status);
    void showRunning();

    TimelineView *m_view;
    QString m_running; ///< The step that runs; empty: none.
    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace lockstep::widgets
