#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <deque>

/// Where the points of a curve lie; painting is somebody else's.
namespace lockstep::widgets {

/// The top of the scale: 1, 2 or 5 times a power of ten, so that the line does not jump with every new
/// maximum.
[[nodiscard]] double roundedTop(double value);
/// Seconds that the area is wide: what the points span, but not less than a little.
[[nodiscard]] double spanOf(const std::deque<QPointF> &points);
[[nodiscard]] double yOf(double value, double top, const QRectF &area);
/// The line, its newest point at the right edge; points that fall on one column of pixels are drawn as the
/// lowest and the highest of them.
[[nodiscard]] QPolygonF lineOf(const std::deque<QPointF> &points, double top, const QRectF &area);

} // namespace lockstep::widgets
