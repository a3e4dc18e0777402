#include "flatstyle.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace lockstep::widgets {

namespace {

/// Qt adds one to it, and the headers of the style sheet have the same.
constexpr int cellMargin = 7;

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{ }

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element != PE_FrameFocusRect) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    if (!(option->state & State_KeyboardFocusChange))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(option->palette.color(QPalette::Link));
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    return metric == PM_FocusFrameHMargin ? cellMargin : QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace lockstep::widgets
