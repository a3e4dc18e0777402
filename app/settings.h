#pragma once

#include <widgets/common/theme.h>

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include <memory>

namespace lockstep::app {

/// What the window remembers between starts, typed. Never a password: callers hand in texts
/// without secrets.
class Settings
{
public:
    /// An empty file name is the user's own settings; tests give a file.
    explicit Settings(const QString &fileName = {});

    [[nodiscard]] QStringList recentSources() const;
    void addRecentSource(const QString &text);
    [[nodiscard]] QStringList recentProjects() const;
    void addRecentProject(const QString &path);
    void removeRecentProject(const QString &path);
    [[nodiscard]] widgets::ThemeMode themeMode() const;
    void setThemeMode(widgets::ThemeMode mode);
    /// Ids of commands, newest first.
    [[nodiscard]] QStringList recentCommands() const;
    void addRecentCommand(const QString &id);
    /// "de"; empty: as the system.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &code);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// "production" and the like, by connection.
    [[nodiscard]] QString environment(const QString &source) const;
    void setEnvironment(const QString &source, const QString &environment);
    [[nodiscard]] bool completesWhileTyping() const;
    void setCompletesWhileTyping(bool isWanted);
    [[nodiscard]] bool showsFindingsInEditors() const;
    void setShowsFindingsInEditors(bool isWanted);

private:
    void addRecent(const QString &key, const QString &text);

    std::unique_ptr<QSettings> m_settings;
};

} // namespace lockstep::app
