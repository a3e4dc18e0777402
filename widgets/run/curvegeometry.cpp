#include "curvegeometry.h"

#include <algorithm>
#include <cmath>

namespace lockstep::widgets {

namespace {

constexpr double minimumSpanSeconds = 10;

} // namespace

double roundedTop(double value)
{
    double top = 1;
    while (top < value) {
        if (top * 2 >= value)
            return top * 2;
        if (top * 5 >= value)
            return top * 5;
        top *= 10;
    }
    return top;
}

double spanOf(const std::deque<QPointF> &points)
{
    return points.empty() ? minimumSpanSeconds
                          : std::max(points.back().x() - points.front().x(), minimumSpanSeconds);
}

double yOf(double value, double top, const QRectF &area)
{
    return area.bottom() - area.height() * std::clamp(value / top, 0.0, 1.0);
}

QPolygonF lineOf(const std::deque<QPointF> &points, double top, const QRectF &area)
{
    QPolygonF line;
    if (points.empty())
        return line;
    const double last = points.back().x();
    const double span = spanOf(points);
    const auto xOf = [&](const QPointF &point) {
        return area.right() - area.width() * (last - point.x()) / span;
    };
    for (size_t i = 0; i < points.size();) {
        const double x = xOf(points[i]);
        double low = points[i].y();
        double high = low;
        size_t next = i + 1;
        while (next < points.size() && std::floor(xOf(points[next])) == std::floor(x)) {
            low = std::min(low, points[next].y());
            high = std::max(high, points[next].y());
            ++next;
        }
        line.append(QPointF(x, yOf(low, top, area)));
        if (high > low)
            line.append(QPointF(x, yOf(high, top, area)));
        // Where the column ends, so that the newest value is where the line ends.
        if (next > i + 1)
            line.append(QPointF(xOf(points[next - 1]), yOf(points[next - 1].y(), top, area)));
        i = next;
    }
    return line;
}

} // namespace lockstep::widgets
