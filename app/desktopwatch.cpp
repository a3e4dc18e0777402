#include "desktopwatch.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFileInfo>

namespace lockstep::app {

namespace {

const QLatin1String portalService("org.freedesktop.portal.Desktop");
const QLatin1String portalPath("/org/freedesktop/portal/desktop");
const QLatin1String settingsInterface("org.freedesktop.portal.Settings");
const QLatin1String appearanceGroup("org.freedesktop.appearance");
/// Where GNOME kept it before the portal had a name for it.
const QLatin1String gnomeGroup("org.gnome.desktop.a11y.interface");

constexpr uint prefersDark = 1;
constexpr uint prefersLight = 2;
constexpr uint prefersHigherContrast = 1;

/// Portals wrap values once or twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopWatch::DesktopWatch(widgets::Theme *theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{ }

std::optional<QDBusConnection> DesktopWatch::sessionBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool isThere = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
                         || (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
    if (!isThere)
        return std::nullopt;
    QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected() ? std::optional(bus) : std::nullopt;
}

void DesktopWatch::watch(const QDBusConnection &bus)
{
    m_bus = bus;
    m_bus->connect(portalService, portalPath, settingsInterface, QStringLiteral("SettingChanged"), this,
                   SLOT(takeSetting(QDBusMessage)));
    ask();
}

void DesktopWatch::ask()
{
    QDBusMessage question = QDBusMessage::createMethodCall(portalService, portalPath, settingsInterface,
                                                           QStringLiteral("ReadAll"));
    question.setArguments({ QStringList{ appearanceGroup, gnomeGroup } });
    auto *answer = new QDBusPendingCallWatcher(m_bus->asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        takeAll(answer->reply());
        answer->deleteLater();
    });
}

void DesktopWatch::takeAll(const QDBusMessage &reply)
{
    if (reply.type() != QDBusMessage::ReplyMessage || reply.signature() != QLatin1String("a{sa{sv}}"))
        return;
    QMap<QString, QVariantMap> groups;
    reply.arguments().constFirst().value<QDBusArgument>() >> groups;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        for (auto entry = group->cbegin(); entry != group->cend(); ++entry)
            take(group.key(), entry.key(), entry.value());
    }
    m_theme->setDesktopWishes(m_wishes);
}

void DesktopWatch::takeSetting(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (arguments.size() != 3)
        return;
    take(arguments.at(0).toString(), arguments.at(1).toString(), arguments.at(2));
    m_theme->setDesktopWishes(m_wishes);
}

void DesktopWatch::take(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    if (group == appearanceGroup && key == QLatin1String("color-scheme")) {
        const uint scheme = plain.toUInt();
        m_wishes.isDark = scheme == prefersDark || scheme == prefersLight
                              ? std::optional(scheme == prefersDark)
                              : std::nullopt;
    } else if (group == appearanceGroup && key == QLatin1String("contrast")) {
        m_portalContrast = plain.toUInt() == prefersHigherContrast;
    } else if (group == gnomeGroup && key == QLatin1String("high-contrast")) {
        m_gnomeContrast = plain.toBool();
    }
    m_wishes.isHighContrast = m_portalContrast || m_gnomeContrast;
}

} // namespace lockstep::app
