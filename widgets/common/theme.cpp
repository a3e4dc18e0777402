#include "theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>

// Q_INIT_RESOURCE must stand outside of namespaces.
static void initCommonResources()
{
    Q_INIT_RESOURCE(common);
}

namespace lockstep::widgets {

namespace {

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

Colors makeLight()
{
    Colors c;
    c.window = 0xeef0f4;
    c.base = 0xffffff;
    c.alternate = 0xf5f6f8;
    c.raised = 0xffffff;
    c.text = 0x1b2027;
    c.muted = 0x667080;
    c.border = 0xd4d9e1;
    c.grid = 0xe6e9ee;
    c.accent = 0x1f6feb;
    c.onAccent = 0xffffff;
    c.accentSoft = 0xe2edfc;
    c.hover = 0xeff4fc;
    c.blocks = { QColor(0x3aa66a), QColor(0x4a80d8), QColor(0xdc9a1e), QColor(0xd24c4c) };
    c.pattern = QColor(255, 255, 255, 170);
    c.phases = { QColor(0x8d7ddb), QColor(0x3aa66a), QColor(0x4a80d8), QColor(0xdc9a1e), QColor(0xd24c4c) };
    c.success = 0x23864f;
    c.warning = 0xa86d00;
    c.error = 0xc93636;
    c.successSoft = 0xe6f5ec;
    c.warningSoft = 0xfdf3dd;
    c.errorSoft = 0xfce9e9;
    c.keyword = 0x0b5cad;
    c.string = 0x1f7a45;
    c.comment = 0x6b7685;
    c.number = 0x9a4a00;
    c.parameter = 0x1f7a45;
    c.addedLine = 0xdff3e6;
    c.removedLine = 0xfbe3e3;
    c.changedLine = 0xfdf1d3;
    return c;
}

Colors makeDark()
{
    Colors c;
    c.isDark = true;
    c.window = 0x23272e;
    c.base = 0x1b1e23;
    c.alternate = 0x21252b;
    c.raised = 0x2b3038;
    c.text = 0xe7e9ed;
    c.muted = 0x939ba8;
    c.border = 0x3a414c;
    c.grid = 0x2c323a;
    c.accent = 0x6ea8fe;
    c.onAccent = 0x0d1a2e;
    c.accentSoft = 0x2d4063;
    c.hover = 0x27303e;
    c.blocks = { QColor(0x3aa66a), QColor(0x4a80d8), QColor(0xd9971f), QColor(0xcf4f4f) };
    c.pattern = QColor(255, 255, 255, 130);
    c.phases = { QColor(0x9d8fe6), QColor(0x3fae71), QColor(0x5a8fe6), QColor(0xd9971f), QColor(0xd75a5a) };
    c.success = 0x4cc38a;
    c.warning = 0xe2a63a;
    c.error = 0xf07070;
    c.successSoft = 0x1f3329;
    c.warningSoft = 0x3a3020;
    c.errorSoft = 0x3f2627;
    c.keyword = 0x79b0ff;
    c.string = 0x7fcf9a;
    c.comment = 0x8b94a1;
    c.number = 0xe0a46c;
    c.parameter = 0x7fcf9a;
    c.addedLine = 0x1f3a2b;
    c.removedLine = 0x452a2c;
    c.changedLine = 0x413520;
    return c;
}

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
    palette.setColor(QPalette::Light, c.isDark ? c.raised.lighter(115) : QColor(Qt::white));
    palette.setColor(QPalette::Midlight, c.grid);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border.darker(c.isDark ? 130 : 115));
    palette.setColor(QPalette::Shadow, c.isDark ? QColor(Qt::black) : c.border.darker(150));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, c.isDark ? c.muted.darker(140) : c.muted.lighter(140));
    return palette;
}

/// Fills the @names of the style sheet in.
QString styleSheetOf(const Colors &c)
{
    QFile file(QStringLiteral(":/lockstep/themes/lockstep.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
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
        { QStringLiteral("@text"), c.text },
    };
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    sheet.replace(QStringLiteral("@arrow"),
                  c.isDark ? QStringLiteral("arrow-dark.svg") : QStringLiteral("arrow-light.svg"));
    sheet.replace(QStringLiteral("@check"),
                  c.isDark ? QStringLiteral("check-dark.svg") : QStringLiteral("check-light.svg"));
    return sheet;
}

} // namespace

QColor Colors::of(plan::Severity value) const
{
    switch (value) {
    case plan::Severity::Info: return accent;
    case plan::Severity::Warning: return warning;
    case plan::Severity::Error: return error;
    }
    return muted;
}

const Colors &lightColors()
{
    static const Colors colors = makeLight();
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors = makeDark();
    return colors;
}

const Colors &colorsFor(const QPalette &palette)
{
    return isDarkPalette(palette) ? darkColors() : lightColors();
}

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

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    initCommonResources();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
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

void Theme::apply()
{
    m_isApplying = true;
    bool isDark = m_mode == ThemeMode::Dark;
    if (m_mode == ThemeMode::System) {
        QApplication::setPalette(QPalette()); // gives the desktop's own palette back
        isDark = isDarkPalette(QApplication::palette());
    }
    const bool hasChanged = isDark != m_isDark || !m_isApplied;
    m_isDark = isDark;
    m_isApplied = true;
    QApplication::setPalette(paletteOf(colors()));
    if (hasChanged)
        qApp->setStyleSheet(styleSheetOf(colors()));
    m_isApplying = false;
    if (hasChanged)
        emit changed();
}

} // namespace lockstep::widgets
