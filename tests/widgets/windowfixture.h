#pragma once

#include "../support/patience.h"
#include "../support/stallwatch.h"

#include <app/mainwindow.h>
#include <model/project/projectfile.h>
#include <model/scratch/scratchserver.h>

#include <QTemporaryDir>

#include <functional>
#include <memory>

class QPushButton;

namespace lockstep::testing {

/// Long enough for a busy machine with sanitizers.
inline constexpr int windowPatience = longEnoughMs;

/// A whole window on a real server, as a user has it before him, whose event loop is watched. What fails
/// here fails the test function that is running: ask QTest::currentTestFailed() after calls that may.
class WindowFixture
{
public:
    WindowFixture();
    ~WindowFixture();

    /// A database of that name, made by the script, which stands for production.
    void createDatabase(const QString &name, const QString &script);
    [[nodiscard]] scratch::ScratchDatabase *database() const { return m_database.get(); }
    [[nodiscard]] postgres::Session *session() const { return m_session.get(); }
    /// Runs SQL there.
    void execute(const QString &sql);
    /// The first value of a query, as text.
    [[nodiscard]] QString value(const QString &sql);

    /// A file in a directory of the fixture's own.
    QString write(const QString &name, const QByteArray &content);
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    /// A project from the database to that target script.
    QString writeProject(const QByteArray &target,
                         const std::function<void(project::Project *)> &change = {});

    /// A project of one table, without a server, in a new window that shows it. Its file is what the window
    /// would write.
    QString openSmallProject(const std::function<void(project::Project *)> &change = {});

    /// Shows a new window; the one before is closed.
    app::MainWindow *openWindow();
    /// One beside the other.
    [[nodiscard]] std::unique_ptr<app::MainWindow> openAnother();
    void closeWindow();
    [[nodiscard]] app::MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] app::Pages *pages() const { return m_window->pages(); }
    /// Opens it and waits until its plan is proved.
    void openAndProve(const QString &path);
    /// On the Run page, for the fixture's database: types its name and waits until it may start.
    void confirmName(app::MainWindow *window = nullptr);

    template <typename Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return m_window->findChild<Control *>(QLatin1String(name));
    }
    /// The one of that name that is on the screen, or null.
    [[nodiscard]] QPushButton *visibleButton(const char *name, const app::MainWindow *window = nullptr) const;

    /// A picture into the build directory; light and dark into LOCKSTEP_SHOTS where that is set.
    void shoot(const QString &name, QWidget *widget = nullptr);
    /// Fails the test if the event loop stood still for too long since the last call.
    void verifyNoStall();

    [[nodiscard]] app::Settings *settings() { return &m_settings; }
    [[nodiscard]] widgets::Theme *theme() { return &m_theme; }

private:
    QTemporaryDir m_directory;
    app::Settings m_settings{ m_directory.filePath(QStringLiteral("settings.ini")) };
    widgets::Theme m_theme;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
    std::unique_ptr<app::MainWindow> m_window;
    StallWatch m_watch;
};

} // namespace lockstep::testing
