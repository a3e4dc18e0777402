#include "timelineminimap.h"

#include "timelinecanvas.h"

#include <widgets/common/theme.h>

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace lockstep::widgets {

namespace {

constexpr double gripWidth = 5;
constexpr double leastWindow = 6;
constexpr int inset = 3;

} // namespace

TimelineMinimap::TimelineMinimap(TimelineCanvas *canvas, QWidget *parent)
    : QWidget(parent)
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("timelineMinimap"));
    setAccessibleName(tr("The whole plan"));
    setToolTip(tr("Drag the window to what you want to see; drag its sides to see more or less."));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(canvas, &TimelineCanvas::axisChanged, this, &TimelineMinimap::forget);
    connect(canvas->rows(), &TimelineRows::scrollChanged, this, qOverload<>(&QWidget::update));
    connect(canvas->range(), &TimelineRange::changed, this, qOverload<>(&QWidget::update));
}

QSize TimelineMinimap::sizeHint() const
{
    return { 300, 38 };
}

double TimelineMinimap::unitsAt(double x) const
{
    return x / qMax(1, width()) * m_canvas->range()->total();
}

QRectF TimelineMinimap::windowRect() const
{
    const UnitSpan visible = m_canvas->range()->visible();
    const double total = m_canvas->range()->total();
    const double from = visible.from / total * width();
    const double to = visible.to / total * width();
    return { from, 0.5, qMax(leastWindow, to - from), height() - 1.0 };
}

void TimelineMinimap::forget()
{
    m_plan = {};
    update();
}

void TimelineMinimap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        forget();
}

/// Bars of thousands of steps are a pixel each at most: drawn once, shown as often as it takes.
void TimelineMinimap::drawPlan()
{
    const double ratio = devicePixelRatioF();
    m_plan = QPixmap((QSizeF(size()) * ratio).toSize());
    m_plan.setDevicePixelRatio(ratio);
    const Colors &colors = colorsFor(palette());
    m_plan.fill(colors.base);
    QPainter painter(&m_plan);
    const TimelineAxis &axis = m_canvas->axis();
    const double perUnit = width() / m_canvas->range()->total();
    const double rowHeight = double(height() - 2 * inset) / qMax<qsizetype>(1, axis.places.size());
    for (int row = 0; row < axis.places.size(); ++row) {
        const TimelinePlace &place = axis.places.at(row);
        const plan::Step *step = m_canvas->rows()->model()->stepAt(row);
        const bool isGate = step->kind == plan::StepKind::Gate;
        const double left = place.from * perUnit;
        if (isGate)
            painter.fillRect(QRectF(left, 0, 1, height()), colors.accent);
        else
            painter.fillRect(QRectF(left, inset + m_canvas->rows()->placeOf(row) * rowHeight,
                                    qMax(1.0, (place.to - place.from) * perUnit), qMax(1.5, rowHeight - 0.5)),
                             colors.of(step->assessment.blocks));
    }
}

void TimelineMinimap::paintEvent(QPaintEvent *)
{
    if (m_plan.isNull() || m_plan.deviceIndependentSize().toSize() != size())
        drawPlan();
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_plan);
    const QRectF window = windowRect();
    QColor veil = colors.window;
    veil.setAlphaF(0.62F);
    painter.fillRect(QRectF(0, 0, window.left(), height()), veil);
    painter.fillRect(QRectF(window.right(), 0, width() - window.right(), height()), veil);
    const TimelineRows *rows = m_canvas->rows();
    const double all = double(rows->count()) * rows->rowHeight();
    if (rows->maximumScroll() > 0) {
        const double top = inset + rows->scroll() / all * (height() - 2 * inset);
        const double tall = m_canvas->height() / all * (height() - 2 * inset);
        QColor band = colors.accent;
        band.setAlphaF(0.16F);
        painter.fillRect(QRectF(window.left(), top, window.width(), qMax(2.0, tall)), band);
    }
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(window.adjusted(0.5, 0, -0.5, 0));
    if (!m_canvas->range()->isFitted()) {
        for (const double x : { window.left(), window.right() })
            painter.fillRect(QRectF(x - 1.5, height() / 2.0 - 6, 3, 12), colors.accent);
    }
    painter.fillRect(0, 0, width(), 1, colors.border);
}

TimelineMinimap::Grip TimelineMinimap::gripAt(const QPointF &point) const
{
    const QRectF window = windowRect();
    if (std::abs(point.x() - window.left()) <= gripWidth)
        return Grip::From;
    if (std::abs(point.x() - window.right()) <= gripWidth)
        return Grip::To;
    return window.contains(QPointF(point.x(), height() / 2.0)) ? Grip::Window : Grip::None;
}

void TimelineMinimap::scrollTo(double y)
{
    TimelineRows *rows = m_canvas->rows();
    const double share = (y - inset) / qMax(1, height() - 2 * inset);
    rows->setScroll(int(share * rows->count() * rows->rowHeight()) - m_canvas->height() / 2);
}

void TimelineMinimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const UnitSpan visible = m_canvas->range()->visible();
    m_grip = gripAt(event->position());
    if (m_grip == Grip::None) {
        const double middle = unitsAt(event->position().x());
        m_canvas->range()->setVisible({ middle - visible.length() / 2, middle + visible.length() / 2 });
        m_grip = Grip::Window;
    }
    m_grabbedAt = unitsAt(event->position().x()) - m_canvas->range()->visible().from;
    if (m_grip == Grip::Window)
        scrollTo(event->position().y());
}

void TimelineMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(event->position());
        setCursor(grip == Grip::Window ? Qt::OpenHandCursor
                  : grip == Grip::None ? Qt::ArrowCursor
                                       : Qt::SizeHorCursor);
        return;
    }
    TimelineRange *range = m_canvas->range();
    const UnitSpan visible = range->visible();
    const double units = unitsAt(event->position().x());
    const double least = range->total() / 1000;
    switch (m_grip) {
    case Grip::From: range->setVisible({ qBound(0.0, units, visible.to - least), visible.to }); break;
    case Grip::To:
        range->setVisible({ visible.from, qBound(visible.from + least, units, range->total()) });
        break;
    case Grip::Window:
        range->setVisible({ units - m_grabbedAt, units - m_grabbedAt + visible.length() });
        scrollTo(event->position().y());
        break;
    case Grip::None: break;
    }
}

void TimelineMinimap::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

void TimelineMinimap::mouseDoubleClickEvent(QMouseEvent *)
{
    m_canvas->range()->fit();
}

void TimelineMinimap::wheelEvent(QWheelEvent *event)
{
    m_canvas->range()->zoomAt(unitsAt(event->position().x()), std::pow(1.2, event->angleDelta().y() / 120.0));
    event->accept();
}

void TimelineMinimap::keyPressEvent(QKeyEvent *event)
{
    // The same keys as over the bars.
    QCoreApplication::sendEvent(m_canvas, event);
}

} // namespace lockstep::widgets
