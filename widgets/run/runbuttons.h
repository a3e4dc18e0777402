#pragma once

#include <model/execution/runevents.h>

#include <QWidget>

class QPushButton;

namespace lockstep::widgets {

/// Pause or Continue, Stop, Roll back: always in sight while a run is going on, whatever page is
/// shown. What a state does not allow is disabled, not hidden.
class RunButtons final : public QWidget
{
    Q_OBJECT
public:
    explicit RunButtons(QWidget *parent = nullptr);
    void setState(execution::RunState state, bool isRunning);

signals:
    void pauseRequested();
    void continueRequested();
    void stopRequested(); ///< Not yet confirmed.
    void rollBackRequested(); ///< Not yet confirmed.

private:
    QPushButton *m_pause;
    QPushButton *m_continue;
    QPushButton *m_stop;
    QPushButton *m_rollBack;
};

} // namespace lockstep::widgets
