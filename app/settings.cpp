#include "settings.h"

#include <QCryptographicHash>

namespace lockstep::app {

namespace {

constexpr int recentCount = 12;
const QLatin1String recentSourcesKey("recent/sources");
const QLatin1String recentProjectsKey("recent/projects");
const QLatin1String recentCommandsKey("recent/commands");
const QLatin1String themeKey("window/theme");
const QLatin1String languageKey("window/language");
const QLatin1String geometryKey("window/geometry");
const QLatin1String completeKey("editor/completesWhileTyping");
const QLatin1String findingsKey("editor/showsFindings");

/// A connection text is no key: it holds slashes.
QString environmentKey(const QString &source)
{
    const QByteArray hash =
        QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("environment/") + QLatin1String(hash);
}

} // namespace

Settings::Settings(const QString &fileName)
    : m_settings(fileName.isEmpty()
                     ? std::make_unique<QSettings>(QStringLiteral("lockstep"), QStringLiteral("lockstep"))
                     : std::make_unique<QSettings>(fileName, QSettings::IniFormat))
{ }

QStringList Settings::recentSources() const
{
    return m_settings->value(recentSourcesKey).toStringList();
}
void Settings::addRecentSource(const QString &text)
{
    addRecent(recentSourcesKey, text);
}
QStringList Settings::recentProjects() const
{
    return m_settings->value(recentProjectsKey).toStringList();
}
void Settings::addRecentProject(const QString &path)
{
    addRecent(recentProjectsKey, path);
}

bool Settings::completesWhileTyping() const
{
    return m_settings->value(completeKey, true).toBool();
}
void Settings::setCompletesWhileTyping(bool isWanted)
{
    m_settings->setValue(completeKey, isWanted);
}
bool Settings::showsFindingsInEditors() const
{
    return m_settings->value(findingsKey, true).toBool();
}
void Settings::setShowsFindingsInEditors(bool isWanted)
{
    m_settings->setValue(findingsKey, isWanted);
}

void Settings::removeRecentProject(const QString &path)
{
    QStringList recent = recentProjects();
    recent.removeAll(path);
    m_settings->setValue(recentProjectsKey, recent);
}

QStringList Settings::recentCommands() const
{
    return m_settings->value(recentCommandsKey).toStringList();
}
void Settings::addRecentCommand(const QString &id)
{
    if (!id.isEmpty())
        addRecent(recentCommandsKey, id);
}

void Settings::addRecent(const QString &key, const QString &text)
{
    QStringList recent = m_settings->value(key).toStringList();
    recent.removeAll(text);
    recent.prepend(text);
    m_settings->setValue(key, QStringList(recent.mid(0, recentCount)));
}

widgets::ThemeMode Settings::themeMode() const
{
    const QString mode = m_settings->value(themeKey).toString();
    if (mode == QLatin1String("light"))
        return widgets::ThemeMode::Light;
    return mode == QLatin1String("dark") ? widgets::ThemeMode::Dark : widgets::ThemeMode::System;
}

void Settings::setThemeMode(widgets::ThemeMode mode)
{
    switch (mode) {
    case widgets::ThemeMode::System: m_settings->remove(themeKey); break;
    case widgets::ThemeMode::Light: m_settings->setValue(themeKey, QStringLiteral("light")); break;
    case widgets::ThemeMode::Dark: m_settings->setValue(themeKey, QStringLiteral("dark")); break;
    }
}

QString Settings::language() const
{
    return m_settings->value(languageKey).toString();
}

void Settings::setLanguage(const QString &code)
{
    if (code.isEmpty())
        m_settings->remove(languageKey);
    else
        m_settings->setValue(languageKey, code);
}

QByteArray Settings::geometry() const
{
    return m_settings->value(geometryKey).toByteArray();
}
void Settings::setGeometry(const QByteArray &geometry)
{
    m_settings->setValue(geometryKey, geometry);
}

QString Settings::environment(const QString &source) const
{
    return m_settings->value(environmentKey(source)).toString();
}

void Settings::setEnvironment(const QString &source, const QString &environment)
{
    m_settings->setValue(environmentKey(source), environment);
}

} // namespace lockstep::app
