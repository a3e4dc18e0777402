#include "theme.h"

#include "flatstyle.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QStyle>

// Q_INIT_RESOURCE must stand outside of namespaces.
static void initCommonResources()
{
    Q_INIT_RESOURCE(common);
}

namespace lockstep::widgets {

namespace {

QPalette paletteOf(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.accentSoft);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.isDark ? c.raised.lighter(115) : QColor(Qt::white));
    palette.setColor(QPalette::Midlight, c.grid);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border.darker(c.isDark ? 130 : 115));
    palette.setColor(QPalette::Shadow, c.isDark ? QColor(Qt::black) : c.border.darker(150));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, c.disabled);
    return palette;
}

QString sheetFile(const QString &name)
{
    QFile file(QStringLiteral(":/lockstep/themes/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Fills the @names of the style sheet in.
QString styleSheetOf(const Colors &c)
{
    QString sheet = sheetFile(QStringLiteral("lockstep.qss"));
    if (c.isHighContrast)
        sheet += sheetFile(QStringLiteral("contrast.qss"));
    // Longer names first: @accentSoft must not be read as @accent.
    const QVector<QPair<QString, QColor>> names = {
        { QStringLiteral("@accentSoft"), c.accentSoft },
        { QStringLiteral("@accent"), c.accent },
        { QStringLiteral("@onAccent"), c.onAccent },
        { QStringLiteral("@errorSoft"), c.errorSoft },
        { QStringLiteral("@error"), c.error },
        { QStringLiteral("@successSoft"), c.successSoft },
        { QStringLiteral("@success"), c.success },
        { QStringLiteral("@border"), c.border },
        { QStringLiteral("@window"), c.window },
        { QStringLiteral("@raised"), c.raised },
        { QStringLiteral("@base"), c.base },
        { QStringLiteral("@hover"), c.hover },
        { QStringLiteral("@muted"), c.muted },
        { QStringLiteral("@disabled"), c.disabled },
        { QStringLiteral("@text"), c.text },
    };
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    sheet.replace(QStringLiteral("@upArrow"),
                  c.isDark ? QStringLiteral("arrow-up-dark.svg") : QStringLiteral("arrow-up-light.svg"));
    sheet.replace(QStringLiteral("@arrow"),
                  c.isDark ? QStringLiteral("arrow-dark.svg") : QStringLiteral("arrow-light.svg"));
    sheet.replace(QStringLiteral("@check"),
                  c.isDark ? QStringLiteral("check-dark.svg") : QStringLiteral("check-light.svg"));
    return sheet;
}

} // namespace

QFont monospaceFont()
{
    static const bool hasJetBrains = QFontDatabase::families().contains(QStringLiteral("JetBrains Mono"));
    QFont font = hasJetBrains ? QFont(QStringLiteral("JetBrains Mono"))
                              : QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

QFont scaledFont(const QFont &font, double factor, bool bold)
{
    QFont scaled = font;
    if (font.pointSizeF() > 0)
        scaled.setPointSizeF(font.pointSizeF() * factor);
    else
        scaled.setPixelSize(qRound(font.pixelSize() * factor));
    scaled.setWeight(bold ? QFont::DemiBold : font.weight());
    return scaled;
}

Theme::Theme(Dressing dressing, QObject *parent)
    : QObject(parent)
    , m_isDressed(dressing == Dressing::Now)
{
    initCommonResources();
    QApplication::setStyle(new FlatStyle);
    if (QFontDatabase::families().contains(QStringLiteral("Inter"))) {
        QFont font(QStringLiteral("Inter"));
        font.setPointSizeF(QApplication::font().pointSizeF());
        QApplication::setFont(font);
    }
    qApp->installEventFilter(this);
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop switched between light and dark while we follow it.
    if (event->type() == QEvent::ThemeChange && m_mode == ThemeMode::System && !m_isApplying)
        QMetaObject::invokeMethod(this, &Theme::apply, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void Theme::dress()
{
    m_isDressed = true;
    qApp->setStyleSheet(styleSheetOf(colors()));
}

void Theme::setDesktopWishes(const DesktopWishes &wishes)
{
    if (wishes == m_wishes)
        return;
    m_wishes = wishes;
    if (m_mode == ThemeMode::System)
        apply();
}

Look Theme::wantedLook() const
{
    switch (m_mode) {
    case ThemeMode::Light: return Look::Light;
    case ThemeMode::Dark: return Look::Dark;
    case ThemeMode::ContrastLight: return Look::ContrastLight;
    case ThemeMode::ContrastDark: return Look::ContrastDark;
    case ThemeMode::System: break;
    }
    const Look desktop = lookOf(QApplication::palette());
    const bool isDark = m_wishes.isDark.value_or(colorsOf(desktop).isDark);
    if (m_wishes.isHighContrast || colorsOf(desktop).isHighContrast)
        return isDark ? Look::ContrastDark : Look::ContrastLight;
    return isDark ? Look::Dark : Look::Light;
}

void Theme::apply()
{
    m_isApplying = true;
    if (m_mode == ThemeMode::System)
        QApplication::setPalette(QPalette()); // gives the desktop's own palette back
    const Look look = wantedLook();
    const bool hasChanged = look != m_look || !m_isApplied;
    m_look = look;
    m_isApplied = true;
    QApplication::setPalette(paletteOf(colors()));
    if (hasChanged && m_isDressed)
        qApp->setStyleSheet(styleSheetOf(colors()));
    m_isApplying = false;
    if (hasChanged)
        emit changed();
}

} // namespace lockstep::widgets
