#include "timelinerange.h"

#include <algorithm>

namespace lockstep::widgets {

namespace {

/// Beyond this nothing more is to be seen, and doubles begin to stutter.
constexpr double deepestZoom = 1e5;
/// Changes that follow each other faster are one movement.
constexpr qint64 movementPauseMs = 400;
constexpr qsizetype rememberedSpans = 50;

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
    for (UnitSpan &past : m_past)
        past = { past.from * ratio, past.to * ratio };
    show({ m_visible.from * ratio, m_visible.to * ratio });
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
    if (!m_sinceChange.isValid() || m_sinceChange.elapsed() > movementPauseMs) {
        m_past.append(m_visible);
        if (m_past.size() > rememberedSpans)
            m_past.removeFirst();
    }
    m_sinceChange.start();
    show(inside);
}

void TimelineRange::show(UnitSpan visible)
{
    m_visible = visible;
    emit changed();
}

void TimelineRange::goBack()
{
    if (m_past.isEmpty())
        return;
    const UnitSpan before = m_past.takeLast();
    m_sinceChange.invalidate();
    show(moved(before, 0, m_total));
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
