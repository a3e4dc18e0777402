#include "timelineruler.h"

#include "timelinecanvas.h"

#include <widgets/common/theme.h>

#include <QPainter>

namespace lockstep::widgets {

TimelineRuler::TimelineRuler(TimelineCanvas *canvas, QWidget *parent)
    : QWidget(parent)
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("timelineRuler"));
    setAccessibleName(tr("Time since the start of the plan, estimated"));
    setToolTip(tr("The estimated time of everything up to that point"));
    connect(canvas, &TimelineCanvas::axisChanged, this, qOverload<>(&QWidget::update));
    connect(canvas->range(), &TimelineRange::changed, this, qOverload<>(&QWidget::update));
}

void TimelineRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter);
}

void TimelineRuler::paint(QPainter *onto) const
{
    const Colors &colors = colorsFor(palette());
    QPainter &painter = *onto;
    painter.fillRect(rect(), colors.window);
    painter.fillRect(0, height() - 1, width(), 1, colors.border);
    painter.setFont(scaledFont(font(), 0.86));
    const QFontMetrics metrics(painter.font());
    double end = -1;
    for (const TimelineTick &tick : m_canvas->ticksInSight()) {
        const double x = tick.x;
        const int room = metrics.horizontalAdvance(tick.label);
        // The last label leans to the left of its tick rather than being cut.
        const double textX = x + 4 + room > width() ? x - 4 - room : x + 4;
        painter.setPen(colors.border);
        painter.drawLine(QPointF(qRound(x) + 0.5, height() - 6), QPointF(qRound(x) + 0.5, height() - 1));
        if (textX <= end)
            continue;
        painter.setPen(colors.muted);
        painter.drawText(QPointF(textX, (height() + metrics.ascent() - metrics.descent()) / 2.0), tick.label);
        end = textX + room;
    }
}

} // namespace lockstep::widgets
