#include "badge.h"

#include "theme.h"

#include <QPainter>

namespace lockstep::widgets {

namespace {

constexpr double badgeFontScale = 0.8;

} // namespace

Environment environmentFromName(const QString &name)
{
    for (const Environment environment :
         { Environment::Development, Environment::Test, Environment::Staging, Environment::Production }) {
        if (name.compare(environmentName(environment), Qt::CaseInsensitive) == 0)
            return environment;
    }
    return Environment::Unknown;
}

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Unknown: return {};
    case Environment::Development: return QStringLiteral("development");
    case Environment::Test: return QStringLiteral("test");
    case Environment::Staging: return QStringLiteral("staging");
    case Environment::Production: return QStringLiteral("production");
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
    case Environment::Staging: return QColor(0xb07610);
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
    switch (environment) {
    case Environment::Unknown: setText({}); break;
    case Environment::Development: setText(tr("DEVELOPMENT")); break;
    case Environment::Test: setText(tr("TEST")); break;
    case Environment::Staging: setText(tr("STAGING")); break;
    case Environment::Production: setText(tr("PRODUCTION")); break;
    }
    setAccessibleName(tr("Environment: %1").arg(text()));
    updateGeometry();
    setVisible(environment != Environment::Unknown);
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(scaledFont(font(), badgeFontScale, true));
    return { metrics.horizontalAdvance(text()) + 18, metrics.height() + 5 };
}

void Badge::paintEvent(QPaintEvent *)
{
    // Painted, not styled: a style sheet's colours would become the widget's palette.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(environmentColor(m_environment, palette()));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(Qt::white);
    painter.setFont(scaledFont(font(), badgeFontScale, true));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace lockstep::widgets
