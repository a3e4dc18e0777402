#pragma once

#include "commandline.h"

#include <QObject>
#include <QTimer>

namespace lockstep::app {

class MainWindow;

/// Waits until nothing works any more (proof included), shows the wanted page, writes the window
/// as a picture and ends the application. Also ends it, with an error, if nothing comes.
class Screenshot final : public QObject
{
    Q_OBJECT
public:
    Screenshot(MainWindow *window, const CommandLine &line);

private:
    void look();
    void take();

    MainWindow *m_window;
    CommandLine m_line;
    QTimer m_timer;
    int m_quietRounds = 0;
    int m_rounds = 0;
};

} // namespace lockstep::app
