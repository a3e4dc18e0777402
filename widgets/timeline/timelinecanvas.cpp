#include "timelinecanvas.h"

#include "timelineaccessible.h"
#include "timelinepaint.h"

#include <model/items/words.h>
#include <widgets/common/blocksbrush.h>

#include <QPainter>

#include <cmath>

namespace lockstep::widgets {

namespace {

constexpr double sideMargin = 8;
constexpr double barGap = 2;
constexpr double leastBar = 2;
constexpr double diamondRadius = 9;
constexpr double tickSpacing = 84;
constexpr double gateSpacing = 12;

} // namespace

TimelineCanvas::TimelineCanvas(TimelineRows *rows, TimelineRange *range, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_range(range)
{
    setObjectName(QStringLiteral("timelineCanvas"));
    setAccessibleName(tr("Timeline of the plan"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumWidth(160);
    installTimelineAccessibility();
    connect(rows, &TimelineRows::layoutChanged, this, &TimelineCanvas::rebuild);
    connect(rows, &TimelineRows::scrollChanged, this, qOverload<>(&QWidget::update));
    connect(rows, &TimelineRows::hoverChanged, this, qOverload<>(&QWidget::update));
    connect(rows, &TimelineRows::dropChanged, this, qOverload<>(&QWidget::update));
    connect(rows, &TimelineRows::selectionChanged, this, &TimelineCanvas::announceSelection);
    connect(range, &TimelineRange::changed, this, qOverload<>(&QWidget::update));
    rebuild();
}

void TimelineCanvas::setScale(TimeScale scale)
{
    if (scale == m_axis.scale)
        return;
    m_axis.scale = scale;
    rebuild();
    m_range->fit();
}

void TimelineCanvas::rebuild()
{
    QVector<TimelineStep> steps;
    QVector<QVector<int>> needs;
    m_gates.clear();
    m_ticksWidth = -1;
    for (int row = 0; row < m_rows->count(); ++row) {
        const plan::Step *step = m_rows->model()->stepAt(row);
        const plan::Estimate estimate =
            m_rows->model()->isOff(row) ? plan::Estimate() : step->assessment.estimate;
        steps.append({ double(estimate.lowMs), double(estimate.likelyMs), double(estimate.highMs),
                       step->kind == plan::StepKind::Gate && !m_rows->model()->isOff(row) });
        if (steps.last().isGate)
            m_gates.append(row);
        QVector<int> rows;
        for (const QString &id : step->dependsOn)
            rows.append(m_rows->model()->rowOf(id));
        needs.append(rows);
    }
    m_axis = makeAxis(steps, m_axis.scale);
    m_arrows = arrows(needs);
    m_range->setTotal(m_axis.extent());
    emit axisChanged();
    update();
}

double TimelineCanvas::toX(double units) const
{
    return sideMargin + xAt(units, m_range->visible(), width() - 2 * sideMargin);
}

double TimelineCanvas::toUnits(double x) const
{
    return unitsAtX(x - sideMargin, m_range->visible(), width() - 2 * sideMargin);
}

QRectF TimelineCanvas::barRect(int row) const
{
    if (row < 0 || row >= m_axis.places.size())
        return {};
    const TimelinePlace &place = m_axis.places.at(row);
    const double top = m_rows->top(row);
    const double height = m_rows->rowHeight();
    const plan::Step *step = m_rows->model()->stepAt(row);
    if (step && step->kind == plan::StepKind::Gate && !m_rows->model()->isOff(row)) {
        const QPointF center(toX((place.from + place.to) / 2), top + height / 2);
        return { center - QPointF(diamondRadius, diamondRadius),
                 QSizeF(2 * diamondRadius, 2 * diamondRadius) };
    }
    const double inset = qRound(height * 0.22);
    const double left = toX(place.from);
    return { left, top + inset, qMax(leastBar, toX(place.to) - left - barGap), height - 2 * inset };
}

int TimelineCanvas::barAt(const QPointF &point) const
{
    const int row = m_rows->at(int(point.y()));
    // Two pixels of grace: short steps are thin.
    return row >= 0 && barRect(row).adjusted(-2, 0, 2, 0).contains(point) ? row : -1;
}

const QVector<TimelineTick> &TimelineCanvas::ticksInSight() const
{
    if (m_ticksWidth != width() || !(m_ticksSpan == m_range->visible())) {
        m_ticksWidth = width();
        m_ticksSpan = m_range->visible();
        m_ticks = ticks(m_axis, m_ticksSpan, width() - 2 * sideMargin, tickSpacing);
        for (TimelineTick &tick : m_ticks)
            tick.x += sideMargin;
    }
    return m_ticks;
}

void TimelineCanvas::setMeasured(const QString &stepId, double milliseconds, bool isRunning)
{
    m_measured[stepId] = { milliseconds, isRunning };
    update();
}

void TimelineCanvas::clearMeasured()
{
    m_measured.clear();
    update();
}

double TimelineCanvas::measuredUnits(int row, const Measured &measured) const
{
    return m_axis.places.at(row).from + widthInUnits(measured.ms, m_axis.scale);
}

double TimelineCanvas::nowUnits() const
{
    for (auto it = m_measured.begin(); it != m_measured.end(); ++it) {
        const int row = m_rows->model()->rowOf(it.key());
        if (it->isRunning && row >= 0)
            return measuredUnits(row, it.value());
    }
    return -1;
}

void TimelineCanvas::announceSelection()
{
    update();
    notifyTimelineFocus(this, m_rows->selected());
}

void TimelineCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter);
    if (hasFocus()) {
        painter.setPen(colorsFor(palette()).accent);
        painter.drawLine(0, 0, width(), 0);
    }
}

void TimelineCanvas::paint(QPainter *painter) const
{
    paintRowBackgrounds(painter, width(), height(), *m_rows, palette());
    paintMarks(painter);
    paintCommits(painter);
    paintArrows(painter);
    painter->save();
    painter->setClipRect(rect());
    for (const int row : m_rows->inSight(height())) {
        const QRectF bar = barRect(row);
        if (bar.right() >= 0 && bar.left() <= width())
            paintStep(painter, row, bar);
    }
    painter->restore();
}

/// Where a transaction ends: what was done up to there stays.
void TimelineCanvas::paintCommits(QPainter *painter) const
{
    const Colors &colors = colorsFor(palette());
    for (const int row : m_rows->inSight(height())) {
        const plan::Step *step = m_rows->model()->stepAt(row);
        const bool commits = step && step->transaction == plan::TransactionMode::Own
                             && step->kind == plan::StepKind::Ddl && !m_rows->model()->isOff(row);
        const double x = std::floor(toX(m_axis.places.at(row).to)) - 0.5;
        if (commits && x >= 0 && x <= width())
            painter->fillRect(QRectF(x, m_rows->top(row) + 2, 1, m_rows->rowHeight() - 4), colors.border);
    }
}

void TimelineCanvas::paintMarks(QPainter *painter) const
{
    const Colors &colors = colorsFor(palette());
    for (const TimelineTick &tick : ticksInSight()) {
        const double x = qRound(tick.x) + 0.5;
        painter->setPen(colors.grid);
        painter->drawLine(QPointF(x, 0), QPointF(x, height()));
    }
    QPen dashes(colors.accent, 1);
    dashes.setDashPattern({ 4, 3 });
    painter->setPen(dashes);
    // Dashes are slow to draw, and a hedge of them says no more than some.
    double last = -gateSpacing;
    for (const int row : m_gates) {
        const double x = std::floor(barRect(row).center().x()) + 0.5;
        if (x < 0 || x > width() || x - last < gateSpacing)
            continue;
        painter->drawLine(QPointF(x, 0), QPointF(x, height()));
        last = x;
    }
    const double now = nowUnits();
    if (now >= 0) {
        painter->setPen(QPen(colors.error, 1.4));
        painter->drawLine(QPointF(toX(now), 0), QPointF(toX(now), height()));
    }
}

void TimelineCanvas::paintArrows(QPainter *painter) const
{
    const Colors &colors = colorsFor(palette());
    const auto [first, last] = visibleRows(m_rows->scroll(), height(), m_rows->rowHeight(), m_rows->count());
    const int selected = m_rows->selected();
    QColor quiet = colors.muted;
    quiet.setAlphaF(selected < 0 ? 0.8F : 0.45F);
    for (const auto &[before, after] : m_arrows) {
        const int from = m_rows->placeOf(before);
        const int to = m_rows->placeOf(after);
        // Arrows that only pass by would hide more than they tell.
        const bool hasEndInSight = (from >= first && from <= last) || (to >= first && to <= last);
        if (hasEndInSight && from < to && before != selected && after != selected)
            paintDependency(painter, barRect(before), barRect(after), quiet);
    }
    for (const auto &[before, after] : m_arrows) {
        if ((before == selected || after == selected) && m_rows->placeOf(before) < m_rows->placeOf(after))
            paintDependency(painter, barRect(before), barRect(after), colors.accent);
    }
}

void TimelineCanvas::paintStep(QPainter *painter, int row, const QRectF &bar) const
{
    const Colors &colors = colorsFor(palette());
    const plan::Step *step = m_rows->model()->stepAt(row);
    if (m_rows->model()->isOff(row)) {
        paintOff(painter, bar, colors);
        return;
    }
    if (step->kind == plan::StepKind::Gate) {
        paintDiamond(painter, bar.center(), diamondRadius, colors);
        return;
    }
    paintBlocksBar(painter, bar, step->assessment.blocks, colors);
    const TimelinePlace &place = m_axis.places.at(row);
    paintWhisker(painter, toX(place.low), toX(place.high), bar, colors);
    const auto measured = m_measured.constFind(step->id);
    if (measured != m_measured.constEnd()) {
        const double right = toX(measuredUnits(row, measured.value()));
        paintMeasured(painter,
                      QRectF(bar.left(), bar.top(), qMax(leastBar, right - bar.left()), bar.height()), colors,
                      measured->isRunning);
    }
    if (row == m_rows->selected()) {
        painter->setPen(QPen(colors.accent, 1.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5));
    } else if (row == m_rows->hovered()) {
        painter->setPen(QPen(colors.text, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
}

} // namespace lockstep::widgets
