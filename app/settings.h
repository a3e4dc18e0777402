#pragma once

#include "settingsstore.h"

#include <widgets/common/theme.h>

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace lockstep::app {

/// "contrast-dark", as settings and the command line have it; empty for ThemeMode::System.
[[nodiscard]] QString themeName(widgets::ThemeMode mode);
[[nodiscard]] std::optional<widgets::ThemeMode> themeFromName(const QString &name);
[[nodiscard]] QStringList themeNames();

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
    /// Of a server's major version, as it was last told; empty: never met.
    [[nodiscard]] QStringList keywords(int major) const;
    void setKeywords(int major, const QStringList &words);
    [[nodiscard]] bool showsFindingsInEditors() const;
    void setShowsFindingsInEditors(bool isWanted);

private:
    void addRecent(const QString &key, const QString &text);

    std::unique_ptr<SettingsStore> m_settings;
};

} // namespace lockstep::app
