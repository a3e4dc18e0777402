#pragma once

#include <QProxyStyle>

namespace lockstep::widgets {

/// Fusion without its gradients, and with room beside what stands in tables and lists.
class FlatStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    FlatStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
};

} // namespace lockstep::widgets
