#pragma once

#include "windowfixture.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace lockstep::testing {

/// A window as another start of the program has it: the test's own program, which starts itself as a child
/// and kills it.
class KilledWindow
{
public:
    /// What this start shall do; empty where it is the test itself.
    [[nodiscard]] static QByteArray task();
    /// Starts this program with that task, waits until it has said that, and ends it by SIGKILL. What fails
    /// here fails the test function that is running.
    static void killAfter(const WindowFixture &fixture, const QByteArray &task, const QByteArray &said);

    /// In the child.
    KilledWindow();
    [[nodiscard]] app::MainWindow *window() { return &m_window; }
    [[nodiscard]] app::Pages *pages() { return m_window.pages(); }
    /// A file in the directory of the fixture that started the child.
    [[nodiscard]] QString path(const QString &name) const;
    /// Of the fixture that started the child.
    [[nodiscard]] static QString databaseName();
    template <typename Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return m_window.findChild<Control *>(QLatin1String(name));
    }
    [[nodiscard]] static bool waitFor(const std::function<bool()> &condition);
    [[nodiscard]] bool isProved();
    void shoot(const char *name);
    /// Tells who started it how far it is, and stays until it is killed.
    [[nodiscard]] static int sayAndStay(const char *what);

    /// Types that behind the statement of the plan's backfill and waits until it is in the file.
    [[nodiscard]] bool editBackfill(const QString &words, const QString &file);

private:
    app::Settings m_settings;
    widgets::Theme m_theme;
    app::MainWindow m_window;
};

} // namespace lockstep::testing
