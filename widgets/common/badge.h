#pragma once

#include <model/project/environment.h>

#include <QLabel>

namespace lockstep::widgets {

using project::Environment;
using project::environmentFromName;
using project::environmentName;

/// The environment in words and colour. Hidden while unknown.
class Badge final : public QLabel
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);
    [[nodiscard]] Environment environment() const { return m_environment; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

public slots:
    void setEnvironment(lockstep::widgets::Environment environment);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Environment m_environment = Environment::Unknown;
};

/// "PRODUCTION", as badges write it; empty for Unknown.
[[nodiscard]] QString environmentBadgeText(Environment environment);
[[nodiscard]] QSize badgeSizeOf(Environment environment, const QWidget *widget);
/// The badge's shape for views that paint their rows; returns how wide it is.
int paintBadge(QPainter *painter, const QPoint &topRight, Environment environment, const QWidget *widget);
/// The colour of an environment's badge and, for production, of the window's top edge.
[[nodiscard]] QColor environmentColor(Environment environment, const QPalette &palette);

} // namespace lockstep::widgets
