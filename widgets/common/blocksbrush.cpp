#include "blocksbrush.h"

#include <QPainter>
#include <QPainterPath>

namespace lockstep::widgets {

namespace {

constexpr double barRadius = 2.5;
constexpr double patternStep = 7;
constexpr double dotStep = 5.5;

void paintDots(QPainter *painter, const QRectF &bar, const QColor &color)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const QRectF clip = painter->clipBoundingRect() & bar;
    // Only the visible part: a bar may be much wider than the window when zoomed in.
    const int first = int((clip.left() - bar.left()) / dotStep);
    for (int column = first; bar.left() + column * dotStep < clip.right(); ++column) {
        const double x = bar.left() + (column + 0.5) * dotStep;
        const double shift = column % 2 == 0 ? 0 : dotStep / 2;
        for (double y = bar.top() + dotStep / 4 + shift; y < bar.bottom(); y += dotStep)
            painter->drawEllipse(QPointF(x, y), 1.05, 1.05);
    }
}

void paintDiagonals(QPainter *painter, const QRectF &bar, const QColor &color, double width, bool falling)
{
    painter->setPen(QPen(color, width));
    const QRectF clip = painter->clipBoundingRect() & bar;
    const double height = bar.height();
    const int first = int((clip.left() - bar.left() - height) / patternStep) - 1;
    for (double x = bar.left() + first * patternStep; x < clip.right(); x += patternStep) {
        if (falling)
            painter->drawLine(QPointF(x, bar.top()), QPointF(x + height, bar.bottom()));
        else
            painter->drawLine(QPointF(x, bar.bottom()), QPointF(x + height, bar.top()));
    }
}

} // namespace

void paintBlocksBar(QPainter *painter, const QRectF &bar, plan::Blocks blocks, const Colors &colors)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    const double radius = qMin(barRadius, bar.width() / 2);
    path.addRoundedRect(bar, radius, radius);
    painter->fillPath(path, colors.of(blocks));
    if (bar.width() >= 3) {
        painter->setClipPath(path, Qt::IntersectClip);
        switch (blocks) {
        case plan::Blocks::Nothing: break;
        case plan::Blocks::Ddl: paintDots(painter, bar, colors.pattern); break;
        case plan::Blocks::Writes: paintDiagonals(painter, bar, colors.pattern, 1.8, false); break;
        case plan::Blocks::ReadsAndWrites:
            paintDiagonals(painter, bar, colors.pattern, 1.2, false);
            paintDiagonals(painter, bar, colors.pattern, 1.2, true);
            break;
        }
    }
    painter->restore();
}

} // namespace lockstep::widgets
