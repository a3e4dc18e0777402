#include "timelinerange.h"

#include <algorithm>

namespace lockstep::widgets {

namespace {

/// Beyond this nothing more is to be seen, and doubles begin to stutter.
constexpr double deepestZoom = 1e5;

} // namespace

TimelineRange::TimelineRange(QObject *parent)
    : QObject(parent)
{ }

void TimelineRange::setTotal(double units)
{
    const double total = std::max(units, 1e-6);
    if (qFuzzyCompare(total, m_total))
        return;
    const double ratio = total / m_total;
    m_total = total;
    m_visible = { m_visible.from * ratio, m_visible.to * ratio };
    emit changed();
}

bool TimelineRange::isFitted() const
{
    return m_visible.length() >= m_total * (1 - 1e-9);
}

void TimelineRange::setVisible(UnitSpan visible)
{
    const UnitSpan inside = moved(visible, 0, m_total);
    if (inside == m_visible || inside.length() <= 0)
        return;
    m_visible = inside;
    emit changed();
}

void TimelineRange::zoomAt(double anchor, double factor)
{
    setVisible(zoomed(m_visible, anchor, factor, m_total, m_total / deepestZoom));
}

void TimelineRange::moveBy(double units)
{
    setVisible(moved(m_visible, units, m_total));
}

void TimelineRange::fit()
{
    setVisible({ 0, m_total });
}

} // namespace lockstep::widgets
