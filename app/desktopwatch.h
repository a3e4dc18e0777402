#pragma once

#include <widgets/common/theme.h>

#include <QDBusConnection>
#include <QVariantMap>

class QDBusMessage;

namespace lockstep::app {

/// Asks the desktop's portal whether it wants dark colours and high contrast, at the start and whenever the
/// user changes his mind there: what Qt 6.4 does not hear by itself. Never waits for an answer; without a
/// session bus or a portal nothing happens.
class DesktopWatch final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopWatch(widgets::Theme *theme, QObject *parent = nullptr);
    void watch(const QDBusConnection &bus);

    /// The session's bus, unless asking for it would start one.
    [[nodiscard]] static std::optional<QDBusConnection> sessionBus();

private slots:
    void takeSetting(const QDBusMessage &message);

private:
    void ask();
    void takeAll(const QDBusMessage &reply);
    void take(const QString &group, const QString &key, const QVariant &value);

    widgets::Theme *m_theme;
    std::optional<QDBusConnection> m_bus;
    widgets::DesktopWishes m_wishes;
    bool m_portalContrast = false;
    bool m_gnomeContrast = false;
};

} // namespace lockstep::app
