#include <app/desktopwatch.h>
#include <app/settings.h>
#include <widgets/common/badge.h>

#include <tests/support/patience.h>

#include <QApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using namespace lockstep::widgets;

namespace {

const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");

/// A desktop's portal as far as appearance goes.
class Portal final : public QDBusVirtualObject
{
public:
    explicit Portal(const QDBusConnection &bus)
        : m_bus(bus)
    { }
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() != QLatin1String("ReadAll"))
            return false;
        const QMap<QString, QVariantMap> groups{ { appearance,
                                                   { { QStringLiteral("color-scheme"), scheme },
                                                     { QStringLiteral("contrast"), contrast } } } };
        return connection.send(message.createReply(QVariant::fromValue(groups)));
    }
    void change(const QString &key, uint value)
    {
        QDBusMessage signal =
            QDBusMessage::createSignal(portalPath, settingsInterface, QStringLiteral("SettingChanged"));
        signal << appearance << key << QVariant::fromValue(QDBusVariant(value));
        QVERIFY(m_bus.send(signal));
    }

    uint scheme = 0;
    uint contrast = 0;

private:
    QDBusConnection m_bus;
};

QVector<QPair<QString, QColor>> textsOf(const Colors &c)
{
    QVector<QPair<QString, QColor>> texts{
        { QStringLiteral("text"), c.text },           { QStringLiteral("muted"), c.muted },
        { QStringLiteral("accent"), c.accent },       { QStringLiteral("success"), c.success },
        { QStringLiteral("warning"), c.warning },     { QStringLiteral("error"), c.error },
        { QStringLiteral("keyword"), c.keyword },     { QStringLiteral("string"), c.string },
        { QStringLiteral("comment"), c.comment },     { QStringLiteral("number"), c.number },
        { QStringLiteral("parameter"), c.parameter },
    };
    for (size_t i = 0; i < c.blocks.size(); ++i)
        texts.append({ QStringLiteral("block %1").arg(i), c.blocks.at(i) });
    for (size_t i = 0; i < c.phases.size(); ++i)
        texts.append({ QStringLiteral("phase %1").arg(i), c.phases.at(i) });
    return texts;
}

QVector<QPair<QString, QColor>> groundsOf(const Colors &c)
{
    return {
        { QStringLiteral("window"), c.window },           { QStringLiteral("base"), c.base },
        { QStringLiteral("alternate"), c.alternate },     { QStringLiteral("raised"), c.raised },
        { QStringLiteral("accentSoft"), c.accentSoft },   { QStringLiteral("hover"), c.hover },
        { QStringLiteral("successSoft"), c.successSoft }, { QStringLiteral("warningSoft"), c.warningSoft },
        { QStringLiteral("errorSoft"), c.errorSoft },     { QStringLiteral("addedLine"), c.addedLine },
        { QStringLiteral("removedLine"), c.removedLine }, { QStringLiteral("changedLine"), c.changedLine },
    };
}

} // namespace

/// Light, dark and high contrast: chosen, or as the desktop has it.
class TestTheme final : public QObject
{
    Q_OBJECT
private slots:
    void highContrastIsSevenToOneEverywhere_data();
    void highContrastIsSevenToOneEverywhere();
    void badgesCanBeReadInHighContrast_data();
    void badgesCanBeReadInHighContrast();
    void ordinaryTextIsFourAndAHalfToOne_data();
    void ordinaryTextIsFourAndAHalfToOne();
    void paintedWidgetsFindTheColoursOfTheirPalette_data();
    void paintedWidgetsFindTheColoursOfTheirPalette();
    void disabledWidgetsKeepTheirLook();
    void followsWhatTheDesktopWishes();
    void isChangedOnlyWhenItLooksOtherwise();
    void hearsTheDesktopsPortal();
    void namesComeBackFromTheSettings();
};

void TestTheme::highContrastIsSevenToOneEverywhere_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("light") << Look::ContrastLight;
    QTest::newRow("dark") << Look::ContrastDark;
}

void TestTheme::highContrastIsSevenToOneEverywhere()
{
    QFETCH(const Look, look);
    const Colors &colors = colorsOf(look);
    QVERIFY(colors.isHighContrast);
    QStringList poor;
    const auto check = [&poor](const QString &what, const QColor &text, const QColor &ground) {
        const double contrast = contrastOf(text, ground);
        if (contrast < 7)
            poor.append(
                QStringLiteral("%1: %2 on %3 is %4").arg(what, text.name(), ground.name()).arg(contrast));
    };
    for (const auto &[ground, groundColor] : groundsOf(colors)) {
        for (const auto &[text, textColor] : textsOf(colors))
            check(text + QStringLiteral(" on ") + ground, textColor, groundColor);
    }
    check(QStringLiteral("button"), colors.onAccent, colors.accent);
    check(QStringLiteral("disabled"), colors.disabled, colors.base);
    check(QStringLiteral("frames"), colors.border, colors.base);
    QVERIFY2(poor.isEmpty(), qPrintable(poor.join(QLatin1Char('\n'))));
}

void TestTheme::badgesCanBeReadInHighContrast_data()
{
    highContrastIsSevenToOneEverywhere_data();
}

void TestTheme::badgesCanBeReadInHighContrast()
{
    QFETCH(const Look, look);
    Theme theme;
    theme.setMode(look == Look::ContrastDark ? ThemeMode::ContrastDark : ThemeMode::ContrastLight);
    for (const Environment each :
         { Environment::Development, Environment::Test, Environment::Staging, Environment::Production }) {
        const QColor ground = environmentColor(each, QApplication::palette());
        QVERIFY2(contrastOf(theme.colors().onAccent, ground) >= 7, qPrintable(ground.name()));
    }
}

void TestTheme::ordinaryTextIsFourAndAHalfToOne_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("light") << Look::Light;
    QTest::newRow("dark") << Look::Dark;
}

void TestTheme::ordinaryTextIsFourAndAHalfToOne()
{
    QFETCH(const Look, look);
    const Colors &colors = colorsOf(look);
    for (const QColor &ground : { colors.window, colors.base, colors.alternate, colors.raised }) {
        QVERIFY2(contrastOf(colors.text, ground) >= 7, qPrintable(ground.name()));
        QVERIFY2(contrastOf(colors.muted, ground) >= 4.3, qPrintable(ground.name()));
    }
}

void TestTheme::paintedWidgetsFindTheColoursOfTheirPalette_data()
{
    QTest::addColumn<ThemeMode>("mode");
    QTest::addColumn<Look>("look");
    QTest::newRow("light") << ThemeMode::Light << Look::Light;
    QTest::newRow("dark") << ThemeMode::Dark << Look::Dark;
    QTest::newRow("contrast, light") << ThemeMode::ContrastLight << Look::ContrastLight;
    QTest::newRow("contrast, dark") << ThemeMode::ContrastDark << Look::ContrastDark;
}

void TestTheme::paintedWidgetsFindTheColoursOfTheirPalette()
{
    QFETCH(const ThemeMode, mode);
    QFETCH(const Look, look);
    Theme theme;
    theme.setMode(mode);
    QCOMPARE(theme.look(), look);
    QCOMPARE(lookOf(QApplication::palette()), look);
    QCOMPARE(&colorsFor(QApplication::palette()), &theme.colors());
}

void TestTheme::disabledWidgetsKeepTheirLook()
{
    Theme theme;
    theme.setMode(ThemeMode::ContrastDark);
    QWidget widget;
    widget.setEnabled(false);
    QCOMPARE(lookOf(widget.palette()), Look::ContrastDark);
}

void TestTheme::followsWhatTheDesktopWishes()
{
    Theme theme;
    QCOMPARE(theme.mode(), ThemeMode::System);
    theme.setDesktopWishes({ true, false });
    QCOMPARE(theme.look(), Look::Dark);
    theme.setDesktopWishes({ true, true });
    QCOMPARE(theme.look(), Look::ContrastDark);
    theme.setDesktopWishes({ false, true });
    QCOMPARE(theme.look(), Look::ContrastLight);
    theme.setDesktopWishes({ false, false });
    QCOMPARE(theme.look(), Look::Light);
    // Who chose, has chosen.
    theme.setMode(ThemeMode::Dark);
    theme.setDesktopWishes({ false, true });
    QCOMPARE(theme.look(), Look::Dark);
    theme.setMode(ThemeMode::System);
    QCOMPARE(theme.look(), Look::ContrastLight);
}

void TestTheme::isChangedOnlyWhenItLooksOtherwise()
{
    Theme theme;
    theme.setMode(ThemeMode::Dark);
    const QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(ThemeMode::System);
    theme.setDesktopWishes({ true, false });
    const auto before = changed.count();
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(changed.count(), before);
    theme.setMode(ThemeMode::ContrastDark);
    QCOMPARE(changed.count(), before + 1);
}

void TestTheme::hearsTheDesktopsPortal()
{
    const QTemporaryDir directory;
    QProcess daemon;
    const QString address = QStringLiteral("unix:path=") + directory.filePath(QStringLiteral("bus"));
    daemon.start(QStringLiteral("dbus-daemon"),
                 { QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                   QStringLiteral("--address=") + address });
    if (!daemon.waitForStarted())
        QSKIP("dbus-daemon is not installed.");
    QVERIFY(daemon.waitForReadyRead());

    qDBusRegisterMetaType<QMap<QString, QVariantMap>>();
    QDBusConnection desktop = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
    Portal portal(desktop);
    portal.scheme = 1;
    QVERIFY(desktop.registerVirtualObject(portalPath, &portal));
    QVERIFY(desktop.registerService(portalService));

    Theme theme;
    app::DesktopWatch watch(&theme);
    watch.watch(QDBusConnection::connectToBus(address, QStringLiteral("window")));
    QTRY_COMPARE_WITH_TIMEOUT(theme.look(), Look::Dark, testing::longEnoughMs);
    portal.change(QStringLiteral("contrast"), 1);
    QTRY_COMPARE_WITH_TIMEOUT(theme.look(), Look::ContrastDark, testing::longEnoughMs);
    portal.change(QStringLiteral("color-scheme"), 2);
    QTRY_COMPARE_WITH_TIMEOUT(theme.look(), Look::ContrastLight, testing::longEnoughMs);
    portal.change(QStringLiteral("contrast"), 0);
    QTRY_COMPARE_WITH_TIMEOUT(theme.look(), Look::Light, testing::longEnoughMs);

    QDBusConnection::disconnectFromBus(QStringLiteral("window"));
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    daemon.terminate();
    QVERIFY(daemon.waitForFinished());
}

void TestTheme::namesComeBackFromTheSettings()
{
    const QTemporaryDir directory;
    app::Settings settings(directory.filePath(QStringLiteral("settings.ini")));
    QCOMPARE(settings.themeMode(), ThemeMode::System);
    for (const QString &name : app::themeNames()) {
        const auto mode = app::themeFromName(name);
        QVERIFY2(mode.has_value(), qPrintable(name));
        settings.setThemeMode(*mode);
        QCOMPARE(settings.themeMode(), *mode);
    }
    settings.setThemeMode(ThemeMode::System);
    QCOMPARE(settings.themeMode(), ThemeMode::System);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
