#include "badge.h"

#include "theme.h"

#include <QEvent>

namespace lockstep::widgets {

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
    setAlignment(Qt::AlignCenter);
    dress();
}

void Badge::setEnvironment(Environment environment)
{
    if (environment == m_environment)
        return;
    m_environment = environment;
    dress();
}

void Badge::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void Badge::dress()
{
    switch (m_environment) {
    case Environment::Unknown: setText({}); break;
    case Environment::Development: setText(tr("DEVELOPMENT")); break;
    case Environment::Test: setText(tr("TEST")); break;
    case Environment::Staging: setText(tr("STAGING")); break;
    case Environment::Production: setText(tr("PRODUCTION")); break;
    }
    setAccessibleName(tr("Environment: %1").arg(text()));
    const QString sheet = QStringLiteral("QLabel { background: %1; color: white; border-radius: 8px; padding: 2px 9px;"
                                         " font-weight: 700; font-size: %2pt; }")
                              .arg(environmentColor(m_environment, palette()).name())
                              .arg(font().pointSizeF() * 0.8, 0, 'f', 1);
    if (sheet != styleSheet())
        setStyleSheet(sheet);
    setVisible(m_environment != Environment::Unknown);
}

} // namespace lockstep::widgets
