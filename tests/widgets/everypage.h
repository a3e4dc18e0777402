#pragma once

#include <app/mainwindow.h>

#include <QTemporaryDir>
#include <QVector>

#include <functional>

namespace lockstep::testing {

/// One of the things a user can have before him: a page, a panel, a dialog.
struct Sight
{
    QString name;
    /// Brings it to the screen; the widget that is to be looked at.
    std::function<QWidget *(app::MainWindow *)> show;
    /// Two pictures of it are the same: no time of day is in it, and it does not squeeze what is beside it.
    bool isSteady = true;
};

/// All of them.
[[nodiscard]] QVector<Sight> everySight();

/// A window with a plan, a script and a run's settings in it, without any server.
struct FilledWindow
{
    QTemporaryDir directory;
    app::Settings settings;
    app::MainWindow window;

    /// With a file of settings of its own unless one is named.
    explicit FilledWindow(widgets::Theme *theme, const QString &settingsFile = {});
    [[nodiscard]] QString settingsFile() const { return directory.filePath(QStringLiteral("settings.ini")); }
    /// Puts it away: a dialog is closed.
    static void leave(QWidget *sight);
};

} // namespace lockstep::testing
