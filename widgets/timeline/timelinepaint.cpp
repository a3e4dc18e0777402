#include "timelinepaint.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace lockstep::widgets {

namespace {

constexpr double elbowRadius = 6;
constexpr double arrowSize = 4;

void paintArrowHead(QPainter *painter, const QPointF &tip, const QPointF &direction)
{
    const QPointF back = tip - direction * arrowSize * 1.5;
    const QPointF side(-direction.y() * arrowSize * 0.8, direction.x() * arrowSize * 0.8);
    painter->setBrush(painter->pen().color());
    painter->drawPolygon(QPolygonF{ tip, back + side, back - side });
    painter->setBrush(Qt::NoBrush);
}

} // namespace

void paintWhisker(QPainter *painter, double low, double high, const QRectF &bar, const Colors &colors)
{
    if (high - low < 3)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const int y = qRound(bar.center().y());
    const double from = qMax(low, bar.left());
    painter->setPen(QPen(colors.muted, 1));
    // Inside of the bar only the cap of the low end: the pattern must stay readable.
    if (from > bar.left() + 3 && from < bar.right() - 3)
        painter->drawLine(QPointF(from, y - 2), QPointF(from, y + 2));
    painter->drawLine(QPointF(qMax(from, bar.right()), y), QPointF(high, y));
    painter->drawLine(QPointF(high, y - 3), QPointF(high, y + 3));
    painter->restore();
}

void paintOff(QPainter *painter, const QRectF &bar, const Colors &colors)
{
    painter->save();
    QPen dashes(colors.muted, 1);
    dashes.setDashPattern({ 2, 2 });
    painter->setPen(dashes);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    painter->restore();
}

void paintDiamond(QPainter *painter, const QPointF &center, double radius, const Colors &colors)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.accent, 1.5));
    painter->setBrush(colors.base);
    painter->drawPolygon(QPolygonF{ center + QPointF(0, -radius), center + QPointF(radius, 0),
                                    center + QPointF(0, radius), center + QPointF(-radius, 0) });
    painter->restore();
}

void paintDependency(QPainter *painter, const QRectF &before, const QRectF &after, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1));
    painter->setBrush(Qt::NoBrush);
    const double fromY = before.center().y();
    const double toY = after.center().y();
    const double x = before.right() + 5;
    QPainterPath path(QPointF(before.right(), fromY));
    if (after.left() - x < elbowRadius + arrowSize * 2) {
        // The next bar begins where this one ends: drop onto it.
        const double drop = qMax(x, after.left() + 3);
        path.lineTo(drop, fromY);
        path.lineTo(drop, after.top() - 1);
        painter->drawPath(path);
        paintArrowHead(painter, QPointF(drop, after.top() - 0.5), QPointF(0, 1));
    } else {
        path.lineTo(x, fromY);
        path.lineTo(x, toY - elbowRadius);
        path.quadTo(QPointF(x, toY), QPointF(x + elbowRadius, toY));
        path.lineTo(after.left() - 2, toY);
        painter->drawPath(path);
        paintArrowHead(painter, QPointF(after.left() - 1, toY), QPointF(1, 0));
    }
    painter->restore();
}

void paintMeasured(QPainter *painter, const QRectF &bar, const Colors &colors, bool isRunning)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.base, 1));
    painter->setBrush(isRunning ? colors.accent : colors.text);
    const double height = qMax(4.0, bar.height() * 0.36);
    painter->drawRoundedRect(QRectF(bar.left(), bar.bottom() - height, bar.width(), height), 2, 2);
    painter->restore();
}

} // namespace lockstep::widgets
