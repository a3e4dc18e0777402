#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QToolButton;

namespace lockstep::widgets {

/// What is going on in the background, for how long, and the button that ends it. Shows itself
/// only when the work takes longer than 200 ms, so that quick work does not flicker.
class BusyBar final : public QFrame
{
    Q_OBJECT
public:
    explicit BusyBar(QWidget *parent = nullptr);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

public slots:
    /// total 0: not known, the bar moves without an end. Restarts the clock if it was idle.
    void setProgress(const QString &what, int done = 0, int total = 0);
    /// Of one whole, 0 to 1.
    void setShare(const QString &what, double done);
    void setIdle();

signals:
    void cancelRequested();

private:
    void tick();

    bool m_isBusy = false;
    QElapsedTimer m_clock;
    QTimer m_timer;
    QLabel *m_what;
    QLabel *m_elapsed;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

} // namespace lockstep::widgets
