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

QString keywordsKey(int major)
{
    return QStringLiteral("editor/keywords%1").arg(major);
}

const QVector<QPair<widgets::ThemeMode, QString>> &themeNameTable()
{
    using widgets::ThemeMode;
    static const QVector<QPair<ThemeMode, QString>> names{
        { ThemeMode::Light, QStringLiteral("light") },
        { ThemeMode::Dark, QStringLiteral("dark") },
        { ThemeMode::ContrastLight, QStringLiteral("contrast-light") },
        { ThemeMode::ContrastDark, QStringLiteral("contrast-dark") },
    };
    return names;
}

/// A connection text is no key: it holds slashes.
QString environmentKey(const QString &source)
{
    const QByteArray hash =
        QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("environment/") + QLatin1String(hash);
}

} // namespace

QString themeName(widgets::ThemeMode mode)
{
    for (const auto &[each, name] : themeNameTable()) {
        if (each == mode)
            return name;
    }
    return {};
}

std::optional<widgets::ThemeMode> themeFromName(const QString &name)
{
    for (const auto &[mode, each] : themeNameTable()) {
        if (each == name)
            return mode;
    }
    return std::nullopt;
}

QStringList themeNames()
{
    QStringList names;
    for (const auto &[mode, name] : themeNameTable())
        names.append(name);
    return names;
}

Settings::Settings(const QString &fileName)
    : m_settings(std::make_unique<SettingsStore>(fileName))
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
QStringList Settings::keywords(int major) const
{
    return m_settings->value(keywordsKey(major)).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
void Settings::setKeywords(int major, const QStringList &words)
{
    if (words != keywords(major))
        m_settings->setValue(keywordsKey(major), words.join(QLatin1Char(' ')));
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
    return themeFromName(m_settings->value(themeKey).toString()).value_or(widgets::ThemeMode::System);
}

void Settings::setThemeMode(widgets::ThemeMode mode)
{
    if (mode == widgets::ThemeMode::System)
        m_settings->remove(themeKey);
    else
        m_settings->setValue(themeKey, themeName(mode));
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
