#include "curve.h"

#include "curvegeometry.h"

#include <widgets/common/format.h>
#include <widgets/common/theme.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lockstep::widgets {

namespace {

constexpr size_t maximumPoints = 1200; // two minutes at ten a second

} // namespace

Curve::Curve(const QString &title, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(title);
}

void Curve::setReference(double value)
{
    if (value == m_reference)
        return;
    m_reference = value;
    update();
}

void Curve::add(double seconds, double value)
{
    m_points.emplace_back(seconds, value);
    if (m_points.size() > maximumPoints)
        m_points.pop_front();
    m_best = std::max(m_best, value);
    update();
}

void Curve::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    setAccessibleDescription(note);
    update();
}

void Curve::clear()
{
    m_points.clear();
    m_best = 0;
    setNote({});
    update();
}

QColor Curve::lineColor() const
{
    const Colors &colors = colorsFor(palette());
    switch (m_tone) {
    case Tone::Good: return colors.success;
    case Tone::Accent: return colors.accent;
    case Tone::Warning: return colors.warning;
    case Tone::Error: return colors.error;
    }
    return colors.text;
}

void Curve::paintGrid(QPainter *painter, const QRectF &area) const
{
    painter->setPen(QPen(colorsFor(palette()).grid, 1));
    for (int i = 1; i < 4; ++i) {
        const double y = area.top() + area.height() * i / 4;
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
}

double Curve::top() const
{
    double top = m_reference;
    for (const QPointF &point : m_points)
        top = std::max(top, point.y());
    constexpr double headroom = 1.05;
    return roundedTop(top * headroom);
}

void Curve::paintLine(QPainter *painter, const QRectF &area) const
{
    const double top = this->top();
    if (m_reference >= 0) {
        const double y = yOf(m_reference, top, area);
        painter->setPen(QPen(colorsFor(palette()).error, 1, Qt::DashLine));
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(lineColor(), 1.6));
    painter->drawPolyline(lineOf(m_points, top, area));
}

void Curve::paintScale(QPainter *painter, const QRectF &area) const
{
    if (m_points.empty())
        return;
    painter->setFont(scaledFont(font(), 0.85));
    painter->setPen(colorsFor(palette()).muted);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, numberText(qRound64(top())));
    // Under the lowest line, which no curve goes below.
    const QRectF under(area.left(), area.bottom(), area.width(), painter->fontMetrics().height());
    painter->drawText(under, Qt::AlignRight | Qt::AlignBottom,
                      tr("last %1").arg(durationText(std::round(spanOf(m_points)) * 1000)));
}

void Curve::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const int titleHeight = fontMetrics().height() + 10;
    const QRect title(10, 2, width() - 20, titleHeight);
    painter.setFont(scaledFont(font(), 1.0, true));
    painter.setPen(colors.text);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setFont(font());
    painter.setPen(colors.muted);
    painter.drawText(title, Qt::AlignRight | Qt::AlignVCenter, m_note);

    const int scaleHeight = QFontMetrics(scaledFont(font(), 0.85)).height();
    const QRectF area(8, titleHeight + 4, width() - 16, height() - titleHeight - scaleHeight - 10);
    paintGrid(&painter, area);
    paintScale(&painter, area);
    paintLine(&painter, area);
}

} // namespace lockstep::widgets
