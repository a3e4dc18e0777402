#include "badge.h"

#include "theme.h"

#include <QPainter>

namespace lockstep::widgets {

namespace {

constexpr double badgeFontScale = 0.8;

QSize badgeSize(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(scaledFont(font, badgeFontScale, true));
    return { metrics.horizontalAdvance(text) + 18, metrics.height() + 5 };
}

void drawBadge(QPainter *painter, const QRect &box, Environment environment, const QPalette &palette,
               const QFont &font)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(environmentColor(environment, palette));
    painter->drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    const Colors &colors = colorsFor(palette);
    painter->setPen(colors.isHighContrast ? colors.onAccent : QColor(Qt::white));
    painter->setFont(scaledFont(font, badgeFontScale, true));
    painter->drawText(box, Qt::AlignCenter, environmentBadgeText(environment));
    painter->restore();
}

} // namespace

QString environmentBadgeText(Environment environment)
{
    switch (environment) {
    case Environment::Unknown: return {};
    case Environment::Development: return Badge::tr("DEVELOPMENT");
    case Environment::Test: return Badge::tr("TEST");
    case Environment::Staging: return Badge::tr("STAGING");
    case Environment::Production: return Badge::tr("PRODUCTION");
    }
    return {};
}

QColor environmentColor(Environment environment, const QPalette &palette)
{
    const Colors &colors = colorsFor(palette);
    switch (environment) {
    case Environment::Unknown: return colors.muted;
    case Environment::Development: return colors.of(plan::Blocks::Nothing);
    case Environment::Test: return colors.of(plan::Blocks::Ddl);
    case Environment::Staging:
        return colors.isHighContrast ? colors.of(plan::Blocks::Writes) : QColor(0xb07610);
    case Environment::Production: return colors.of(plan::Blocks::ReadsAndWrites);
    }
    return colors.muted;
}

Badge::Badge(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("environmentBadge"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setEnvironment(Environment environment)
{
    if (environment == m_environment)
        return;
    m_environment = environment;
    setText(environmentBadgeText(environment));
    setAccessibleName(tr("Environment: %1").arg(text()));
    updateGeometry();
    setVisible(environment != Environment::Unknown);
}

QSize Badge::sizeHint() const
{
    return badgeSize(font(), text());
}

// Painted, not styled: a style sheet's colours would become the widget's palette.
void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBadge(&painter, rect(), m_environment, palette(), font());
}

QSize badgeSizeOf(Environment environment, const QWidget *widget)
{
    return badgeSize(widget->font(), environmentBadgeText(environment));
}

int paintBadge(QPainter *painter, const QPoint &topRight, Environment environment, const QWidget *widget)
{
    const QSize size = badgeSizeOf(environment, widget);
    drawBadge(painter, QRect(topRight - QPoint(size.width(), 0), size), environment, widget->palette(),
              widget->font());
    return size.width();
}

} // namespace lockstep::widgets
