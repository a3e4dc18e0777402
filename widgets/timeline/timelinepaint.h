#pragma once

#include <widgets/common/theme.h>

#include <QRectF>

class QPainter;

/// The shapes of the timeline; canvas and legend draw with the same.
namespace lockstep::widgets {

/// The likely range: a line from low to high with end caps, on the bar and beyond it.
void paintWhisker(QPainter *painter, double low, double high, const QRectF &bar, const Colors &colors);
/// A step that does not run: only its place.
void paintOff(QPainter *painter, const QRectF &bar, const Colors &colors);
void paintDiamond(QPainter *painter, const QPointF &center, double radius, const Colors &colors);
/// From the end of one bar to the beginning of a later one; never across a bar, since everything
/// below and left of a staircase is empty.
void paintDependency(QPainter *painter, const QRectF &before, const QRectF &after, const QColor &color);
/// What was measured, over the estimate.
void paintMeasured(QPainter *painter, const QRectF &bar, const Colors &colors, bool isRunning);

} // namespace lockstep::widgets
